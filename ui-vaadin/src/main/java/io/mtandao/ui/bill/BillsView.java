package io.mtandao.ui.bill;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Caller;
import io.mtandao.api.Permission;
import io.mtandao.api.Problem;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Bills.RunResult;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.MainLayout;
import java.util.Arrays;

/** All bills, and the run that bills what is due. */
@Needs(Permission.BILLS_READ)
@Route(value = "bills", layout = MainLayout.class)
public final class BillsView extends ListPage {
    private static final long serialVersionUID = 1;
    private final transient Bills bills;
    private final transient Who who;
    private final transient Background background;
    private final BillsGrid grid;
    private Button run;

    public BillsView(Bills bills, Who who, Background background) {
        super("bills");
        this.bills = bills;
        this.who = who;
        this.background = background;
        search("bills-search", t("bills.search"));
        choice("bills-state", "state", t("filter.allStates"), "billState", Arrays.asList(Bill.State.values()));
        grid = new BillsGrid(bills, who, null, new EmptyState(VaadinIcon.INVOICE, t("bills.none"), t("bills.noneText")));
        onFilter(filters -> grid.source().filter(searched(), filters));
        build(grid, who.may(Permission.BILLS_WRITE) ? new Component[] {runButton()} : new Component[0]);
    }

    private Button runButton() {
        run = Buttons.primary("bill-run", t("bills.run"), VaadinIcon.PLAY, e -> Ask.first(t("bills.runTitle"), t("bills.runText"), t("bills.run"), false, this::run));
        return run;
    }

    private void run() {
        Caller caller = who.caller();
        run.setEnabled(false);
        background.run(this, () -> bills.billDue(caller), this::done, e -> {
            run.setEnabled(true);
            if (e instanceof Problem p) Problems.tell(p);
            else Toast.fail(t("problem.unexpected"));
        });
    }

    private void done(RunResult r) {
        run.setEnabled(true);
        grid.reload();
        InfoDialog result = new InfoDialog(t("bills.ran"), new Facts().put(t("bills.billed"), Formats.count(r.billed())).put(t("bills.paidNow"), Formats.count(r.paid()))
            .put(t("bills.skipped"), Formats.count(r.skipped())).put(t("bills.failed"), Formats.count(r.failed())));
        result.setId("bill-run-result");
        result.open();
    }
}
