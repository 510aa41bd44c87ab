package io.mtandao.billing.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.BillRun;
import io.mtandao.api.work.JobHandler;
import io.mtandao.testing.db.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A month's end: bills, lines, bookings and events for all subscriptions of an ISP, half of them paid before and half afterwards. */
class BillRunBench {
    private static final List<String> WRITTEN = List.of("billing_bill", "billing_bill_line", "billing_ledger_transaction", "billing_ledger_entry", "billing_ledger_link",
        "scheduling_event");
    private static final int WORKERS = Integer.getInteger("mtandao.bench.workers", 2);
    private static final String SIZES = System.getProperty("mtandao.bench.sizes", "10000,30000,100000");

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aRunAgainstPlainBatches(TestDatabase.Kind kind) throws Exception {
        Findings findings = new Findings("bill run " + kind + (WORKERS == 1 ? "" : ", " + WORKERS + " chunks at once"));
        BenchIsp warm = BenchIsp.on(kind).withPackages().withCrowd(2_000);
        run(warm, 2_000, findings);
        for (String size : SIZES.split(",")) {
            int n = Integer.parseInt(size);
            BenchIsp isp = BenchIsp.on(kind).withPackages().withCrowd(n).afterAMinute();
            Ceiling ceiling = Ceiling.before(isp);
            long nanos = run(isp, n, findings);
            double s = nanos / 1e9;
            findings.say(String.format(Locale.ROOT, "%,9d subscriptions: run %6.1f s (%,6.0f/s, %.3f ms each)", n, s, n / s, 1e3 * s / n));
            Ceiling.Measured plain = against(ceiling, n, s, "plain batches", false, findings);
            if (kind == TestDatabase.Kind.POSTGRES) against(ceiling, n, s, "batches that the driver writes as many rows in one", true, findings);
            findings.say("          rows: " + plain.perTable());
        }
        findings.end();
    }

    private static Ceiling.Measured against(Ceiling ceiling, int n, double run, String what, boolean together, Findings findings) throws SQLException {
        Ceiling.Measured best = ceiling.measure(WRITTEN, (n + 499) / 500, together);
        double c = best.nanos() / 1e9;
        findings.say(String.format(Locale.ROOT, "          the same %,d rows by %s %6.1f s; ratio %.2f", best.rows(), what, c, c / run));
        return best;
    }

    /** As a node does: a few chunks at once. They wait for each other from the moment in which they are numbered, since numbers have no gaps. */
    private static void work(BenchIsp isp, List<Long> chunks) {
        JobHandler job = isp.chunks();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (long chunk : chunks)
                all.add(() -> {
                    job.run(isp.id, String.valueOf(chunk), null);
                    return null;
                });
            for (Future<Void> done : workers.invokeAll(all)) done.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            workers.shutdown();
        }
    }

    private static long run(BenchIsp isp, int n, Findings findings) {
        isp.clock.advance(java.time.Duration.ofHours(2).plusMinutes(30));
        long began = System.nanoTime();
        BillRun run = isp.parts.runs.start(isp.owner, null);
        List<Long> chunks = isp.desk.open(isp.system, d -> d.em().createQuery("select c.id from ChunkRow c order by c.number", Long.class).getResultList());
        int part = Math.max(1, (chunks.size() + 3) / 4);
        for (int from = 0; from < chunks.size(); from += part) {
            int to = Math.min(from + part, chunks.size());
            work(isp, chunks.subList(from, to));
            findings.heap(n, Math.min(n, to * 500L));
        }
        long nanos = System.nanoTime() - began - findings.collecting();
        BillRun over = isp.parts.runs.get(isp.owner, run.id());
        assertThat(over.state()).isEqualTo(BillRun.State.DONE);
        assertThat(over.billed()).isEqualTo(n);
        assertThat(over.paid()).as("all have the money").isEqualTo(n);
        assertThat(TimeUnit.NANOSECONDS.toMillis(nanos)).isPositive();
        return nanos;
    }
}
