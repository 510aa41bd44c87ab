package io.mtandao.ui.wallet;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.AskReason;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.MoneyField;
import io.mtandao.ui.kit.SubscriberBox;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.Toast;

/** Money moved by hand, each time with a reason that stays in the books. */
final class WalletDialogs {
    /** A sign in words: phones offer none beside digits. */
    enum Direction {
        GIVE,
        TAKE
    }

    private final Subscriber subscriber;
    private final Money balance;
    private final WalletServices services;
    private final Who who;
    private final Formats formats;
    private final Runnable changed;

    WalletDialogs(Subscriber subscriber, Money balance, WalletServices services, Who who, Runnable changed) {
        this.subscriber = subscriber;
        this.balance = balance;
        this.services = services;
        this.who = who;
        this.changed = changed;
        formats = who.formats();
    }

    void adjust() {
        RadioButtonGroup<Direction> direction = new RadioButtonGroup<>();
        direction.setId("adjust-direction");
        direction.setAriaLabel(t("wallet.adjust"));
        direction.setItems(Direction.values());
        direction.setItemLabelGenerator(d -> Texts.of("walletDirection", d));
        direction.setValue(Direction.GIVE);
        MoneyField amount = amount("adjust");
        TextField reason = AskReason.field("adjust");
        Span after = new Span();
        after.setId("adjust-after");
        Runnable tell = () -> after.setText(amount.wrong() == null ? t("wallet.after", formats.money(balance.plus(signed(direction.getValue(), amount.money())))) : "");
        amount.addValueChangeListener(e -> tell.run());
        direction.addValueChangeListener(e -> tell.run());
        Checks checks = new Checks().text("amount", amount, v -> amount.wrong()).text("reason", reason, Checks.needed(), Checks.atMost(200)).alias("signed", "amount");
        open("wallet.adjustTitle", "wallet.adjust", "adjust-submit", checks, () -> {
            Money now = services.ledger().adjust(who.caller(), subscriber.id(), signed(direction.getValue(), amount.money()), reason.getValue().trim());
            done(t("wallet.adjusted", formats.money(now)));
        }, new Paragraph(t("wallet.adjustText")), direction, amount, after, reason);
    }

    private static Money signed(Direction d, Money amount) {
        return d == Direction.TAKE ? amount.negated() : amount;
    }

    void transfer() {
        SubscriberBox to = new SubscriberBox("transfer-to", t("wallet.to"), services.subscribers(), who);
        to.setWidthFull();
        MoneyField amount = amount("transfer");
        amount.setHelperText(t("wallet.holds", formats.money(balance)));
        TextField reason = AskReason.field("transfer");
        Checks checks = new Checks().field("to", to, () -> to.isEmpty() ? t("check.needed") : to.getValue().id() == subscriber.id() ? t("wallet.toSelf") : null)
            .text("amount", amount, v -> amount.wrong(), v -> tooMuch(amount)).text("reason", reason, Checks.needed(), Checks.atMost(200));
        open("wallet.transferTitle", "wallet.transfer", "transfer-submit", checks, () -> {
            Ledger.Received r = services.ledger().transfer(who.caller(), subscriber.id(), to.getValue().id(), amount.money(), reason.getValue().trim());
            done(r.renewed() == 0 ? t("wallet.transferred", formats.money(amount.money()), to.getValue().name())
                : t("wallet.transferredRenewed", formats.money(amount.money()), to.getValue().name(), r.renewed()));
        }, to, amount, reason);
    }

    void refund() {
        MethodField method = new MethodField("refund-method", services.plugins(), who);
        TextField reference = new TextField(t("wallet.reference"));
        reference.setId("refund-reference");
        reference.setHelperText(t("wallet.referenceHelp"));
        reference.setWidthFull();
        MoneyField amount = amount("refund");
        amount.setHelperText(t("wallet.holds", formats.money(balance)));
        TextField reason = AskReason.field("refund");
        Checks checks = new Checks().text("amount", amount, v -> amount.wrong(), v -> tooMuch(amount)).text("reference", reference, Checks.needed(), Checks.atMost(60))
            .text("reason", reason, Checks.needed(), Checks.atMost(200));
        method.rules(checks);
        open("wallet.refundTitle", "wallet.refund", "refund-submit", checks, () -> {
            Money now = services.ledger().refund(who.caller(), subscriber.id(), amount.money(), method.method(), reference.getValue().trim(), reason.getValue().trim());
            done(t("wallet.refunded", formats.money(amount.money()), formats.money(now)));
        }, new Paragraph(t("wallet.refundText")), amount, method, reference, reason);
    }

    private String tooMuch(MoneyField amount) {
        return balance.covers(amount.money()) ? null : t("wallet.tooMuch", formats.money(balance));
    }

    private MoneyField amount(String id) {
        MoneyField amount = new MoneyField(t("payments.amountOnly"), who.settings().currency());
        amount.setId(id + "-amount");
        amount.setWidthFull();
        return amount;
    }

    private void open(String title, String submit, String id, Checks checks, Runnable move, Component... content) {
        Div form = new Div(content);
        form.addClassName("stack");
        new FormDialog(t(title, subscriber.name()), form, t(submit), id, () -> checks.attempt(move)).open();
    }

    private void done(String text) {
        Toast.ok(text);
        changed.run();
    }
}
