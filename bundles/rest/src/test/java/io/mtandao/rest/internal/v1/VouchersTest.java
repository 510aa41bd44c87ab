package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.Throttled;
import io.mtandao.api.billing.Papers;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.rest.internal.ApiServer;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VouchersTest extends RestTest {
    private static final String BATCHES = "/api/v1/voucher-batches", VOUCHERS = "/api/v1/vouchers", CODE = "KN7H2WQ4XR9M";

    private static String body(String text) {
        return json(text).toString();
    }

    @Test
    void aBatchBuysAPackageOrBringsMoney() {
        var reply = ok(api.post(BATCHES, body("{'name':'Kiosk','packageId':7,'count':100}")), 201);
        assertThat(api.vouchers.only("create").arguments()).containsExactly(Sample.OWNER, new Vouchers.BatchDraft("Kiosk", 7L, null, "", 100, 0, 0, 10));
        assertThat(reply.header("Location")).isEqualTo("/api/v1/voucher-batches/7");
        assertThat(reply.body()).doesNotContain("code");
    }

    @Test
    void allThatABatchCanBeReachesTheService() {
        ok(api.post(BATCHES,
            body("{'name':'Kiosk','value':{'minor':5000,'currency':'KES'},'prefix':'KN','count':10000,'shelfDays':365,'deviceLimit':2,'length':12}")), 201);
        assertThat(api.vouchers.only("create").<Vouchers.BatchDraft>argument(1)).isEqualTo(new Vouchers.BatchDraft("Kiosk", null, Money.of(5_000, "KES"), "KN",
            10_000, 365, 2, 12));
    }

    @Test
    void aBatchIsReadPrintedAndWithdrawn() {
        assertThat(ok(api.get(BATCHES + "/5"), 200).json().path("counts")).isEqualTo(json("{'unused':7,'used':7,'over':7,'withdrawn':7}"));
        api.vouchers.answers("printSheet", a -> new Papers.Paper("vouchers-5.pdf", "application/pdf", new byte[] {37, 80, 68, 70}));
        var sheet = ok(api.get(BATCHES + "/5/sheet"), 200);
        assertThat(sheet.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(sheet.header("Content-Disposition")).isEqualTo("attachment; filename=\"vouchers-5.pdf\"");
        ok(api.post(BATCHES + "/5/withdraw", body("{'reason':'stolen'}")), 200);
        assertThat(api.vouchers.only("withdraw").arguments()).containsExactly(Sample.OWNER, 5L, "stolen");
        ok(api.get(BATCHES + "?packageId=7&q=kiosk&sort=-createdAt"), 200);
        assertThat(api.vouchers.only("batches").<ListQuery>argument(1)).isEqualTo(new ListQuery("kiosk", Map.of("packageId", "7"), "-createdAt", 50, null));
    }

    @Test
    void aVoucherOnTheWire() {
        api.vouchers.answers("get", a -> new Voucher(9, 5, "Kiosk", CODE, null, null, Money.of(5_000, "KES"), Voucher.State.UNUSED, null, null, null, null,
            null, null, Sample.NOON, 0));
        assertThat(ok(api.get(VOUCHERS + "/9"), 200).json()).isEqualTo(json("{'id':9,'batchId':5,'batchName':'Kiosk','code':'" + CODE
            + "','packageId':null,'packageName':null,"
            + "'value':{'minor':5000,'currency':'KES'},'state':'unused','subscriberId':null,'subscriberName':null,'phone':null,'subscriptionId':null,'usedAt':null,'validUntil':null,"
            + "'sellBy':'2026-11-22T09:00:00Z','deviceLimit':0}"));
        ok(api.post(VOUCHERS + "/9/withdraw", body("{'reason':'lost'}")), 200);
        assertThat(api.vouchers.only("withdrawOne").arguments()).containsExactly(Sample.OWNER, 9L, "lost");
        ok(api.get(VOUCHERS + "?batchId=5&state=used&phone=0712345678&subscriberId=42"), 200);
        assertThat(api.vouchers.only("list").<ListQuery>argument(1))
            .isEqualTo(new ListQuery(null, Map.of("batchId", "5", "state", "USED", "phone", "0712345678", "subscriberId", "42"), null, 50, null));
    }

    @Test
    void aCodeIsLookedForInTheBodyAndNeverInTheAddress() {
        invalid(api.get(VOUCHERS + "?q=" + CODE), "q");
        assertThat(ok(api.post(VOUCHERS + "/search", body("{'code':'" + CODE + "'}")), 200).json().path("items").isArray()).isTrue();
        assertThat(api.vouchers.only("list").<ListQuery>argument(1)).isEqualTo(new ListQuery(CODE, Map.of(), null, 1, null));
        invalid(api.post(VOUCHERS + "/search", body("{}")), "code");
    }

    @Test
    void aCodeIsTurnedIntoTimeFromTheCallersAddress() {
        var reply = ok(api.post(VOUCHERS + "/redeem", body("{'code':'" + CODE + "','subscriberId':42}")), 200);
        assertThat(api.vouchers.only("redeem").arguments()).isEqualTo(Arrays.asList(Sample.OWNER, CODE, 42L, null, "127.0.0.1"));
        assertThat(reply.json().fieldNames()).toIterable().containsExactly("voucher", "subscriberId", "subscriptionId", "validUntil", "balance");
    }

    @Test
    void behindAProxyItIsTheAddressThatTheProxyTells() {
        try (ApiServer behind = new ApiServer(Set.of("127.0.0.1"))) {
            ok(behind.post(VOUCHERS + "/redeem", body("{'code':'" + CODE + "','phone':'0712345678'}"), "X-Forwarded-For", "197.232.1.10"), 200);
            assertThat(behind.vouchers.only("redeem").arguments()).isEqualTo(Arrays.asList(Sample.OWNER, CODE, null, "0712345678", "197.232.1.10"));
        }
    }

    @Test
    void nobodySaysFromWhereHeTries() {
        ok(api.post(VOUCHERS + "/redeem", body("{'code':'" + CODE + "','phone':'0712345678'}"), "X-Forwarded-For", "197.232.1.10"), 200);
        assertThat(api.vouchers.only("redeem").<String>argument(4)).isEqualTo("127.0.0.1");
        invalid(api.post(VOUCHERS + "/redeem", body("{'code':'" + CODE + "','tryingFrom':'1.2.3.4'}")), "tryingFrom");
    }

    @Test
    void aCodeThatCannotBeTakenSaysWhyUnlessItIsUnknown() {
        String body = body("{'code':'" + CODE + "','subscriberId':42}");
        api.vouchers.fails("redeem", new NotFound("voucher"));
        problem(api.post(VOUCHERS + "/redeem", body), 404, "not-found");
        api.vouchers.fails("redeem", new Conflict("it was used on 20 November"));
        problem(api.post(VOUCHERS + "/redeem", body), 409, "conflict");
        api.vouchers.fails("redeem", new Throttled(Duration.ofMinutes(5)));
        assertThat(problem(api.post(VOUCHERS + "/redeem", body), 429, "throttled").header("Retry-After")).isEqualTo("300");
    }

    @Test
    void aCodeSentTwiceWithOneKeyIsRedeemedOnce() {
        String body = body("{'code':'" + CODE + "','subscriberId':42}");
        ok(api.post(VOUCHERS + "/redeem", body, "Idempotency-Key", "k"), 200);
        assertThat(ok(api.post(VOUCHERS + "/redeem", body, "Idempotency-Key", "k"), 200).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(api.vouchers.count("redeem")).isEqualTo(1);
    }

    @Test
    void whatAPhoneStillHasIsFound() {
        ok(api.get(VOUCHERS + "/reusable?phone=0712%20345%20678"), 200);
        assertThat(api.vouchers.only("reusable").arguments()).containsExactly(Sample.OWNER, "0712 345 678");
        invalid(api.get(VOUCHERS + "/reusable"), "phone");
        invalid(api.get(VOUCHERS + "/reusable?phone="), "phone");
    }

    @Test
    void theReportIsOfWhatWasMadeInATime() {
        api.vouchers.answers("report", a -> List.of(new Vouchers.ReportLine(5, "Kiosk", Money.of(50, "KES"), 100, 60, 10, 5, Money.of(3_000, "KES"),
            Money.of(1_250, "KES"))));
        assertThat(ok(api.get(VOUCHERS + "/report?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z"), 200).json().path("items")).isEqualTo(json("""
            [{'batchId':5,'batchName':'Kiosk','value':{'minor':50,'currency':'KES'},'made':100,'used':60,'over':10,'withdrawn':5,
              'usedWorth':{'minor':3000,'currency':'KES'},'openWorth':{'minor':1250,'currency':'KES'}}]"""));
        assertThat(api.vouchers.only("report").arguments()).containsExactly(Sample.OWNER, Instant.parse("2026-11-01T00:00:00Z"),
            Instant.parse("2026-12-01T00:00:00Z"));
        invalid(api.get(VOUCHERS + "/report?from=2026-11-01T00:00:00Z"), "to");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        voucher-batches            | {'packageId':7,'count':100}                                              | name
        voucher-batches            | {'name':'K','packageId':7}                                               | count
        voucher-batches            | {'name':'K','packageId':7,'count':'many'}                                | count
        voucher-batches            | {'name':'K','value':{'minor':1,'currency':'XQX'},'count':1}              | value.currency
        voucher-batches            | {'name':'K','packageId':7,'count':1,'codes':['AAAA']}                    | codes
        voucher-batches/5/withdraw | {}                                                                       | reason
        vouchers/9/withdraw        | {'reason':null}                                                          | reason
        vouchers/redeem            | {'subscriberId':42}                                                      | code
        vouchers/redeem            | {'code':12345678}                                                        | code
        """)
    void whatDoesNotFitIsRefusedAndNamed(String path, String body, String field) {
        invalid(api.post("/api/v1/" + path, body(body)), field);
        for (String m : new String[] {"create", "withdraw", "withdrawOne", "redeem"}) assertThat(api.vouchers.count(m)).as(m).isZero();
    }

    @Test
    void whatIsAnotherIspsIsNotThere() {
        for (String m : new String[] {"batch", "withdraw", "printSheet", "get", "withdrawOne"}) api.vouchers.fails(m, new NotFound("it"));
        for (String path : new String[] {BATCHES + "/5", BATCHES + "/5/sheet", VOUCHERS + "/9"}) problem(api.get(path), 404, "not-found");
        for (String path : new String[] {BATCHES + "/5/withdraw", VOUCHERS + "/9/withdraw"}) problem(api.post(path, body("{'reason':'x'}")), 404, "not-found");
    }

    @Test
    void whoMayReadMayNeitherMakeNorRedeem() {
        api.caller = Sample.caller(EnumSet.of(Permission.VOUCHERS_READ));
        ok(api.get(VOUCHERS), 200);
        for (String path : new String[] {BATCHES, BATCHES + "/5/withdraw", VOUCHERS + "/9/withdraw", VOUCHERS + "/redeem"}) problem(api.post(path, "{}"), 403,
            "forbidden");
    }

    @Test
    void whoSellsSubscriptionsMayRedeem() {
        api.caller = Sample.caller(EnumSet.of(Permission.SUBSCRIPTIONS_WRITE));
        ok(api.post(VOUCHERS + "/redeem", body("{'code':'" + CODE + "','phone':'0712345678'}")), 200);
        problem(api.get(VOUCHERS), 403, "forbidden");
    }
}
