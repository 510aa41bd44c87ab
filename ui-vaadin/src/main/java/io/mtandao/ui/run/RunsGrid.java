package io.mtandao.ui.run;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.mtandao.api.billing.BillRun;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.bill.BillsView;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;

/** Runs as they were, newest first. */
final class RunsGrid extends ListGrid<BillRun> {
    private static final long serialVersionUID = 1;

    RunsGrid(BillRuns runs, Who who) {
        super("runs-grid");
        Formats f = who.formats();
        wide("started", t("runs.started"), r -> f.time(r.startedAt())).setFlexGrow(2);
        wide("by", t("runs.by"), BillRun::by);
        wideMoney("billed", t("runs.billed"), r -> Formats.count(r.billed()));
        wideMoney("paid", t("runs.paid"), r -> Formats.count(r.paid()));
        wideComponent("parked", t("runs.parkedShort"), r -> r.parked() == 0 ? new Span("–") : new Badge(Formats.count(r.parked()), Badge.Tone.WARN));
        wideMoney("total", t("bills.total", f.currency()), r -> f.number(r.total()));
        wideComponent("state", t("field.state"), r -> Badge.of("runState", r.state()));
        narrow(r -> f.time(r.startedAt()), r -> t("runs.billedShort", Formats.count(r.billed()), f.money(r.total())), r -> Badge.of("runState", r.state()));
        source(new KeysetDataProvider<>(q -> runs.list(who.caller(), q), null, BillRun::id), new EmptyState(VaadinIcon.INVOICE, t("runs.none"), t("runs.noneText")));
        onOpen(r -> open(r, f));
    }

    private static void open(BillRun r, Formats f) {
        RouterLink bills = new RouterLink(t("runs.itsBills"), BillsView.class);
        bills.setQueryParameters(QueryParameters.of("runId", Long.toString(r.id())));
        Facts facts = new Facts().put(t("field.state"), Badge.of("runState", r.state())).put(t("runs.by"), r.by()).put(t("runs.started"), f.time(r.startedAt()))
            .put(t("runs.finished"), f.time(r.finishedAt())).put(t("runs.dueUntil"), f.time(r.until())).put(t("runs.planned"), Formats.count(r.planned()))
            .put(t("runs.billed"), Formats.count(r.billed())).put(t("runs.paid"), Formats.count(r.paid())).put(t("runs.skipped"), Formats.count(r.skipped()))
            .put(t("runs.parkedShort"), Formats.count(r.parked())).put(t("runs.total"), f.money(r.total())).put(t("menu.bills"), bills);
        InfoDialog dialog = new InfoDialog(t("runs.one", r.id()), facts);
        bills.getElement().addEventListener("click", e -> dialog.close());
        dialog.open();
    }
}
