package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Extras;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Usage;
import io.mtandao.api.router.Routers;
import io.mtandao.rest.internal.ApiServer;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subscriptions: their steps, what is to come, what is paid beside the package, and their data. */
class SubscriptionsTest extends RestTest {
    private static final String ONE = "/api/v1/subscriptions/9";

    private static String body(String text) {
        return json(text).toString();
    }

    @Test
    void aSubscriptionOnTheWireNeverShowsItsPassword() {
        ApiServer.Reply reply = ok(api.post("/api/v1/subscriptions", """
            {"subscriberId":42,"packageId":7,"routerId":null,"pppoeUser":"grace","pppoePassword":"pw522089","expiresAt":"2026-12-22T09:00:00Z"}"""), 201);
        assertThat(api.subscriptions.only("create").<Subscriptions.Draft>argument(1)).isEqualTo(new Subscriptions.Draft(42, 7, null, "grace", "pw522089",
            Instant.parse("2026-12-22T09:00:00Z")));
        assertThat(reply.body()).doesNotContainIgnoringCase("password").doesNotContain("pw522089");
    }

    @Test
    void renewingAnswersTheSubscriptionOrWhatIsMissing() {
        assertThat(ok(api.post("/api/v1/subscriptions/9/renew", null), 200).json().path("state").asText()).isEqualTo("pending");
        assertThat(api.subscriptions.only("renew").<Long>argument(1)).isEqualTo(9);
        api.subscriptions.fails("renew", new Conflict("KES 500.00 are missing"));
        assertThat(problem(api.post("/api/v1/subscriptions/9/renew", null), 409, "conflict").body()).contains("KES 500.00");
    }

    @Test
    void suspendingNeedsAReasonAndResumingDoesNot() {
        invalid(api.post("/api/v1/subscriptions/9/suspend", "{}"), "reason");
        ok(api.post("/api/v1/subscriptions/9/suspend", "{\"reason\":\"abuse\"}"), 200);
        assertThat(api.subscriptions.only("suspend").<String>argument(2)).isEqualTo("abuse");
        ok(api.post("/api/v1/subscriptions/9/resume", null), 200);
    }

    @Test
    void theStateOnTheRouterIsToldAndCanBeAppliedAgain() {
        assertThat(ok(api.get("/api/v1/subscriptions/9/network"), 200).json().path("applied").asBoolean()).isTrue();
        ok(api.post("/api/v1/subscriptions/9/sync", null), 202);
        assertThat(api.routers.only("sync").<Long>argument(1)).isEqualTo(9);
        api.routers.answers("state", a -> Optional.empty());
        problem(api.get("/api/v1/subscriptions/9/network"), 404, "not-found");
    }

    @Test
    void whatIsOffBecauseOfItsHoursOfUseSaysWhenItOpensNext() {
        Routers.NetworkState cut = new Routers.NetworkState(9, 3L, "grace", false, true, null, 0, Sample.NOON, Sample.NOON, null);
        api.routers.answers("state", a -> Optional.of(cut));
        var told = ok(api.get("/api/v1/subscriptions/9/network"), 200).json();
        assertThat(told.path("closed").asBoolean()).isFalse();
        assertThat(told.path("opensAt").isNull()).isTrue();
        Instant opens = Instant.parse("2026-11-22T19:00:00Z");
        api.routers.answers("state", a -> Optional.of(new Routers.NetworkState(9, 3L, "grace", false, true, null, 0, Sample.NOON, Sample.NOON, null, opens)));
        told = ok(api.get("/api/v1/subscriptions/9/network"), 200).json();
        assertThat(told.path("allowed").asBoolean()).isFalse();
        assertThat(told.path("closed").asBoolean()).isTrue();
        assertThat(told.path("opensAt").asText()).isEqualTo("2026-11-22T19:00:00Z");
    }

