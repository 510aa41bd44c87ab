package io.mtandao.ui.wallet;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Ledger.WalletEntry;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.Widths;
import java.util.List;

/** The movements of one statement, all of them. */
final class MovementsGrid extends Grid<WalletEntry> {
    private static final long serialVersionUID = 1;
    /** As many rows stand on the page as they are; more scroll. */
    private static final int WHOLE = 12;

    MovementsGrid(List<WalletEntry> movements, Formats f) {
        setId("statement-movements");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        addClassName("list-grid");
        setSelectionMode(SelectionMode.NONE);
        Widths.onlyWide(addColumn(e -> f.time(e.at())).setHeader(t("ledger.at")).setAutoWidth(true).setFlexGrow(0));
        Widths.onlyWide(addColumn(WalletEntry::text).setHeader(t("ledger.text")).setFlexGrow(3));
        Widths.onlyWide(addComponentColumn(e -> signed(e.amount(), f)).setHeader(t("ledger.amount", f.currency())).setAutoWidth(true))
            .setTextAlign(ColumnTextAlign.END);
        Widths.onlyWide(addColumn(e -> f.number(e.balanceAfter())).setHeader(t("ledger.balance", f.currency())).setAutoWidth(true))
            .setTextAlign(ColumnTextAlign.END);
        Widths.onlyNarrow(addColumn(new ComponentRenderer<>(e -> Widths.twoLines(e.text(), f.time(e.at()), signed(e.amount(), f)))).setFlexGrow(1));
        setItems(movements);
        setAllRowsVisible(movements.size() <= WHOLE);
        setEmptyStateComponent(new EmptyState(VaadinIcon.WALLET, t("statement.none"), t("range.other")));
    }

    /** With its sign and its colour. */
    static Span signed(Money amount, Formats f) {
        Span s = new Span((amount.isPositive() ? "+" : "") + f.number(amount));
        s.addClassName(amount.isNegative() ? "minus" : "plus");
        return s;
    }
}
