package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.textfield.TextArea;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.extension.Plugins.Plugin;
import io.mtandao.api.payment.Payment;
import io.mtandao.api.payment.PaymentRequest;
import io.mtandao.ui.access.Locales;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.voucher.Redemption;
import java.util.List;
import java.util.function.Consumer;

/** What can be done with a subscriber as a whole. */
final class SubscriberActions {
    private final Subscriber subscriber;
    private final SubscriberServices services;
    private final Who who;
    private final Runnable changed;
    private final Consumer<PaymentRequest> asked;
    private final Runnable newSubscription;

    SubscriberActions(Subscriber subscriber, SubscriberServices services, Who who, Runnable changed, Consumer<PaymentRequest> asked, Runnable newSubscription) {
        this.subscriber = subscriber;
        this.services = services;
        this.who = who;
        this.changed = changed;
        this.asked = asked;
        this.newSubscription = newSubscription;
    }

    void ask() {
        PayForm.ask(subscriber, who.settings().currency(), methods("push"),
            (method, phone, amount) -> asked.accept(services.payments().request(who.caller(), subscriber.id(), method, phone, amount)));
    }

    void cash() {
        PayForm.cash(subscriber, who.settings().currency(), methods("desk"), (method, amount, reference, note) -> {
            Payment p = services.payments().receiveAtDesk(who.caller(), method, subscriber.id(), amount, reference, note);
            Toast.ok(t("cash.done", who.formats().money(p.amount()), p.number()));
            changed.run();
        });
    }

    private List<Plugin> methods(String capability) {
        if (!who.may(Permission.PLUGINS_READ)) return List.of();
        return services.plugins().list(who.caller(), Locales.now()).stream()
            .filter(p -> p.kind().equals("payment") && p.enabled() && p.capabilities().contains(capability)).toList();
    }

    void redeem() {
        new Redemption(services.vouchers(), services.subscribers(), who).of(subscriber, changed);
    }

    void subscribe() {
        newSubscription.run();
    }

    void edit() {
        new SubscriberForm(subscriber, services.subscribers(), services.customFields(), who).dialog(t("subscribers.edit"), draft -> {
            services.subscribers().update(who.caller(), subscriber.id(), subscriber.version(), draft);
            Toast.ok(t("subscribers.saved"));
            changed.run();
        });
    }

    void message() {
        TextArea text = new TextArea(t("messages.yourText"));
        text.setId("message-text");
        text.setWidthFull();
        text.setMinHeight("8em");
        Checks checks = new Checks().text("text", text, Checks.needed(), Checks.atMost(1000));
        new FormDialog(t("messages.to", subscriber.name()), text, t("messages.send"), "message-send", () -> {
            if (!checks.attempt(() -> services.messages().send(who.caller(), subscriber.id(), text.getValue().trim()))) return false;
            Toast.ok(t("messages.sent"));
            changed.run();
            return true;
        }).open();
    }

    void delete(Runnable gone) {
        Ask.first(t("subscribers.deleteTitle", subscriber.name()), t("subscribers.deleteText"), t("action.delete"), true, () -> {
            services.subscribers().delete(who.caller(), subscriber.id());
            Toast.ok(t("subscribers.deleted", subscriber.name()));
            gone.run();
        });
    }
}
