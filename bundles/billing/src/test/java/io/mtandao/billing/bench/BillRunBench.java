package io.mtandao.billing.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.BillRun;
import io.mtandao.testing.db.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A month's end: bills, lines, bookings and events for all subscriptions of an ISP, half of them paid before and half afterwards. */
class BillRunBench {
    private static final List<String> WRITTEN = List.of("billing_bill", "billing_bill_line", "billing_ledger_transaction", "billing_ledger_entry", "billing_ledger_link",
        "scheduling_event");
    private static final String SIZES = System.getProperty("mtandao.bench.sizes", "10000,30000,100000");

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aRunAgainstPlainBatches(TestDatabase.Kind kind) throws Exception {
        Findings findings = new Findings("bill run " + kind);
        BenchIsp warm = BenchIsp.on(kind).withPackages().withCrowd(2_000);
        run(warm, 2_000, findings);
        for (String size : SIZES.split(",")) {
            int n = Integer.parseInt(size);
            BenchIsp isp = BenchIsp.on(kind).withPackages().withCrowd(n);
            Ceiling ceiling = Ceiling.before(isp);
            long nanos = run(isp, n, findings);
            Ceiling.Measured best = ceiling.measure(WRITTEN, (n + 499) / 500);
            double s = nanos / 1e9, c = best.nanos() / 1e9;
            findings.say(String.format(Locale.ROOT, "%,9d subscriptions: run %6.1f s (%,6.0f/s, %.3f ms each); the same %,d rows by plain batches %6.1f s; ratio %.2f", n, s, n / s,
                1e3 * s / n, best.rows(), c, c / s));
            findings.say("          rows: " + best.perTable());
        }
        findings.end();
    }

    private static long run(BenchIsp isp, int n, Findings findings) {
        isp.clock.advance(java.time.Duration.ofHours(2).plusMinutes(30));
        long began = System.nanoTime();
        BillRun run = isp.parts.runs.start(isp.owner, null);
        List<Long> chunks = isp.desk.open(isp.system, d -> d.em().createQuery("select c.id from ChunkRow c order by c.number", Long.class).getResultList());
        var job = isp.chunks();
        int done = 0;
        for (long chunk : chunks) {
            try {
                job.run(isp.id, String.valueOf(chunk), null);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            if (++done % Math.max(1, chunks.size() / 4) == 0) findings.heap(n, done * 500L);
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
