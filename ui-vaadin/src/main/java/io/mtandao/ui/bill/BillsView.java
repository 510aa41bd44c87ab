package io.mtandao.ui.bill;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Papers;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.run.BillRunsView;
import io.mtandao.ui.shell.Area;
import io.mtandao.ui.shell.MainLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** All bills and credit notes. {@code ?overdue=true} and {@code ?runId=7} set the filters. */
@Needs(Permission.BILLS_READ)
@Route(value = "bills", layout = MainLayout.class)
public final class BillsView extends ListPage implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;
    private final Checkbox overdue = new Checkbox(t("bills.onlyOverdue"));
    private final Button run = Buttons.plain("bills-run", "", VaadinIcon.CLOSE_SMALL, e -> ofRun(null));
    private Long runId;

    public BillsView(Bills bills, Papers papers, Who who) {
        super("bills");
        BillsGrid grid = new BillsGrid(bills, papers, who, null, new EmptyState(VaadinIcon.INVOICE, t("bills.none"), t("bills.noneText")));
        search("bills-search", t("bills.search"));
        choice("bills-kind", "kind", t("bills.allKinds"), "billKind", Arrays.asList(Bill.Kind.values()));
        choice("bills-state", "state", t("filter.allStates"), "billState", Arrays.asList(Bill.State.values()));
        days("bills", who.settings().zone());
        overdue.setId("bills-overdue");
        overdue.addValueChangeListener(e -> changed());
        filter("overdue", overdue, () -> overdue.getValue() ? "true" : null);
        run.setVisible(false);
        filter("runId", run, () -> runId == null ? null : runId.toString());
        onFilter(filters -> grid.source().filter(searched(), filters));
        tabs(Area.BILLS.tabs(who, BillsView.class));
        build(grid, who.may(Permission.BILLS_WRITE) ? new Component[] {toRuns()} : new Component[0]);
    }

    private Button toRuns() {
        return Buttons.primary("bill-run", t("bills.run"), VaadinIcon.PLAY, e -> getUI().ifPresent(ui -> ui.navigate(BillRunsView.class)));
    }

    private void ofRun(Long id) {
        runId = id;
        run.setVisible(id != null);
        run.setText(t("bills.onlyOfRun", id));
        changed();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Map<String, List<String>> asked = event.getLocation().getQueryParameters().getParameters();
        overdue.setValue(asked.getOrDefault("overdue", List.of()).contains("true"));
        String id = asked.getOrDefault("runId", List.of("")).get(0);
        ofRun(id.matches("\\d{1,18}") ? Long.valueOf(id) : null);
    }
}
