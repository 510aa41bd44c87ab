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
        addColumn(new ComponentRenderer<>(TrialBalanceGrid::account)).setKey("account").setHeader(t("books.account")).setWidth("8em").setFlexGrow(1);
        money("debit", Account::debit);
        money("credit", Account::credit);
    }

    private void money(String side, Function<Account, Money> amount) {
        addColumn(a -> side(amount.apply(a))).setKey(side).setHeader(t("books." + side, formats.currency())).setTextAlign(ColumnTextAlign.END).setAutoWidth(true).setFlexGrow(0);
    }

    private static Div account(Account a) {
        Span name = new Span(AccountText.name(a.name()));
        name.addClassName("narrow-first");
        Span meaning = new Span(AccountText.meaning(a.name()) + " " + t("books.entriesOf", Formats.count(a.entries())));
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
    }
}
