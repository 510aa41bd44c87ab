package io.mtandao.ui.run;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import io.mtandao.api.billing.BillRun;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.FigureRow;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.Toast;
import java.time.Duration;
import java.util.function.Consumer;

/** A run that is going on, followed until it is over. It goes on without this page, and whoever opens the page sees it. */
final class RunProgress extends Div {
    private static final long serialVersionUID = 1;
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration MOST = Duration.ofHours(12);
    private final transient BillRuns runs;
    private final transient Who who;
    private final transient Background background;
    private final transient Consumer<BillRun> over;
    private final H2 title = new H2();
    private final ProgressBar bar = new ProgressBar();
    private final Span done = new Span();
    private final Div figures = new Div();
    private final Button stop;
    private transient Registration watch;
    private long id;

    RunProgress(BillRuns runs, Who who, Background background, boolean write, Consumer<BillRun> over) {
        this.runs = runs;
        this.who = who;
        this.background = background;
        this.over = over;
        setId("run-progress");
        addClassNames("card", "run-card", "run-progress");
        stop = Buttons.danger("run-stop", t("runs.stop"), VaadinIcon.STOP, e -> Ask.first(t("runs.stopTitle"), t("runs.stopText"), t("runs.stop"), true, this::stop));
        stop.setVisible(write);
        done.setId("run-done");
        Div head = new Div(title, stop);
        head.addClassName("card-head");
        add(head, bar, done, figures);
        setVisible(false);
    }

    void follow(BillRun run) {
        id = run.id();
        show(run);
        setVisible(true);
        if (watch != null) watch.remove();
        watch = background.watch(this, EVERY, MOST, this::look);
    }

    private boolean look() {
        BillRun run = runs.get(who.caller(), id);
        show(run);
        if (run.state() == BillRun.State.RUNNING) return true;
        setVisible(false);
        over.accept(run);
        return false;
    }

    private void show(BillRun r) {
        Formats f = who.formats();
        long reached = r.billed() + r.skipped() + r.parked();
        title.setText(t("runs.running", r.id()));
        bar.setIndeterminate(r.planned() == 0);
        if (r.planned() > 0) bar.setValue(Math.min(1d, (double) reached / r.planned()));
        done.setText(t("runs.reached", Formats.count(reached), Formats.count(r.planned())));
        figures.removeAll();
        figures.add(new FigureRow("running").put("billed", Formats.count(r.billed()), t("runs.billed"), "").put("paid", Formats.count(r.paid()), t("runs.paid"), "good")
            .put("skipped", Formats.count(r.skipped()), t("runs.skipped"), "").put("parked", Formats.count(r.parked()), t("runs.parkedShort"), r.parked() > 0 ? "bad" : "")
            .put("total", f.money(r.total()), t("runs.total"), "info"));
    }

    private void stop() {
        runs.stop(who.caller(), id);
        Toast.ok(t("runs.stopping"));
        if (!look() && watch != null) watch.remove();
    }
}
