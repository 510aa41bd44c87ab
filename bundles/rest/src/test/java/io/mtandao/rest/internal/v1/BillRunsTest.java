package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.BillRun;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs of billing: previewed, begun, watched, and what they could not bill. */
class BillRunsTest extends RestTest {
    private static final String RUNS = "/api/v1/bill-runs";
    private static final Instant MONTH_END = Instant.parse("2026-11-30T21:00:00Z");

    @Test
    void aRunIsBegunAndGoesOnInTheBackground() {
        api.billRuns.answers("start", a -> new BillRun(5, 0, BillRun.State.RUNNING, MONTH_END, "Wanjiku", Sample.NOON, null, 20_000, 0, 0, 0, 0,
            Money.of(0, "KES")));
        var reply = ok(api.post(RUNS, "{\"until\":\"2026-11-30T21:00:00Z\"}"), 202);
        assertThat(api.billRuns.only("start").arguments()).containsExactly(Sample.OWNER, MONTH_END);
        assertThat(reply.header("Location")).isEqualTo("/api/v1/bill-runs/5");
        assertThat(reply.json())
            .isEqualTo(json("{'id':5,'version':0,'state':'running','until':'2026-11-30T21:00:00Z','by':'Wanjiku','startedAt':'2026-11-22T09:00:00Z','finishedAt':null,"
            + "'planned':20000,'billed':0,'paid':0,'skipped':0,'parked':0,'total':{'minor':0,'currency':'KES'}}"));
    }

    @Test
    void withoutATimeItIsWhatIsDueWithinADay() {
        ok(api.post(RUNS, "{}"), 202);
        assertThat(api.billRuns.only("start").arguments()).isEqualTo(Arrays.asList(Sample.OWNER, null));
        api.billRuns.fails("start", new Conflict("another run is under way"));
        problem(api.post(RUNS, "{}"), 409, "conflict");
    }

    @Test
    void theSameKeyTwiceBeginsOneRun() {
        ok(api.post(RUNS, "{}", "Idempotency-Key", "november"), 202);
        var again = ok(api.post(RUNS, "{}", "Idempotency-Key", "november"), 202);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo("/api/v1/bill-runs/7");
        assertThat(api.billRuns.count("start")).isEqualTo(1);
    }

    @Test
    void aRunIsWatchedAndStopped() {
        ok(api.get(RUNS + "/5"), 200);
        assertThat(api.billRuns.only("get").<Long>argument(1)).isEqualTo(5);
        assertThat(ok(api.post(RUNS + "/5/stop", null), 202).header("Location")).isEqualTo("/api/v1/bill-runs/5");
        assertThat(api.billRuns.only("stop").<Long>argument(1)).isEqualTo(5);
        ok(api.get(RUNS + "?limit=5"), 200);
        assertThat(api.billRuns.only("list").<ListQuery>argument(1)).isEqualTo(ListQuery.first(5));
    }

    @Test
    void thePreviewPagesAndItsTimeIsNoFilter() {
        var preview = ok(api.get(RUNS + "/preview?until=2026-11-30T21:00:00Z&limit=5&cursor=c"), 200).json();
        assertThat(api.billRuns.only("preview").arguments()).containsExactly(Sample.OWNER, MONTH_END, new ListQuery(null, Map.of(), null, 5, "c"));
        assertThat(preview.at("/items/0/lines/0/kind").asText()).isEqualTo("package");
        api.billRuns.answers("sum", a -> new BillRuns.Sum(20_000, Money.of(3_000_000_000L, "KES"), 17_000, 3));
        assertThat(ok(api.get(RUNS + "/preview/sum"), 200).json())
            .isEqualTo(json("{'bills':20000,'total':{'minor':3000000000,'currency':'KES'},'covered':17000,'problems':3}"));
        assertThat(api.billRuns.only("sum").arguments()).isEqualTo(Arrays.asList(Sample.OWNER, null));
        assertThat(api.billRuns.count("get")).isZero();
    }

    @Test
    void whatCouldNotBeBilledIsTriedAgainOrDismissed() {
        ok(api.get(RUNS + "/parked?runId=5&open=true"), 200);
        assertThat(api.billRuns.only("parked").<ListQuery>argument(1).filters()).isEqualTo(Map.of("runId", "5", "open", "true"));
        assertThat(ok(api.post(RUNS + "/parked/8/retry", null), 201).header("Location")).isEqualTo("/api/v1/bills/7");
        assertThat(api.billRuns.only("retry").arguments()).containsExactly(Sample.OWNER, 8L);
        ok(api.post(RUNS + "/parked/8/dismiss", "{\"reason\":\"billed by hand\"}"), 204);
        assertThat(api.billRuns.only("dismiss").arguments()).containsExactly(Sample.OWNER, 8L, "billed by hand");
        api.billRuns.fails("retry", new Conflict("the tax code vat has no rate today"));
        assertThat(problem(api.post(RUNS + "/parked/8/retry", null), 409, "conflict").body()).contains("no rate today");
    }

    @Test
    void whatDoesNotFitIsRefusedAndNamed() {
        invalid(api.post(RUNS, "{\"until\":\"tonight\"}"), "until");
        invalid(api.post(RUNS, "{\"from\":\"2026-11-30T21:00:00Z\"}"), "from");
        invalid(api.post(RUNS + "/parked/8/dismiss", "{}"), "reason");
        invalid(api.post(RUNS + "/5/stop", "{\"now\":true}"), "now");
        invalid(api.get(RUNS + "/preview?sort=total"), "sort");
        invalid(api.get(RUNS + "/preview/sum?limit=3"), "limit");
        invalid(api.get(RUNS + "/parked?open=yes"), "open");
        assertThat(api.billRuns.count("start") + api.billRuns.count("dismiss") + api.billRuns.count("stop")).isZero();
    }

    @Test
    void whatIsAnotherIspsIsNotThere() {
        for (String m : new String[] {"get", "stop", "retry", "dismiss"}) api.billRuns.fails(m, new NotFound("it"));
        problem(api.get(RUNS + "/5"), 404, "not-found");
        problem(api.post(RUNS + "/5/stop", null), 404, "not-found");
        problem(api.post(RUNS + "/parked/8/retry", null), 404, "not-found");
        problem(api.post(RUNS + "/parked/8/dismiss", "{\"reason\":\"x\"}"), 404, "not-found");
    }

    @Test
    void whoMayReadMayNotRun() {
        api.caller = Sample.caller(EnumSet.of(Permission.BILLS_READ));
        for (String path : new String[] {"", "/5", "/preview", "/preview/sum", "/parked"}) ok(api.get(RUNS + path), 200);
        for (String path : new String[] {"", "/5/stop", "/parked/8/retry", "/parked/8/dismiss"}) problem(api.post(RUNS + path, "{}"), 403, "forbidden");
    }
}
