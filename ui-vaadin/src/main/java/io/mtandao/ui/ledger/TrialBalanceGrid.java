package io.mtandao.ui.ledger;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Ledger.TrialBalance;
import io.mtandao.api.billing.Ledger.TrialBalance.Account;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.Widths;
import java.util.function.Function;

/** Every account with its sum and what it means; the sums of both sides are at the foot. */
final class TrialBalanceGrid extends Grid<Account> {
    private static final long serialVersionUID = 1;
    private final transient Formats formats;

    TrialBalanceGrid(Formats formats) {
        this.formats = formats;
        setId("trial-balance");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
        Widths.onlyWide(addColumn(new ComponentRenderer<>(TrialBalanceGrid::account)).setKey("account").setHeader(t("books.account")).setWidth("8em").setFlexGrow(1));
        money("debit", Account::debit);
        money("credit", Account::credit);
        Widths.onlyNarrow(addColumn(new ComponentRenderer<>(a -> Widths.twoLines(AccountText.name(a.name()), meaning(a), oneSide(a)))).setKey("narrow")
            .setHeader(t("books.account")).setFlexGrow(1));
    }

    private void money(String side, Function<Account, Money> amount) {
        Widths.onlyWide(addColumn(a -> side(amount.apply(a))).setKey(side).setHeader(t("books." + side, formats.currency())).setTextAlign(ColumnTextAlign.END)
            .setAutoWidth(true).setFlexGrow(0));
    }

    /** For a phone: the amount, and under it on which side it stands. */
    private Div oneSide(Account a) {
        boolean debit = a.credit().isZero();
        Span amount = new Span(formats.number(debit ? a.debit() : a.credit()));
        amount.addClassName("row-amount");
        Span side = new Span(t(debit ? "books.debit" : "books.credit", formats.currency()));
        side.addClassName("narrow-second");
        Div right = new Div(amount, side);
        right.addClassName("narrow-right");
        return right;
    }

    private static String meaning(Account a) {
        return AccountText.meaning(a.name()) + " " + t("books.entriesOf", Formats.count(a.entries()));
    }

    private static Div account(Account a) {
        Span name = new Span(AccountText.name(a.name()));
        name.addClassName("narrow-first");
        Span meaning = new Span(meaning(a));
        meaning.addClassName("narrow-second");
        Div both = new Div(name, meaning);
        both.addClassName("line-text");
        return both;
    }

    private String side(Money amount) {
        return amount.isZero() ? "" : formats.number(amount);
    }

    void show(TrialBalance b) {
        setItems(b.accounts());
        getColumnByKey("account").setFooter(t("books.sum"));
        getColumnByKey("debit").setFooter(formats.number(b.debits()));
        getColumnByKey("credit").setFooter(formats.number(b.credits()));
        String sums = b.debits().equals(b.credits()) ? formats.number(b.debits()) : formats.number(b.debits()) + " / " + formats.number(b.credits());
        getColumnByKey("narrow").setFooter(t("books.sum") + ": " + sums);
    }
}
