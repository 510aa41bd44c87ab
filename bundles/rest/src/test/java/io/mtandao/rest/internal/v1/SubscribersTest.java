package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.rest.internal.ApiServer;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.io.Writer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Subscribers and subscriptions. */
class SubscribersTest extends RestTest {
    @Test
    void aSubscriberOnTheWire() {
        api.subscribers.answers("get", a -> new Subscriber(42, 3, "Grace Muthoni", "+254712345678", null, "MT-1000", "Rongai", null, Money.of(-50_000, "KES"), Sample.NOON));
        assertThat(api.get("/api/v1/subscribers/42").json()).isEqualTo(json("{'id':42,'version':3,'name':'Grace Muthoni','phone':'+254712345678','email':null,"
            + "'accountNumber':'MT-1000','place':'Rongai','notes':null,'balance':{'minor':-50000,'currency':'KES'},'createdAt':'2026-11-22T09:00:00Z'}"));
    }

    @Test
    void aDraftReachesTheService() {
        ok(api.post("/api/v1/subscribers", "{\"name\":\"Grace\",\"phone\":\"0712 345 678\",\"accountNumber\":\"MT-1\",\"notes\":\"third floor\"}"), 201);
        assertThat(api.subscribers.only("create").<Subscribers.Draft>argument(1)).isEqualTo(new Subscribers.Draft("Grace", "0712 345 678", null, "MT-1", null, "third floor"));
    }

    @Test
    void theExportIsTheServicesCsvWithTheListsFilters() {
        api.subscribers.answers("exportCsv", a -> {
            ((Writer) a[2]).write("\uFEFFName\nMuthoni, née Wangũi\n");
            return null;
        });
        ApiServer.Reply reply = ok(api.get("/api/v1/subscribers/export?state=expired&debt=true&q=rongai"), 200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(reply.header("Content-Disposition")).isEqualTo("attachment; filename=\"subscribers.csv\"");
        assertThat(reply.body()).isEqualTo("\uFEFFName\nMuthoni, née Wangũi\n");
        assertThat(api.subscribers.only("exportCsv").<ListQuery>argument(1)).isEqualTo(new ListQuery("rongai", Map.of("state", "EXPIRED", "debt", "true"), null, 500, null));
    }

    @Test
    void anExportThatFailsBeforeItsFirstLineIsAProblemNotAFile() {
        api.subscribers.fails("exportCsv", new io.mtandao.api.Unavailable("the database is away"));
        problem(api.get("/api/v1/subscribers/export"), 503, "unavailable");
    }

    @Test
    void theLedgerIsTheSubscribersWallet() {
        ok(api.get("/api/v1/subscribers/42/ledger?limit=5"), 200);
        assertThat(api.ledger.only("wallet").<Long>argument(1)).isEqualTo(42);
        assertThat(api.ledger.only("wallet").<ListQuery>argument(2)).isEqualTo(ListQuery.first(5));
    }

    @Test
    void aSubscriptionOnTheWireNeverShowsItsPassword() {
        ApiServer.Reply reply = ok(api.post("/api/v1/subscriptions", """
            {"subscriberId":42,"packageId":7,"routerId":null,"pppoeUser":"grace","pppoePassword":"pw522089","expiresAt":"2026-12-22T09:00:00Z"}"""), 201);
        assertThat(api.subscriptions.only("create").<Subscriptions.Draft>argument(1)).isEqualTo(new Subscriptions.Draft(42, 7, null, "grace", "pw522089", Instant.parse("2026-12-22T09:00:00Z")));
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
    void cancellingIsTheDeletionOfASubscription() {
        ok(api.delete("/api/v1/subscriptions/9"), 204);
        assertThat(api.subscriptions.only("cancel").<Long>argument(1)).isEqualTo(9);
    }
}
