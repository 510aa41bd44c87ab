package io.mtandao.billing.internal.bill;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.billing.BillRun;
import io.mtandao.api.billing.BillRunFinished;
import io.mtandao.api.billing.Bills.RunResult;
import io.mtandao.api.work.Jobs;
import io.mtandao.billing.internal.bill.ChunkWork.Tally;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.ChunkRow;
import io.mtandao.billing.internal.entity.RunRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs of billing: planned as chunks of payers, one job each, so that all nodes share the work, a node that dies leaves its chunk to another, and
 * nothing is billed twice: a chunk is done in one unit of work that also says so.
 */
@Component(service = BillRunner.class)
public final class BillRunner {
    private static final Logger LOG = LoggerFactory.getLogger(BillRunner.class);
    public static final String JOB = "billing.run-chunk";
    /** How far ahead of its expiry a prepaid period is billed when nobody says otherwise. */
    static final Duration AHEAD = Duration.ofDays(1);
    /** Payers in one unit of work. */
    static final int CHUNK = 500;
    /** A run that is worked through by whoever began it leaves its jobs as a net, for the case that its node dies. */
    private static final Duration NET = Duration.ofMinutes(2);
    private final BillingDesk desk;
    private final ChunkWork work;
    private final Jobs jobs;

    @Activate
    public BillRunner(@Reference BillingDesk desk, @Reference ChunkWork work, @Reference Jobs jobs) {
        this.desk = desk;
        this.work = work;
        this.jobs = jobs;
    }

    /** Plans the run and leaves its jobs. @param later when the jobs are to be looked at */
    long start(Caller caller, Instant until, Duration later) {
        try {
            return begin(caller, until, later);
        } catch (Conflict e) {
            // of two that begin at the same moment the unique key stops one, which then sees the other
            if (desk.busy()) throw e;
            desk.run(caller, BillRunner::requireNone);
            return begin(caller, until, later);
        }
    }

    private static void requireNone(Desk d) {
        running(d).ifPresent(r -> {
            throw new Conflict("a bill run is running already, since " + r.getStartedAt());
        });
    }

    private long begin(Caller caller, Instant until, Duration later) {
        return desk.open(caller, d -> {
            requireNone(d);
            RunRow run = new RunRow(until, caller.name(), d.now(), d.currency());
            d.em().persist(run);
            Map<Long, Long> due = new DueQuery(d, until).perPayer();
            long planned = due.values().stream().mapToLong(Long::longValue).sum();
            run.planned(planned);
            List<Long> payers = List.copyOf(due.keySet());
            for (int from = 0; from < payers.size(); from += CHUNK) {
                ChunkRow chunk = new ChunkRow(run.getId(), from / CHUNK + 1, payers.get(from), payers.get(Math.min(from + CHUNK, payers.size()) - 1));
                d.em().persist(chunk);
                jobs.schedule(d.tenant(), JOB, String.valueOf(chunk.getId()), d.now().plus(later), null);
            }
            d.audit("bill-run.start", "bill-run", run.getId(), null, Map.of("until", until.toString(), "planned", planned));
            if (payers.isEmpty()) finish(d, run);
            return run.getId();
        });
    }

    private static java.util.Optional<RunRow> running(Desk d) {
        return d.em().createQuery("select r from RunRow r where r.runningKey is not null", RunRow.class).getResultList().stream().findFirst();
    }

    /** Begun and worked through here. */
    RunResult billDue(Caller caller) {
        long runId = start(caller, desk.now().plus(AHEAD), NET);
        for (long chunk : desk.open(caller, d -> chunks(d, runId))) workOn(caller, chunk);
        return desk.open(caller, d -> {
            long[] n = sums(d, runId);
            return new RunResult((int) n[0], (int) n[1], (int) n[2], (int) n[3]);
        });
    }

