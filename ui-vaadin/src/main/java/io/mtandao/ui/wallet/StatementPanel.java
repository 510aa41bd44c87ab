package io.mtandao.ui.wallet;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Ledger.Statement;
import io.mtandao.api.billing.Ledger.WalletEntry;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.DayField;
import io.mtandao.ui.kit.Downloads;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.FigureRow;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.Widths;
import java.time.LocalDate;

/** A statement of account: the movements from one day to another with the balance before and after, on the page and as a paper. */
public final class StatementPanel extends Div {
    private static final long serialVersionUID = 1;
    private final transient WalletServices services;
    private final transient Who who;
    private final long subscriberId;
    private final DayField from = new DayField("statement-from", t("filter.from"));
    private final DayField to = new DayField("statement-to", t("filter.to"));
    private final Div shown = new Div();
    private final transient Checks checks = new Checks();

    public StatementPanel(long subscriberId, WalletServices services, Who who) {
        this.services = services;
        this.who = who;
        this.subscriberId = subscriberId;
        LocalDate today = who.formats().today();
        from.setValue(today.minusMonths(1).withDayOfMonth(1));
        to.setValue(today);
        checks.field("from", from, () -> from.isEmpty() ? t("check.needed") : null)
            .field("to", to, () -> to.isEmpty() ? t("check.needed") : !from.isEmpty() && to.getValue().isBefore(from.getValue()) ? t("statement.backwards") : null);
        Div row = new Div(from, to, Buttons.plain("statement-show", t("statement.show"), VaadinIcon.SEARCH, e -> show()));
        row.addClassName("statement-range");
        shown.addClassName("statement");
        add(row, shown);
        show();
    }

    private void show() {
        LocalDate first = from.getValue(), last = to.getValue();
        boolean well = checks.attempt(() -> {
            Formats f = who.formats();
            Statement s = services.ledger().statement(who.caller(), subscriberId, first.atStartOfDay(f.zone()).toInstant(), last.plusDays(1).atStartOfDay(f.zone()).toInstant());
            shown.removeAll();
            // the paper is offered once the service has answered: a download has no place for its refusal
            shown.add(figures(s, f), Downloads.file("statement-pdf", t("statement.pdf"), VaadinIcon.DOWNLOAD, () -> services.papers().statement(who.caller(), subscriberId, first, last)), movements(s, f));
        });
        if (!well) shown.removeAll();
    }

    private static FigureRow figures(Statement s, Formats f) {
        return new FigureRow("statement").put("opening", f.number(s.opening()), t("statement.opening"), "").put("in", "+" + f.number(s.in()), t("statement.in"), "good")
            .put("out", "\u2212" + f.number(s.out()), t("statement.out"), "").put("closing", f.number(s.closing()), t("statement.closing", f.currency()), s.closing().isNegative() ? "bad" : "info");
    }

    private static Grid<WalletEntry> movements(Statement s, Formats f) {
        Grid<WalletEntry> grid = new Grid<>();
        grid.setId("statement-movements");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.addClassName("list-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        Widths.onlyWide(grid.addColumn(e -> f.time(e.at())).setHeader(t("ledger.at")).setAutoWidth(true).setFlexGrow(0));
        Widths.onlyWide(grid.addColumn(WalletEntry::text).setHeader(t("ledger.text")).setFlexGrow(3));
        Widths.onlyWide(grid.addComponentColumn(e -> signed(e.amount(), f)).setHeader(t("ledger.amount", f.currency())).setAutoWidth(true).setTextAlign(ColumnTextAlign.END));
        Widths.onlyWide(grid.addColumn(e -> f.number(e.balanceAfter())).setHeader(t("ledger.balance", f.currency())).setAutoWidth(true).setTextAlign(ColumnTextAlign.END));
        Widths.onlyNarrow(grid.addColumn(new ComponentRenderer<>(e -> Widths.twoLines(e.text(), f.time(e.at()), signed(e.amount(), f)))).setFlexGrow(1));
        grid.setItems(s.movements());
        grid.setAllRowsVisible(s.movements().size() <= 12);
        grid.setEmptyStateComponent(new EmptyState(VaadinIcon.WALLET, t("statement.none"), t("statement.noneText")));
        return grid;
    }

    /** With its sign and its colour. */
    static Span signed(Money amount, Formats f) {
        Span s = new Span((amount.isPositive() ? "+" : "") + f.number(amount));
        s.addClassName(amount.isNegative() ? "minus" : "plus");
        return s;
    }
}
