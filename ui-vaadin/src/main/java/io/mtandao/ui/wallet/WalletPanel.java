package io.mtandao.ui.wallet;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.Money;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Formats;

/** A subscriber's own wallet: what is in it, in words, its movements, and what may be moved by hand. */
public final class WalletPanel extends Div {
    private static final long serialVersionUID = 1;

    public WalletPanel(Subscriber s, WalletServices services, Who who, Runnable changed) {
        addClassName("wallet-panel");
        Money balance = services.ledger().balance(who.caller(), s.id());
        Formats f = who.formats();
        Span amount = new Span(f.money(balance));
        amount.addClassNames("wallet-amount", balance.isNegative() ? "debt" : "even");
        Span words = new Span(words(balance, f));
        words.setId("wallet-words");
        Div card = new Div(new Div(amount, words));
        card.addClassNames("card", "wallet-card");
        if (s.details().payerId() != null) card.add(payer(s));
        if (who.may(Permission.WALLETS_ADJUST)) {
            WalletDialogs dialogs = new WalletDialogs(s, balance, services, who, changed);
            Div row = new Div(Buttons.small("wallet-adjust", t("wallet.adjust"), VaadinIcon.EDIT, e -> dialogs.adjust()),
                Buttons.small("wallet-transfer", t("wallet.transfer"), VaadinIcon.EXCHANGE, e -> dialogs.transfer()),
                Buttons.small("wallet-refund", t("wallet.refund"), VaadinIcon.REPLY, e -> dialogs.refund()));
            row.addClassName("quick");
            card.add(row);
        }
        add(card, new LedgerGrid(services.ledger(), who, s.id()));
    }

    /** What a balance means: "Owes KES 500.00", "In credit". */
    public static String words(Money balance, Formats f) {
        return balance.isNegative() ? t("wallet.owes", f.money(balance.negated())) : balance.isZero() ? t("wallet.empty") : t("wallet.credit");
    }

    private static Div payer(Subscriber s) {
        Anchor link = new Anchor("subscriber/" + s.details().payerId(), s.details().payerName());
        link.getElement().setAttribute("router-link", true);
        Div note = new Div(new Span(new Span(t("wallet.paidBy") + " "), link));
        note.setId("wallet-payer");
        note.addClassNames("note", "note-info");
        return note;
    }
}
