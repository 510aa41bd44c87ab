package io.mtandao.ui.payment;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import io.mtandao.api.payment.Payment;
import io.mtandao.api.payment.Payments;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import io.mtandao.ui.kit.PayMethods;
import java.util.Map;

/** Payments: all, of one subscriber, or the unmatched ones. */
public final class PaymentsGrid extends ListGrid<Payment> {
    private static final long serialVersionUID = 1;

    public PaymentsGrid(String id, Payments payments, Who who, Map<String, String> filters, Component whenEmpty) {
        super(id);
        boolean ofOne = filters.containsKey("subscriberId");
        boolean unmatched = "UNMATCHED".equals(filters.get("state"));
        Formats f = who.formats();
        wide("paidAt", t("payments.paidAt"), p -> f.time(p.paidAt()));
        if (!unmatched) wide("number", t("payments.number"), Payment::number);
        if (!ofOne && !unmatched) wide("subscriber", t("field.subscriber"), p -> p.subscriberName() == null ? "–" : p.subscriberName()).setFlexGrow(2);
        wideMoney("amount", t("payments.amount", f.currency()), p -> f.number(p.amount()));
        if (!unmatched) wideComponent("state", t("field.state"), p -> Badge.of("paymentState", p.state()));
        wide("method", t("payments.method"), p -> PayMethods.name(p.method()));
        wide("receipt", t("payments.receipt"), Payment::providerReceipt);
        wide("reference", t("payments.reference"), Payment::reference);
        if (unmatched) wide("payer", t("payments.payer"), Payment::payer);
        narrow(p -> f.money(p.amount()), p -> (p.subscriberName() == null ? p.reference() : p.subscriberName()) + " · " + f.time(p.paidAt()),
            p -> Badge.of("paymentState", p.state()));
        KeysetDataProvider<Payment> source = new KeysetDataProvider<>(q -> payments.list(who.caller(), q), q -> payments.count(who.caller(), q), Payment::id);
        source.filter(null, filters);
        source(source, whenEmpty);
    }
}
