package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Deposit;
import io.mtandao.api.billing.Deposit.Choice;
import io.mtandao.api.billing.Subscription;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.AskReason;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.MoneyField;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.Toast;

/** What was left as security, and at the end the button that gives it back or keeps it. Shown where there is or was a deposit. */
final class DepositPanel extends Div {
    private static final long serialVersionUID = 1;
    private final transient SubscriptionServices services;
    private final transient Who who;
    private final transient Subscription subscription;
    private final transient Runnable changed;

    DepositPanel(Subscription s, SubscriptionServices services, Who who, Runnable changed) {
        this.subscription = s;
        this.services = services;
        this.who = who;
        this.changed = changed;
        setId("deposit");
        addClassName("card");
        Deposit d = services.subscriptions().deposit(who.caller(), s.id());
        setVisible(d.held().isPositive() || d.settled() != null);
        Div head = new Div(new H3(t("deposit.title")));
        head.addClassName("card-head");
        if (d.held().isPositive() && Surroundings.hasEnded(s) && who.may(Permission.WALLETS_ADJUST))
            head.add(Buttons.small("deposit-settle", t("deposit.settle"), VaadinIcon.WALLET, e -> ask(d)));
        add(head, facts(d, who.formats()));
    }

    private static Facts facts(Deposit d, Formats f) {
        Deposit.Settled s = d.settled();
        if (s == null) return new Facts().put(t("deposit.held"), f.money(d.held()));
        Facts facts = new Facts().put(t("deposit.choice"), Texts.of("depositChoice", s.choice())).put(t("deposit.returned"), f.money(s.returned()));
        if (s.kept().isPositive()) facts.put(t("deposit.kept"), f.money(s.kept()));
        return facts.put(t("field.reason"), s.reason()).put(t("deposit.when"), f.time(s.at()) + ", " + s.by());
    }

    private void ask(Deposit d) {
        RadioButtonGroup<Choice> choice = new RadioButtonGroup<>(t("deposit.choice"));
        choice.setId("deposit-choice");
        choice.setItems(Choice.values());
        choice.setItemLabelGenerator(c -> Texts.of("depositChoice", c));
        choice.setValue(Choice.GIVE_BACK);
        MoneyField kept = new MoneyField(t("deposit.kept"), d.held().currency());
        kept.setId("deposit-kept");
        kept.setWidthFull();
        kept.setMoney(d.held());
        kept.setVisible(false);
        TextField reason = AskReason.field("deposit");
        choice.addValueChangeListener(e -> kept.setVisible(e.getValue() == Choice.KEEP));
        Checks checks = new Checks().text("kept", kept, v -> choice.getValue() == Choice.KEEP ? kept.wrong() : null)
            .text("reason", reason, v -> choice.getValue() == Choice.KEEP && v.isBlank() ? t("check.needed") : null, Checks.atMost(200));
        Div form = new Div(choice, kept, reason);
        form.addClassName("stack");
        new FormDialog(t("deposit.settleTitle", who.formats().money(d.held())), form, t("deposit.settle"), "deposit-submit", () -> checks.attempt(() -> {
            boolean keeps = choice.getValue() == Choice.KEEP;
            services.subscriptions().settleDeposit(who.caller(), subscription.id(),
                new Deposit.Settlement(choice.getValue(), keeps ? kept.money() : null, AskReason.orNull(reason)));
            Toast.ok(t("deposit.settled"));
            changed.run();
        })).open();
    }
}
