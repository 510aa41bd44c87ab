package io.mtandao.ui.voucher;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.api.voucher.Vouchers.Redeemed;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.SubscriberBox;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.Toast;

/** Turns a code into time or money: for a subscriber, or for whoever has a phone. */
public final class Redemption {
    /** Who is meant. */
    enum For {
        SUBSCRIBER,
        PHONE
    }

    private final Vouchers vouchers;
    private final Subscribers subscribers;
    private final Who who;

    public Redemption(Vouchers vouchers, Subscribers subscribers, Who who) {
        this.vouchers = vouchers;
        this.subscribers = subscribers;
        this.who = who;
    }

    public static boolean isFor(Who who) {
        return who.may(Permission.VOUCHERS_WRITE) || who.may(Permission.SUBSCRIPTIONS_WRITE);
    }

    public void of(Subscriber subscriber, Runnable done) {
        TextField code = code();
        open(t("redeem.titleFor", subscriber.name()), new Checks().text("code", code, Checks.needed(), Checks.atMost(40)), code, () -> {
            tell(redeem(code, subscriber.id(), null));
            done.run();
        }, new Paragraph(t("redeem.text")), code);
    }

    /** Asks for whom, too, and leads to the subscriber. */
    public void ofAnybody(Runnable done) {
        TextField code = code();
        RadioButtonGroup<For> whom = new RadioButtonGroup<>(t("redeem.for"));
        whom.setId("redeem-for");
        whom.setItems(For.values());
        whom.setItemLabelGenerator(f -> Texts.of("redeemFor", f));
        whom.setValue(For.SUBSCRIBER);
        SubscriberBox subscriber = new SubscriberBox("redeem-subscriber", t("field.subscriber"), subscribers, who);
        subscriber.setWidthFull();
        TextField phone = new TextField(t("field.phone"));
        phone.setId("redeem-phone");
        phone.setHelperText(t("redeem.phoneHelp"));
        phone.setWidthFull();
        phone.setVisible(false);
        whom.addValueChangeListener(e -> {
            subscriber.setVisible(e.getValue() == For.SUBSCRIBER);
            phone.setVisible(e.getValue() == For.PHONE);
        });
        Checks checks = new Checks().text("code", code, Checks.needed(), Checks.atMost(40))
            .field("subscriberId", subscriber, () -> subscriber.isVisible() && subscriber.isEmpty() ? t("check.needed") : null)
            .text("phone", phone, v -> phone.isVisible() ? v.isEmpty() ? t("check.needed") : Checks.phone().wrong(v) : null);
        open(t("redeem.title"), checks, code, () -> {
            Redeemed r = whom.getValue() == For.PHONE ? redeem(code, null, phone.getValue().trim()) : redeem(code, subscriber.getValue().id(), null);
            tell(r);
            done.run();
            UI.getCurrent().navigate("subscriber/" + r.subscriberId());
        }, code, whom, subscriber, phone);
    }

    /** No address is told: codes that staff types are counted by who they are, so that one at the desk does not stop the others. */
    private Redeemed redeem(TextField code, Long subscriberId, String phone) {
        try {
            return vouchers.redeem(who.caller(), code.getValue().trim(), subscriberId, phone, null);
        } catch (NotFound e) {
            throw Invalid.field("code", t("redeem.unknown"));
        }
    }

    private void tell(Redeemed r) {
        Toast.ok(r.validUntil() != null ? t("redeem.time", r.voucher().packageName(), who.formats().time(r.validUntil()))
            : t("redeem.money", who.formats().money(r.voucher().value()), who.formats().money(r.balance())));
    }

    private static TextField code() {
        TextField code = new TextField(t("vouchers.code"));
        code.setId("redeem-code");
        code.setWidthFull();
        code.addClassName("code-field");
        code.setAutocapitalize(com.vaadin.flow.component.textfield.Autocapitalize.CHARACTERS);
        return code;
    }

    private static void open(String title, Checks checks, TextField code, Runnable redeem, Component... content) {
        Div form = new Div(content);
        form.addClassName("stack");
        new FormDialog(title, form, t("vouchers.redeem"), "redeem-submit", () -> checks.attempt(redeem)).open();
        code.focus();
    }
}