    @Test
    void aFixedAddressNeedsNoUser() {
        ok(api.post("/api/v1/subscriptions", body("{'subscriberId':42,'packageId':7,'ipAddress':'102.68.10.7','macAddress':'AA:BB:CC:00:11:22'}")), 201);
        assertThat(api.subscriptions.only("create").<Subscriptions.Draft>argument(1))
            .isEqualTo(new Subscriptions.Draft(42, 7, null, null, null, null, "102.68.10.7", "AA:BB:CC:00:11:22"));
    }

    @Test
    void theDetailsSayHowItStands() {
        Subscription.Details details = new Subscription.Details(ServiceType.STATIC_IP, Charging.POSTPAID, 2, true, "102.68.10.7", null, "moves house", null,
            Sample.NOON, 8L, true);
        api.subscriptions.answers("get", a -> new Subscription(9, 3, 42, "Grace", "MT-1", 7, "Home", Money.of(1, "KES"), null, null, SubscriptionState.PAUSED,
            null, Sample.NOON, details));
        assertThat(ok(api.get(ONE), 200).json().path("details"))
            .isEqualTo(json("{'service':'static-ip','charging':'postpaid','edition':2,'ownPrice':true,'ipAddress':'102.68.10.7',"
            + "'macAddress':null,'reason':'moves house','graceUntil':null,'pausedAt':'2026-11-22T09:00:00Z','payerId':8,'dataUsedUp':true}"));
        ok(api.get("/api/v1/subscriptions?state=paused&charging=postpaid"), 200);
        assertThat(api.subscriptions.only("list").<ListQuery>argument(1).filters()).isEqualTo(java.util.Map.of("state", "PAUSED", "charging", "POSTPAID"));
    }

    @Test
    void everyStepIsTakenWithItsReason() {
        ok(api.post(ONE + "/activate", "{}"), 200);
        assertThat(api.subscriptions.only("activate").arguments()).isEqualTo(Arrays.asList(Sample.OWNER, 9L, null));
        ok(api.post(ONE + "/pause", body("{'reason':'on holiday'}")), 200);
        assertThat(api.subscriptions.only("pause").arguments()).containsExactly(Sample.OWNER, 9L, "on holiday");
        ok(api.post(ONE + "/expiry", body("{'expiresAt':'2026-12-24T09:00:00Z','reason':'two days without service'}")), 200);
        assertThat(api.subscriptions.only("moveExpiry").arguments()).containsExactly(Sample.OWNER, 9L, Instant.parse("2026-12-24T09:00:00Z"),
            "two days without service");
        ok(api.post(ONE + "/cancel", body("{'reason':'moved away'}")), 204);
        assertThat(api.subscriptions.only("cancel").arguments()).containsExactly(Sample.OWNER, 9L, "moved away");
        api.subscriptions.fails("activate", new Conflict("KES 500.00 are missing"));
        assertThat(problem(api.post(ONE + "/activate", "{}"), 409, "conflict").body()).contains("KES 500.00");
    }

    @Test
    void theHistoryIsAListOfSteps() {
        api.subscriptions.answers("history", a -> new io.mtandao.api.Page<>(List.of(new Subscriptions.Step(5, Sample.NOON, null, SubscriptionState.PENDING,
            "Wanjiku", null)), null));
        assertThat(ok(api.get(ONE + "/history?limit=3"), 200).json())
            .isEqualTo(json("{'items':[{'id':5,'at':'2026-11-22T09:00:00Z','from':null,'to':'pending','who':'Wanjiku','why':null}],'next':null}"));
        assertThat(api.subscriptions.only("history").<ListQuery>argument(2)).isEqualTo(ListQuery.first(3));
    }

    @Test
    void anotherPackageIsQuotedAndTaken() {
        var quote = ok(api.get(ONE + "/change-quote?packageId=8"), 200).json();
        assertThat(api.subscriptions.only("quoteChange").arguments()).containsExactly(Sample.OWNER, 9L, 8L);
        assertThat(quote.at("/lines/0/kind").asText()).isEqualTo("package");
        assertThat(quote.path("toPay")).isEqualTo(json("{'minor':150000,'currency':'KES'}"));
        ok(api.post(ONE + "/change-package", "{\"packageId\":8}"), 200);
        assertThat(api.subscriptions.only("changePackage").arguments()).isEqualTo(Arrays.asList(Sample.OWNER, 9L, 8L, null));
        invalid(api.get(ONE + "/change-quote"), "packageId");
        invalid(api.get(ONE + "/change-quote?packageId=big"), "packageId");
    }

