package io.mtandao.ui.voucher;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Money;
import io.mtandao.api.Permission;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.api.voucher.Vouchers.ReportLine;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.DayField;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.FigureRow;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.PageHeader;
import io.mtandao.ui.kit.Widths;
import io.mtandao.ui.shell.Area;
import io.mtandao.ui.shell.MainLayout;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** What was made in a time, what of it was used, and what money is still out in open codes. */
@Needs(Permission.VOUCHERS_READ)
@Route(value = "voucher-report", layout = MainLayout.class)
public final class VoucherReportView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient Vouchers vouchers;
    private final transient Who who;
    private final DayField from = new DayField("report-from", t("filter.from"));
    private final DayField to = new DayField("report-to", t("filter.to"));
    private final Div shown = new Div();
    private final transient Checks checks = new Checks();

    public VoucherReportView(Vouchers vouchers, Who who) {
        this.vouchers = vouchers;
        this.who = who;
        addClassName("page");
        LocalDate today = who.formats().today();
        from.setValue(today.minusMonths(2).withDayOfMonth(1));
        to.setValue(today);
        checks.field("from", from, () -> from.isEmpty() ? t("check.needed") : null)
            .field("to", to, () -> to.isEmpty() ? t("check.needed") : !from.isEmpty() && to.getValue().isBefore(from.getValue()) ? t("statement.backwards") : null);
        Div row = new Div(from, to, Buttons.plain("report-show", t("statement.show"), VaadinIcon.SEARCH, e -> show()));
        row.addClassName("statement-range");
        shown.addClassName("statement");
        add(Area.VOUCHERS.tabs(who, VoucherReportView.class), new PageHeader(t("voucherReport.title"), t("voucherReport.text")), row, shown);
        show();
    }

    private void show() {
        shown.removeAll();
        checks.attempt(() -> {
            Formats f = who.formats();
            List<ReportLine> lines = vouchers.report(who.caller(), from.getValue().atStartOfDay(f.zone()).toInstant(), to.getValue().plusDays(1).atStartOfDay(f.zone()).toInstant());
            shown.add(figures(lines, f), grid(lines, f));
        });
    }

    private static FigureRow figures(List<ReportLine> lines, Formats f) {
        return new FigureRow("report").put("made", Formats.count(lines.stream().mapToLong(ReportLine::made).sum()), t("voucherReport.made"), "")
            .put("used", Formats.count(lines.stream().mapToLong(ReportLine::used).sum()), t("voucherState.USED"), "")
            .put("used-worth", f.number(sum(lines, ReportLine::usedWorth, f)), t("voucherReport.usedWorth", f.currency()), "good")
            .put("open-worth", f.number(sum(lines, ReportLine::openWorth, f)), t("voucherReport.openWorth", f.currency()), "info");
    }

    private static Money sum(List<ReportLine> lines, Function<ReportLine, Money> of, Formats f) {
        return lines.stream().map(of).reduce(Money.zero(f.currency()), Money::plus);
    }

    private Grid<ReportLine> grid(List<ReportLine> lines, Formats f) {
        Grid<ReportLine> grid = new Grid<>();
        grid.setId("report-grid");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.addClassNames("list-grid", "openable");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        Widths.onlyWide(grid.addColumn(ReportLine::batchName).setHeader(t("vouchers.batch")).setFlexGrow(2));
        number(grid, t("vouchers.value"), l -> f.number(l.value()));
        number(grid, t("voucherReport.made"), l -> Formats.count(l.made()));
        number(grid, t("voucherState.USED"), l -> Formats.count(l.used()));
        number(grid, t("voucherState.OVER"), l -> Formats.count(l.over()));
        number(grid, t("voucherState.WITHDRAWN"), l -> Formats.count(l.withdrawn()));
        number(grid, t("voucherReport.usedWorth", f.currency()), l -> f.number(l.usedWorth()));
        number(grid, t("voucherReport.openWorth", f.currency()), l -> f.number(l.openWorth()));
        Widths.onlyNarrow(grid.addColumn(new ComponentRenderer<>(l -> Widths.twoLines(l.batchName(), t("voucherReport.line", l.used(), l.made()), new Span(f.number(l.usedWorth()))))).setFlexGrow(1));
        grid.setItems(lines);
        grid.setAllRowsVisible(true);
        grid.addItemClickListener(e -> getUI().ifPresent(ui -> ui.navigate(VoucherBatchView.class, e.getItem().batchId())));
        grid.setEmptyStateComponent(new EmptyState(VaadinIcon.TICKET, t("voucherReport.none"), t("statement.noneText")));
        return grid;
    }

    private static void number(Grid<ReportLine> grid, String head, com.vaadin.flow.function.SerializableFunction<ReportLine, String> value) {
        Widths.onlyWide(grid.addColumn(value::apply).setHeader(head).setAutoWidth(true).setTextAlign(ColumnTextAlign.END));
    }

    @Override
    public String getPageTitle() {
        return t("voucherReport.title");
    }
}
