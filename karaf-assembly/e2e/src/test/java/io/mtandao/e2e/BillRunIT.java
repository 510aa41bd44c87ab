package io.mtandao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.testing.db.TestDatabase;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A bill run over many on PostgreSQL that makes sure of every commit (fsync on): killed in the middle and finished after the restart; and worked on by two
 * nodes at once. Either way: exactly one bill each, numbers without a gap, a ledger that is whole.
 */
class BillRunIT {
    /** {@code -Dmtandao.crowd=20000} for the size of a real month's end; bringing them in takes most of the time. */
    private static final int CROWD = Integer.getInteger("mtandao.crowd", 4_000);
    private static final int CROWD_OF_TWO = CROWD / 2;
    private static final int FILE = 500;

    @Test
    void aRunThatIsKilledIsFinishedAndTwoNodesShareOne() throws Exception {
        try (Platform first = Platform.unpack("run-first", TestDatabase.Kind.POSTGRES, Map.of()).start()) {
            Api isp = new Api(first, null).register("run");
            crowd(isp, CROWD);
            long run = isp.post("/api/v1/bill-runs", "{}").expect(202).get("id").asLong();
            long billed = until(() -> isp.get("/api/v1/bill-runs/" + run).expect(200).get("billed").asLong(), n -> n > 0, 120);
            first.kill();
            assertThat(billed).as("the run was over before the power cut, which shows nothing; this machine needs a larger -Dmtandao.crowd").isLessThan(CROWD);

            first.start();
            Api again = isp.as(new Api(first, null).signIn("run", "owner@run.example", "correct-horse-42"));
            until(() -> again.get("/api/v1/bill-runs/" + run).expect(200), r -> r.get("state").asText().equals("done"), 300);
            check(again, run, CROWD);

            try (Platform second = first.twin("run-second", Map.of()).start()) {
                Api two = new Api(first, null).register("two");
                crowd(two, CROWD_OF_TWO);
                long shared = two.post("/api/v1/bill-runs", "{}").expect(202).get("id").asLong();
                assertThat(new Api(second, null).as(two.bearer()).post("/api/v1/bill-runs", "{}").status()).as("one run at a time, whichever node is asked").isIn(409, 202);
                until(() -> two.get("/api/v1/bill-runs/" + shared).expect(200), r -> r.get("state").asText().equals("done"), 180);
                check(two, shared, CROWD_OF_TWO);
                assertThat(second.log()).as("the second node is well").doesNotContain(" ERROR ");
            }
        }
    }

    /** Half of them have the money in their wallets. */
    private static void crowd(Api isp, int count) {
        for (int from = 0; from < count; from += FILE) {
            StringBuilder csv = new StringBuilder("Name,Account,Package,Price,PPPoE user,Expiry,Wallet balance\n");
            for (int i = from; i < Math.min(count, from + FILE); i++)
                csv.append(String.format(Locale.ROOT, "Person %d,A%06d,Home 10M,1500,u%06d,2026-01-31,%s%n", i, i, i, i % 2 == 0 ? "1500" : "0"));
            JsonNode done = isp.post("/api/v1/subscribers/imports/run?makePackages=true&mode=good-lines", csv.toString()).expect(200);
            assertThat(done.get("bad").asInt()).isZero();
        }
    }

    private static void check(Api isp, long run, int count) {
        JsonNode r = isp.get("/api/v1/bill-runs/" + run).expect(200);
        assertThat(r.get("billed").asInt()).isEqualTo(count);
        assertThat(r.get("paid").asInt()).isEqualTo(count / 2);
        assertThat(r.get("parked").asInt()).isZero();
        Set<Long> subscriptions = new HashSet<>();
        Set<String> numbers = new TreeSet<>();
        String cursor = null;
        do {
            JsonNode page = isp.get("/api/v1/bills?limit=500&sort=number" + (cursor == null ? "" : "&cursor=" + cursor)).expect(200);
            page.get("items").forEach(b -> {
                subscriptions.add(b.get("subscriptionId").asLong());
                numbers.add(b.get("number").asText());
            });
            cursor = page.get("next").isNull() ? null : page.get("next").asText();
        } while (cursor != null);
        assertThat(subscriptions).as("exactly one bill each").hasSize(count);
        assertThat(numbers).as("no number twice").hasSize(count);
        assertThat(numbers).as("no number left out").contains("B-000001", String.format(Locale.ROOT, "B-%06d", count));
        JsonNode proof = isp.post("/api/v1/ledger/proof", null).json();
        assertThat(proof.get("whole").asBoolean()).as(String.valueOf(proof)).isTrue();
    }

    private static <T> T until(java.util.function.Supplier<T> question, java.util.function.Predicate<T> holds, int seconds) throws InterruptedException {
        T last = null;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            last = question.get();
            if (holds.test(last)) return last;
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("did not come true in " + seconds + " s; last seen: " + last);
    }
}
