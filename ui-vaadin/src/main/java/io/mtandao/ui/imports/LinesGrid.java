package io.mtandao.ui.imports;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.mtandao.api.billing.SubscriberImports.Line;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Widths;
import java.util.List;

/** Lines of a file with what will become of them, or why nothing will. */
final class LinesGrid extends Grid<Line> {
    private static final long serialVersionUID = 1;

    LinesGrid(String id, List<Line> lines) {
        setId(id);
        addClassName("list-grid");
        addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        Widths.onlyWide(addColumn(Line::number).setHeader(t("import.line")).setWidth("5em").setFlexGrow(0));
        Widths.onlyWide(addColumn(new ComponentRenderer<>(l -> Badge.of("importLine", l.state()))).setHeader(t("field.state")).setWidth("8em").setFlexGrow(0));
        Widths.onlyWide(addColumn(LinesGrid::whose).setHeader(t("field.subscriber")).setFlexGrow(2));
        Widths.onlyWide(addColumn(Line::detail).setHeader(t("import.detail")).setFlexGrow(3));
        Widths.onlyNarrow(addColumn(new ComponentRenderer<>(l -> Widths.twoLines(t("import.lineNumber", l.number(), whose(l)), l.detail() == null ? "" : l.detail(), Badge.of("importLine", l.state())))));
        setItems(lines);
        setHeight("420px");
    }

    private static String whose(Line l) {
        return l.name() == null ? "" : l.account() == null ? l.name() : l.name() + " · " + l.account();
    }
}
