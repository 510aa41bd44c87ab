package io.mtandao.ui.bill;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill.Line;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.Texts;
import java.util.List;

/** Lines that explain themselves: what, of which kind, how much of it is tax. */
public final class BillLines extends Grid<Line> {
    private static final long serialVersionUID = 1;

    public BillLines(List<Line> lines, Formats f) {
        setId("bill-lines");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        addColumn(new ComponentRenderer<>(l -> what(l, f))).setKey("text").setHeader(t("bills.line")).setFlexGrow(3);
        addColumn(Line::quantity).setKey("quantity").setHeader(t("bills.quantity")).setTextAlign(ColumnTextAlign.END).setWidth("4em").setFlexGrow(0);
        addColumn(l -> l.tax().isZero() ? "–" : f.number(l.tax())).setKey("tax").setHeader(t("bills.tax")).setTextAlign(ColumnTextAlign.END).setWidth("6.5em").setFlexGrow(0);
        addColumn(l -> f.number(l.amount())).setKey("amount").setHeader(t("bills.amount")).setTextAlign(ColumnTextAlign.END).setWidth("8em").setFlexGrow(0);
        setItems(lines);
        setAllRowsVisible(true);
    }

    private static Div what(Line l, Formats f) {
        Span text = new Span(l.text());
        String each = l.quantity() == 1 ? "" : " · " + t("bills.each", f.number(l.unitPrice()));
        Span kind = new Span(Texts.of("lineKind", l.kind()) + each + (l.taxName() == null ? "" : " · " + l.taxName()));
        kind.addClassName("narrow-second");
        Div both = new Div(text, kind);
        both.addClassName("line-text");
        return both;
    }

    /** Name and amount, as the last lines of a bill. */
    public static Div sum(String name, Money amount, Formats f, boolean strong) {
        Div row = new Div(new Span(name), new Span(f.money(amount)));
        row.addClassName(strong ? "sum-row" : "part-row");
        return row;
    }
}