    @Test
    void whatIsToHappenLaterIsScheduledAndTakenBack() {
        var reply = ok(api.post(ONE + "/scheduled", body("{'kind':'change-package','packageId':8,'reason':'wants more'}")), 201);
        assertThat(api.subscriptions.only("schedule").arguments()).isEqualTo(Arrays.asList(Sample.OWNER, 9L, ScheduledChange.Kind.CHANGE_PACKAGE, null, 8L,
            "wants more"));
        assertThat(reply.header("Location")).isEqualTo("/api/v1/subscriptions/9/scheduled/7");
        assertThat(ok(api.get(ONE + "/scheduled"), 200).json().at("/items/0/state").asText()).isEqualTo("waiting");
        ok(api.delete(ONE + "/scheduled/7"), 204);
        assertThat(api.subscriptions.only("cancelScheduled").arguments()).containsExactly(Sample.OWNER, 7L);
    }

    @Test
    void anItemIsAnAddOnOrWrittenByHand() {
        var reply = ok(api.post(ONE + "/items", body("{'addOnId':5,'quantity':2}")), 201);
        assertThat(reply.header("Location")).isEqualTo("/api/v1/subscriptions/9/items/7");
        assertThat(api.extras.only("add").arguments()).containsExactly(Sample.OWNER, 9L, new Extras.ItemDraft(5L, null, 2, null, null, null, null));
        ok(api.delete(ONE + "/items/7"), 204);
        assertThat(api.extras.only("removeItem").arguments()).containsExactly(Sample.OWNER, 7L);
    }

    @Test
    void anItemByHandHasItsOwnPriceAndTax() {
        ok(api.post(ONE + "/items",
            body("{'text':'Cable','unitPrice':{'minor':50000,'currency':'KES'},'recurring':false,'taxIncluded':false,'taxCode':'vat'}")), 201);
        assertThat(api.extras.only("add").<Extras.ItemDraft>argument(2)).isEqualTo(new Extras.ItemDraft(null, "Cable", 1, Money.of(50_000, "KES"), false, false,
            "vat"));
    }

    @Test
    void discountsAndCouponsAreFoundAtOneAddress() {
        var given = ok(api.post(ONE + "/discounts", body("{'reduction':{'percentHundredths':1000},'bills':3,'reason':'sorry'}")), 201);
        assertThat(api.extras.only("discount").arguments()).containsExactly(Sample.OWNER, 9L, Reduction.percent(1000), 3, "sorry");
        var redeemed = ok(api.post(ONE + "/coupons", body("{'code':'karibu'}")), 201);
        assertThat(api.extras.only("redeem").arguments()).containsExactly(Sample.OWNER, 9L, "karibu");
        assertThat(given.header("Location")).isEqualTo(redeemed.header("Location")).isEqualTo("/api/v1/subscriptions/9/discounts/7");
        ok(api.delete(ONE + "/discounts/7"), 204);
        assertThat(api.extras.only("endDiscount").arguments()).containsExactly(Sample.OWNER, 7L);
        api.extras.fails("redeem", new Conflict("the coupon is over"));
        problem(api.post(ONE + "/coupons", body("{'code':'karibu'}")), 409, "conflict");
    }

    @Test
    void anOwnPriceIsGiven() {
        ok(api.put(ONE + "/own-price", body("{'price':{'minor':99000,'currency':'KES'},'reason':'old customer'}")), 200);
        assertThat(api.extras.only("overridePrice").arguments()).containsExactly(Sample.OWNER, 9L, Money.of(99_000, "KES"), "old customer");
        invalid(api.put(ONE + "/own-price", body("{'price':{'minor':99000,'currency':'KES'}}")), "reason");
    }

