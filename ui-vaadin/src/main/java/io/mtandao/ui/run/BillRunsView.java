package io.mtandao.ui.run;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.BillRun;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.api.billing.BillRuns.Parked;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.AskReason;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.PageHeader;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.Area;
import io.mtandao.ui.shell.MainLayout;
import java.time.Instant;

/** Bill runs: what the next one would do, the one that is going on, what is parked, and those that were. */
@Needs(Permission.BILLS_READ)
@Route(value = "bill-runs", layout = MainLayout.class)
public final class BillRunsView extends Div implements HasDynamicTitle, ParkedGrid.Listener {
    private static final long serialVersionUID = 1;
    private final transient BillRuns runs;
    private final transient Who who;
    private final NextRun next;
    private final RunProgress progress;
    private final ForecastGrid forecast;
    private final ParkedGrid parked;
    private final RunsGrid past;

    public BillRunsView(BillRuns runs, Who who, Background background) {
        this.runs = runs;
        this.who = who;
        boolean write = who.may(Permission.BILLS_WRITE);
        forecast = new ForecastGrid(runs, who);
        parked = new ParkedGrid(runs, who, write ? this : null);
        past = new RunsGrid(runs, who);
        progress = new RunProgress(runs, who, background, write, this::over);
        next = new NextRun(runs, who, background, write, forecast::until, this::start);
        Checkbox settled = new Checkbox(t("runs.settledToo"));
        settled.setId("parked-settled");
        settled.addValueChangeListener(e -> parked.settled(settled.getValue()));
        addClassName("page");
        add(Area.BILLS.tabs(who, BillRunsView.class), new PageHeader(t("runs.title"), t("runs.text")), progress, next, block("runs.preview", null, forecast),
            low(block("runs.parkedTitle", settled, parked)), low(block("runs.past", null, past)));
        next.look();
        runs.list(who.caller(), ListQuery.first(1)).items().stream().filter(r -> r.state() == BillRun.State.RUNNING).findFirst().ifPresent(this::follow);
    }

    private static Div block(String title, Component beside, Component grid) {
        Div head = new Div(new H2(t(title)));
        head.addClassName("card-head");
        if (beside != null) head.add(beside);
        Div frame = new Div(grid);
        frame.addClassName("grid-frame");
        Div block = new Div(head, frame);
        block.addClassName("grid-block");
        return block;
    }

    private static Div low(Div block) {
        block.addClassName("grid-low");
        return block;
    }

    private void start(Instant until) {
        BillRun run = runs.start(who.caller(), until);
        Toast.ok(t("runs.startedNow"));
        follow(run);
    }

    private void follow(BillRun run) {
        next.setVisible(false);
        progress.follow(run);
        past.reload();
    }

    private void over(BillRun run) {
        Toast.ok(t(run.state() == BillRun.State.DONE ? "runs.isOver" : "runs.isStopped", run.billed(), who.formats().money(run.total())));
        next.setVisible(true);
        next.look();
        parked.reload();
        past.reload();
    }

    @Override
    public void retry(Parked p) {
        if (!Problems.attempt(() -> runs.retry(who.caller(), p.id()))) return;
        Toast.ok(t("runs.retried", p.subscriberName()));
        parked.reload();
    }

    @Override
    public void dismiss(Parked p) {
        AskReason.open("parked-dismiss", t("runs.dismissTitle", p.subscriberName()), t("runs.dismissText"), t("runs.dismiss"), reason -> {
            runs.dismiss(who.caller(), p.id(), reason);
            Toast.ok(t("runs.dismissed", p.subscriberName()));
            parked.reload();
        });
    }

    @Override
    public String getPageTitle() {
        return t("runs.title");
    }
}
