package io.mtandao.billing.internal.bill;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillRun;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.billing.internal.bill.ChunkWork.Tally;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.desk.FilterText;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.ParkedRow;
import io.mtandao.billing.internal.entity.RunRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.persistence.Listing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaBillRuns implements BillRuns {
    private static final Duration FARTHEST = Duration.ofDays(31);
    private static final Listing<RunRow> RUNS = Listing.of(RunRow.class);
    private static final Listing<ParkedRow> PARKED = Listing.of(ParkedRow.class)
        .filter("runId", (text, where) -> where.and("e.runId = ?", FilterText.id("runId", text)))
        .filter("open", (text, where) -> where.and(FilterText.flag("open", text) ? "e.openKey is not null" : "e.openKey is null"));
    private final BillingDesk desk;
    private final BillRunner runner;
    private final ChunkWork work;
    private final RunPreview preview;

    @Activate
    public JpaBillRuns(@Reference BillingDesk desk, @Reference BillRunner runner, @Reference ChunkWork work, @Reference RunPreview preview) {
        this.desk = desk;
        this.runner = runner;
        this.work = work;
        this.preview = preview;
    }

    @Override
    public Page<Forecast> preview(Caller caller, Instant until, ListQuery query) {
        caller.require(Permission.BILLS_READ);
        return desk.open(caller, d -> preview.page(d, until(until, d.now()), query));
    }

    @Override
    public Sum sum(Caller caller, Instant until) {
        caller.require(Permission.BILLS_READ);
        return preview.sum(caller, until(until, desk.now()));
    }

    @Override
    public BillRun start(Caller caller, Instant until) {
        caller.require(Permission.BILLS_WRITE);
        long id = runner.start(caller, until(until, desk.now()), Duration.ZERO);
        return get(caller, id);
    }

    private static Instant until(Instant asked, Instant now) {
        if (asked == null) return now.plus(BillRunner.AHEAD);
        if (asked.isAfter(now.plus(FARTHEST))) throw Invalid.field("until", "at most " + FARTHEST.toDays() + " days ahead");
        return asked;
    }

    @Override
    public BillRun stop(Caller caller, long id) {
        caller.require(Permission.BILLS_WRITE);
        return desk.open(caller, d -> {
            RunRow run = d.find(RunRow.class, id, "bill run");
            if (run.isOver() || run.getState() != BillRun.State.RUNNING) throw new Conflict("this run is over");
            run.stop();
            d.audit("bill-run.stop", "bill-run", id, null, Map.of("by", caller.name()));
            return BillRunner.view(d, run);
        });
    }

    @Override
    public BillRun get(Caller caller, long id) {
        caller.require(Permission.BILLS_READ);
        return desk.open(caller, d -> BillRunner.view(d, d.find(RunRow.class, id, "bill run")));
    }

    @Override
    public Page<BillRun> list(Caller caller, ListQuery query) {
        caller.require(Permission.BILLS_READ);
        return desk.open(caller, d -> RUNS.page(d.em(), query, r -> r).map(r -> BillRunner.view(d, r)));
    }

    @Override
    public Page<Parked> parked(Caller caller, ListQuery query) {
        caller.require(Permission.BILLS_READ);
        return desk.open(caller, d -> {
            Page<ParkedRow> rows = PARKED.page(d.em(), query, p -> p);
            Map<Long, String> names = names(d, rows.items());
            return rows.map(p -> new Parked(p.getId(), p.getRunId(), p.getSubscriptionId(), p.getSubscriberId(), names.get(p.getSubscriberId()), p.getReason(), p.getParkedAt(),
                p.getSettledAt(), p.getSettledBy()));
        });
    }

    private static Map<Long, String> names(Desk d, List<ParkedRow> rows) {
        return d.all(SubscriberRow.class, rows.stream().map(ParkedRow::getSubscriberId).distinct().toList()).stream()
            .collect(Collectors.toMap(SubscriberRow::getId, SubscriberRow::getName));
    }

    @Override
    public Bill retry(Caller caller, long parkedId) {
        caller.require(Permission.BILLS_WRITE);
        return desk.open(caller, d -> {
            ParkedRow parked = open(d, parkedId);
            Tally tally = work.alone(d, parked.getRunId(), parked.getSubscriptionId(), false);
            if (tally.billed == 0) throw new Conflict(tally.parked > 0 ? parked.getReason() : "nothing is due for it any more; dismiss it");
            d.audit("bill-run.retry", "parked", parkedId, null, Map.of("subscription", parked.getSubscriptionId()));
            return BillViews.one(d, d.em().createQuery("select b from BillRow b where b.subscriptionId = ?1 order by b.id desc", BillRow.class)
                .setParameter(1, parked.getSubscriptionId()).setMaxResults(1).getSingleResult());
        });
    }

    @Override
    public void dismiss(Caller caller, long parkedId, String reason) {
        caller.require(Permission.BILLS_WRITE);
        new Invalid.Check().notBlank(reason, "reason", 300).orThrow();
        desk.run(caller, d -> {
            open(d, parkedId).settle(d.now(), caller.name());
            d.audit("bill-run.dismiss", "parked", parkedId, null, Map.of("reason", reason.strip()));
        });
    }

    private static ParkedRow open(Desk d, long id) {
        ParkedRow parked = d.find(ParkedRow.class, id, "parked account");
        if (parked.getSettledAt() != null) throw new Conflict("this one was settled already, by " + parked.getSettledBy());
        return parked;
    }
}
