package io.mtandao.ui.payment;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.router.RouterLink;
import io.mtandao.api.payment.Payment;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.PayMethods;
import io.mtandao.ui.subscriber.SubscriberView;

/** One payment with all that is known of it. */
public final class PaymentDialog extends InfoDialog {
    private static final long serialVersionUID = 1;

    public PaymentDialog(Payment p, Who who) {
        super(p.number() == null ? t("payments.one") : t("payments.oneNumber", p.number()));
        Formats f = who.formats();
        Facts facts = new Facts().put(t("payments.amountOnly"), f.money(p.amount())).put(t("field.state"), Badge.of("paymentState", p.state()));
        if (p.subscriberId() != null) {
            RouterLink link = new RouterLink(p.subscriberName(), SubscriberView.class, p.subscriberId());
            link.getElement().addEventListener("click", e -> close());
            facts.put(t("field.subscriber"), link);
        }
        facts.put(t("payments.method"), PayMethods.name(p.method())).put(t("payments.receipt"), p.providerReceipt()).put(t("payments.payer"), p.payer())
            .put(t("payments.reference"), p.reference()).put(t("payments.paidAt"), f.time(p.paidAt())).put(t("payments.bookedAt"), f.time(p.bookedAt()));
        add(facts);
    }
}
