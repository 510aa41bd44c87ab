package io.mtandao.ui.payment;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.payment.Payment;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.PayMethods;
import io.mtandao.ui.kit.SubscriberBox;
import java.util.function.BiConsumer;

/** Whose money is it? Proposes the holder of the account that the payer typed, when there is one. */
final class AssignDialog {
    private final Payment payment;
    private final Who who;
    private final Subscribers subscribers;

    AssignDialog(Payment payment, Who who, Subscribers subscribers) {
        this.payment = payment;
        this.who = who;
        this.subscribers = subscribers;
    }

    void open(BiConsumer<Payment, Subscriber> assign) {
        Formats f = who.formats();
        SubscriberBox box = new SubscriberBox("assign-subscriber", t("field.subscriber"), subscribers, who);
        box.setWidthFull();
        Checks checks = new Checks().field("subscriberId", box, () -> box.isEmpty() ? t("check.needed") : null);
        Facts facts = new Facts().put(t("payments.amountOnly"), f.money(payment.amount())).put(t("payments.reference"), payment.reference())
            .put(t("payments.payer"), payment.payer()).put(t("payments.method"), PayMethods.name(payment.method())).put(t("payments.receipt"), payment.providerReceipt())
            .put(t("payments.paidAt"), f.time(payment.paidAt()));
        Div content = new Div(facts, box);
        if (payment.reference() != null) {
            subscribers.byAccount(who.caller(), payment.reference()).ifPresent(s -> {
                box.setValue(s);
                Div hint = new Div(VaadinIcon.LIGHTBULB.create(), new Span(t("unmatched.hint", s.name())));
                hint.addClassNames("note", "note-good");
                content.add(hint);
            });
        }
        new FormDialog(t("unmatched.assignTitle"), content, t("unmatched.assign"), "assign-submit",
            () -> checks.attempt(() -> assign.accept(payment, box.getValue()))).open();
    }
}