    @Test
    void anOwnPriceOfNothingEndsIt() {
        ok(api.put(ONE + "/own-price", body("{'price':null,'reason':'over'}")), 200);
        assertThat(api.extras.only("overridePrice").arguments()).isEqualTo(Arrays.asList(Sample.OWNER, 9L, null, "over"));
    }

    @Test
    void usageIsReadAddedAndToppedUp() {
        api.usage.answers("add", a -> new Usage.Volume(9, null, 734_003_200L, null, 0, 10_000, 5_000, false));
        assertThat(ok(api.post(ONE + "/usage", body("{'bytes':734003200,'reading':'s1/08:00'}")), 200).json())
            .isEqualTo(json("{'subscriptionId':9,'periodFrom':null,'usedBytes':734003200,"
            + "'capBytes':null,'toppedUpBytes':0,'downKbps':10000,'upKbps':5000,'usedUp':false}"));
        assertThat(api.usage.only("add").arguments()).containsExactly(Sample.OWNER, 9L, 734_003_200L, "s1/08:00");
        ok(api.get(ONE + "/usage"), 200);
        ok(api.post(ONE + "/top-ups", "{\"addOnId\":5}"), 200);
        assertThat(api.usage.only("topUp").arguments()).containsExactly(Sample.OWNER, 9L, 5L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        pause          | {}                                                            | reason
        cancel         | {}                                                            | reason
        activate       | {'because':'x'}                                               | because
        expiry         | {'expiresAt':'2026-12-24T09:00:00Z'}                          | reason
        expiry         | {'expiresAt':'2026-12-24','reason':'x'}                       | expiresAt
        change-package | {'reason':'x'}                                                | packageId
        change-package | {'packageId':8,'from':'2026-12-24T09:00:00Z'}                 | from
        scheduled      | {'at':'2026-12-24T09:00:00Z'}                                 | kind
        scheduled      | {'kind':'explode'}                                            | kind
        items          | {'quantity':'two'}                                            | quantity
        items          | {'unitPrice':{'minor':1,'currency':'XQX'}}                    | unitPrice.currency
        items          | {'billedOn':'B-1'}                                            | billedOn
        discounts      | {'reduction':{'percentHundredths':1}}                         | reason
        discounts      | {'reduction':{'percentHundredths':0},'reason':'x'}            | reduction.percentHundredths
        coupons        | {}                                                            | code
        usage          | {'bytes':1}                                                   | reading
        usage          | {'bytes':1.5,'reading':'s1'}                                  | bytes
        top-ups        | {}                                                            | addOnId
        """)
    void whatDoesNotFitIsRefusedAndNamed(String step, String body, String field) {
        invalid(api.post(ONE + "/" + step, body(body)), field);
        for (String m : new String[] {"pause", "cancel", "activate", "moveExpiry", "changePackage", "schedule"}) assertThat(api.subscriptions.count(m)).as(m)
            .isZero();
        for (String m : new String[] {"add", "discount", "redeem"}) assertThat(api.extras.count(m)).as(m).isZero();
        for (String m : new String[] {"add", "topUp"}) assertThat(api.usage.count(m)).as(m).isZero();
    }

    /** The service takes the second id alone, so the first must not be believed. */
    @Test
    void whatBelongsToAnotherSubscriptionIsNotUnderThisOne() {
        for (String path : new String[] {"/items/8", "/discounts/8", "/scheduled/8"}) {
            problem(api.get(ONE + path), 404, "not-found");
            problem(api.delete(ONE + path), 404, "not-found");
        }
        assertThat(api.extras.count("removeItem") + api.extras.count("endDiscount") + api.subscriptions.count("cancelScheduled")).isZero();
    }

    @Test
    void whatIsAnotherIspsIsNotThere() {
        for (String m : new String[] {"activate", "pause", "cancel", "moveExpiry", "history", "quoteChange", "changePackage", "schedule",
            "scheduled"}) api.subscriptions.fails(m, new NotFound("it"));
        for (String m : new String[] {"of", "add", "discount", "redeem", "overridePrice"}) api.extras.fails(m, new NotFound("it"));
        for (String m : new String[] {"of", "add", "topUp"}) api.usage.fails(m, new NotFound("it"));
        for (String path : new String[] {"/history", "/change-quote?packageId=8", "/scheduled", "/scheduled/7", "/extras", "/items/7", "/discounts/7",
            "/usage"})
            problem(api.get(ONE + path), 404, "not-found");
        for (String path : new String[] {"/scheduled/7", "/items/7", "/discounts/7"}) problem(api.delete(ONE + path), 404, "not-found");
        problem(api.post(ONE + "/activate", "{}"), 404, "not-found");
        problem(api.post(ONE + "/top-ups", "{\"addOnId\":5}"), 404, "not-found");
        problem(api.put(ONE + "/own-price", body("{'price':null,'reason':'over'}")), 404, "not-found");
    }

    @Test
    void usageIsCountedByWhoHasTheRouters() {
        api.caller = Sample.caller(EnumSet.of(Permission.SUBSCRIPTIONS_READ, Permission.SUBSCRIPTIONS_WRITE));
        problem(api.post(ONE + "/usage", body("{'bytes':1,'reading':'r'}")), 403, "forbidden");
        api.caller = Sample.caller(EnumSet.of(Permission.ROUTERS_WRITE));
        ok(api.post(ONE + "/usage", body("{'bytes':1,'reading':'r'}")), 200);
    }

    @Test
    void whoMayReadMayNotWrite() {
        api.caller = Sample.caller(EnumSet.of(Permission.SUBSCRIPTIONS_READ));
        for (String path : new String[] {"/history", "/change-quote?packageId=8", "/scheduled", "/extras", "/usage"}) ok(api.get(ONE + path), 200);
        for (String path : new String[] {"/scheduled/7", "/items/7", "/discounts/7"}) problem(api.delete(ONE + path), 403, "forbidden");
        for (String path : new String[] {"/activate", "/cancel", "/items", "/discounts", "/coupons", "/usage", "/top-ups"}) problem(api.post(ONE + path, "{}"),
            403, "forbidden");
        problem(api.put(ONE + "/own-price", "{}"), 403, "forbidden");
    }

    /** Several resources share the address of subscriptions; together they refuse like one. */
    @Test
    void aStepTakesItsMethodAndNoOther() {
        assertThat(problem(api.get(ONE + "/activate"), 405, "method-not-allowed").header("Allow")).contains("POST");
        problem(api.post(ONE + "/history", "{}"), 405, "method-not-allowed");
        problem(api.get(ONE + "/nothing"), 404, "not-found");
        problem(api.get(ONE + "/items"), 405, "method-not-allowed");
    }

    @Test
    void cancellingIsTheDeletionOfASubscription() {
        ok(api.delete("/api/v1/subscriptions/9"), 204);
        assertThat(api.subscriptions.only("cancel").<Long>argument(1)).isEqualTo(9);
    }

    @Test
    void aDepositIsShownAndSettledAsWasChosen() {
        api.subscriptions.answers("deposit", a -> new io.mtandao.api.billing.Deposit(9, io.mtandao.api.Money.of(50_000, "KES"), null));
        assertThat(ok(api.get("/api/v1/subscriptions/9/deposit"), 200).json()).isEqualTo(json("{'subscriptionId':9,'held':{'minor':50000,'currency':'KES'},'settled':null}"));
        ok(api.post("/api/v1/subscriptions/9/deposit", json("{'choice':'keep','kept':{'minor':20000,'currency':'KES'},'reason':'router lost'}").toString()), 200);
        assertThat(api.subscriptions.only("settleDeposit").arguments()).containsExactly(Sample.OWNER, 9L, new io.mtandao.api.billing.Deposit.Settlement(
            io.mtandao.api.billing.Deposit.Choice.KEEP, io.mtandao.api.Money.of(20_000, "KES"), "router lost"));
        invalid(api.post("/api/v1/subscriptions/9/deposit", json("{'choice':'burn'}").toString()), "choice");
    }
}
