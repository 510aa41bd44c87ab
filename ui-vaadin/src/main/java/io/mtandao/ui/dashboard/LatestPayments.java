package io.mtandao.ui.dashboard;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.mtandao.api.ListQuery;
import io.mtandao.api.payment.Payment;
import io.mtandao.api.payment.Payments;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.PayMethods;
import io.mtandao.ui.payment.PaymentDialog;
import io.mtandao.ui.payment.PaymentsView;
import java.util.List;

/** The newest money. */
final class LatestPayments extends Div {
    private static final long serialVersionUID = 1;

    LatestPayments(Payments payments, Who who) {
        setId("latest-payments");
        addClassName("card");
        Div head = new Div(new H2(t("dashboard.latest")), new RouterLink(t("dashboard.allPayments"), PaymentsView.class));
        head.addClassName("card-head");
        add(head);
        List<Payment> newest = payments.list(who.caller(), ListQuery.first(6)).items();
        if (newest.isEmpty()) add(new Span(t("dashboard.noPaymentYet")));
        for (Payment p : newest) add(row(p, who));
    }

    private static Div row(Payment p, Who who) {
        Formats f = who.formats();
        Span name = new Span(p.subscriberName() == null ? t("dashboard.nobody", p.reference() == null ? "–" : p.reference()) : p.subscriberName());
        name.addClassName("narrow-first");
        Span more = new Span(f.fromNow(p.paidAt()) + " · " + PayMethods.name(p.method()) + (p.providerReceipt() == null ? "" : " · " + p.providerReceipt()));
        more.addClassName("narrow-second");
        Span amount = new Span(f.money(p.amount()));
        amount.addClassName("row-amount");
        Div words = new Div(name, more);
        if (p.state() == Payment.State.UNMATCHED) words.add(Badge.of("paymentState", p.state()));
        Div row = new Div(words, amount);
        row.addClassName("money-row");
        row.addClickListener(e -> new PaymentDialog(p, who).open());
        return row;
    }
}
