package io.mtandao.billing.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.testing.db.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A payment that renews a subscription, from the money's arrival to the commit: bill, line, two bookings with their links, the new expiry, audit and events. Beside
 * it what the database does at best when one row is inserted and committed.
 */
class RenewalBench {
    private static final int PAYMENTS = Integer.getInteger("mtandao.bench.payments", 4_000);
    private static final int WARM = 500;
    private final AtomicInteger receipts = new AtomicInteger();

    private interface Deed {
        void number(int n) throws Exception;
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aPaymentAgainstABareCommit(TestDatabase.Kind kind) throws Exception {
        Findings findings = new Findings("renewal " + kind);
        BenchIsp isp = BenchIsp.on(kind).withPackages().withPayers(PAYMENTS);
        List<Long> payers = isp.subscribers();
        isp.clock.advance(Duration.ofHours(1));
        measured(WARM, 1, n -> pay(isp, payers, n));
        measured(WARM, 1, n -> bare(isp));
        isp.afterAMinute();
        for (int atOnce : new int[] {1, 4}) {
            long[] bare = measured(PAYMENTS, atOnce, n -> bare(isp));
            long[] paid = measured(PAYMENTS, atOnce, n -> pay(isp, payers, n));
            tell(findings, "one ISP, " + atOnce + " at once", paid, bare);
        }
        List<BenchIsp> four = new ArrayList<>();
        for (int i = 0; i < 4; i++) four.add(BenchIsp.on(kind).withPackages().withPayers(PAYMENTS / 4).afterAMinute());
        List<List<Long>> theirs = four.stream().map(BenchIsp::subscribers).toList();
        long[] paid = measured(PAYMENTS, 4, n -> pay(four.get(n % 4), theirs.get(n % 4), n / 4));
        tell(findings, "four ISPs, 4 at once", paid, measured(PAYMENTS, 4, n -> bare(four.get(n % 4))));
        assertThat(isp.parts.ledger.prove(isp.owner).firstFault()).isNull();
        findings.end();
    }

    private void pay(BenchIsp isp, List<Long> payers, int n) {
        isp.pays(payers.get(n % payers.size()), "R" + receipts.incrementAndGet());
    }

    /** One row of the smallest kind there is, under row-level security. */
    private static void bare(BenchIsp isp) throws SQLException {
        try (Connection c = Ceiling.connection(isp.db, isp.id.value());
            PreparedStatement s = c.prepareStatement("insert into scheduling_event (tenant_id, id, version, created_at, updated_at, type, payload) values (?, ?, 0, ?, ?, ?, ?)")) {
            long id = -NEXT.incrementAndGet();
            Timestamp now = new Timestamp(System.currentTimeMillis());
            s.setString(1, isp.id.value());
            s.setLong(2, id);
            s.setTimestamp(3, now);
            s.setTimestamp(4, now);
            s.setString(5, "bench");
            s.setString(6, "{}");
            s.executeUpdate();
            c.commit();
        }
    }

    private static final AtomicInteger NEXT = new AtomicInteger();

    /** @return nanoseconds of each, in no order, and behind them those of all together */
    private static long[] measured(int times, int atOnce, Deed deed) throws Exception {
        long[] nanos = new long[times + 1];
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        long began = System.nanoTime();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < atOnce; t++)
                all.add(threads.submit(() -> {
                    for (int n = next.getAndIncrement(); n < times; n = next.getAndIncrement()) {
                        long before = System.nanoTime();
                        deed.number(n);
                        nanos[n] = System.nanoTime() - before;
                    }
                    return null;
                }));
            for (Future<?> f : all) f.get();
        } finally {
            threads.shutdown();
        }
        nanos[times] = System.nanoTime() - began;
        return nanos;
    }

    private static void tell(Findings findings, String what, long[] paid, long[] bare) {
        findings.say(line(what + ": payments", paid));
        findings.say(line(what + ": bare commits", bare) + String.format(Locale.ROOT, "; a payment costs %.1f of them", (double) paid[paid.length - 1] / bare[bare.length - 1]));
    }

    private static String line(String what, long[] nanos) {
        int n = nanos.length - 1;
        long[] sorted = Arrays.copyOf(nanos, n);
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "%-38s %,7.0f/s, median %6.2f ms, p99 %6.2f ms", what, n * 1e9 / nanos[n], Findings.millis(sorted, 0.5), Findings.millis(sorted, 0.99));
    }
}