    private static List<Long> chunks(Desk d, long runId) {
        return d.em().createQuery("select c.id from ChunkRow c where c.runId = ?1 order by c.number", Long.class).setParameter(1, runId).getResultList();
    }

    /** Bills a chunk, as a whole or, when that fails, one by one, and ends the run with the last. Harmless to repeat. */
    void workOn(Caller caller, long chunkId) {
        try {
            desk.run(caller, d -> work.whole(d, chunkId));
        } catch (RuntimeException e) {
            LOG.warn("tenant {}: chunk {} of a bill run failed as a whole and is billed one by one: {}", caller.tenant(), chunkId, e.toString());
            oneByOne(caller, chunkId);
        }
        desk.run(caller, d -> {
            ChunkRow chunk = d.em().find(ChunkRow.class, chunkId);
            if (chunk != null) finishIfThrough(d, chunk.getRunId());
        });
    }

    private void oneByOne(Caller caller, long chunkId) {
        record Part(long runId, List<Long> subscriptions) {}
        Part part = desk.open(caller, d -> {
            ChunkRow chunk = ChunkWork.waiting(d, chunkId);
            if (chunk == null) return null;
            Instant until = d.find(RunRow.class, chunk.getRunId(), "run").getUntil();
            return new Part(chunk.getRunId(), new DueQuery(d, until).between(chunk.getFirstPayer(), chunk.getLastPayer()).stream().map(SubscriptionRow::getId).toList());
        });
        if (part == null) return;
        Tally tally = new Tally();
        for (long id : part.subscriptions()) {
            try {
                tally.add(desk.open(caller, d -> work.alone(d, part.runId(), id, true)));
            } catch (RuntimeException e) {
                LOG.warn("tenant {}: subscription {} could not be billed and is parked", caller.tenant(), id, e);
                desk.run(caller, d -> work.parkAlone(d, part.runId(), id, e.getMessage() == null ? e.toString() : e.getMessage()));
                tally.parked++;
            }
        }
        desk.run(caller, d -> {
            ChunkRow chunk = ChunkWork.waiting(d, chunkId);
            if (chunk != null) chunk.done(tally.billed, tally.paid, tally.skipped, tally.parked, tally.total);
        });
    }

    private void finishIfThrough(Desk d, long runId) {
        // under the run's lock, so that of two that end the last two chunks one finds both ended
        RunRow run = d.em().find(RunRow.class, runId, LockModeType.PESSIMISTIC_WRITE);
        if (run == null || run.isOver()) return;
        long left = d.em().createQuery("select count(c) from ChunkRow c where c.runId = ?1 and c.state = ?2", Long.class).setParameter(1, runId)
            .setParameter(2, ChunkRow.State.WAITING).getSingleResult();
        if (left == 0) finish(d, run);
    }

    private static void finish(Desk d, RunRow run) {
        long[] n = sums(d, run.getId());
        run.finish(n, d.now());
        d.raise(new BillRunFinished(run.getId(), n[0], n[1], n[3], d.money(n[4])));
        d.audit("bill-run.end", "bill-run", run.getId(), null,
            Map.of("state", run.getState().name(), "billed", n[0], "paid", n[1], "parked", n[3], "total", d.money(n[4]).toString()));
    }

    /** Billed, paid, skipped, parked, total of a run's chunks. */
    static long[] sums(Desk d, long runId) {
        Object[] row = d.em().createQuery("select sum(c.billed), sum(c.paid), sum(c.skipped), sum(c.parked), sum(c.totalMinor) from ChunkRow c where c.runId = ?1", Object[].class)
            .setParameter(1, runId).getSingleResult();
        long[] sums = new long[row.length];
        for (int i = 0; i < row.length; i++) sums[i] = row[i] == null ? 0 : ((Number) row[i]).longValue();
        return sums;
    }

    static BillRun view(Desk d, RunRow run) {
        return run.view(run.isOver() ? null : sums(d, run.getId()));
    }
}
