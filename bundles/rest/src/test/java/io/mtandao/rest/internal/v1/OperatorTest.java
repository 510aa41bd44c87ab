package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.OperatorAccounts;
import io.mtandao.api.tenant.Operators;
import io.mtandao.rest.internal.ApiServer;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorTest extends RestTest {
    private static final Object OPERATOR = Sample.of(Operators.Operator.class);
    private static final String[] AS_OPERATOR = {"Authorization", "Bearer " + ApiServer.OPERATOR};

    @Test
    void theOperatorSignsInAndOut() {
        var reply = ok(api.post("/api/v1/operator/sessions", "{\"email\":\"ops@example.com\",\"password\":\"x\"}", "Authorization", ""), 201);
        assertThat(reply.json().fieldNames()).toIterable().containsExactly("token", "expiresAt", "fullName");
        ok(api.delete("/api/v1/operator/sessions/current", AS_OPERATOR), 204);
        assertThat(api.operators.only("signOut").<String>argument(0)).isEqualTo(ApiServer.OPERATOR);
    }

    @Test
    void theFirstOperatorComesInByTheTokenOfTheLog() {
        ok(api.post("/api/v1/operator/first-account", "{\"oneTimeToken\":\"t\",\"fullName\":\"Amina\",\"email\":\"a@example.com\",\"password\":\"p\"}", "Authorization", ""), 204);
        assertThat(api.operators.only("createFirst").arguments().subList(0, 4)).containsExactly("t", "Amina", "a@example.com", "p");
    }

    @Test
    void anIspIsSuspendedWithAReasonAndReactivated() {
        ok(api.post("/api/v1/operator/isps/isp-a/suspend", "{\"reason\":\"unpaid\"}", AS_OPERATOR), 204);
        assertThat(api.operators.only("suspend").arguments()).containsExactly(OPERATOR, new TenantId("isp-a"), "unpaid");
        ok(api.post("/api/v1/operator/isps/isp-a/reactivate", null, AS_OPERATOR), 204);
        problem(api.post("/api/v1/operator/isps/NOT%20AN%20ID/reactivate", null, AS_OPERATOR), 404, "not-found");
    }

    @Test
    void operatorsInviteHandOverLinksAndLockOut() {
        api.operatorAccounts.answers("invite", a -> "/ui/operator/link?token=ml_i");
        api.operatorAccounts.answers("passwordLink", a -> "/ui/operator/link?token=ml_p");
        assertThat(ok(api.post("/api/v1/operator/accounts/invitations", "{\"email\":\"a@example.com\"}", AS_OPERATOR), 200).body()).isEqualTo("{\"path\":\"/ui/operator/link?token=ml_i\"}");
        assertThat(api.operatorAccounts.only("invite").arguments()).containsExactly(OPERATOR, "a@example.com");
        assertThat(ok(api.post("/api/v1/operator/accounts/7/password-link", null, AS_OPERATOR), 200).body()).isEqualTo("{\"path\":\"/ui/operator/link?token=ml_p\"}");
        ok(api.post("/api/v1/operator/accounts/7/deactivate", null, AS_OPERATOR), 204);
        ok(api.post("/api/v1/operator/accounts/7/reactivate", null, AS_OPERATOR), 204);
        for (String call : List.of("passwordLink", "deactivate", "reactivate")) assertThat(api.operatorAccounts.only(call).arguments()).as(call).containsExactly(OPERATOR, 7L);
        ok(api.get("/api/v1/operator/accounts?active=false&q=ami", AS_OPERATOR), 200);
        assertThat(api.operatorAccounts.only("list").<ListQuery>argument(1)).satisfies(q -> assertThat(q.search() + q.filters()).isEqualTo("ami{active=false}"));
    }

    @Test
    void whoHasALinkNeedsNoSession() {
        ok(api.post("/api/v1/operator/accounts/links/use", "{\"token\":\"ml_i\",\"fullName\":\"Amina\",\"password\":\"p\"}", "Authorization", ""), 204);
        assertThat(api.operatorAccounts.only("use").arguments().subList(0, 3)).containsExactly("ml_i", "Amina", "p");
    }

    @Test
    void thePlatformsAuditIsListed() {
        api.operatorAccounts.answers("audit", a -> new Page<>(List.of(new OperatorAccounts.Deed(3, Sample.NOON, "Olga", "10.0.0.1", "isp.suspend", new TenantId("isp-a"), "unpaid"),
            new OperatorAccounts.Deed(2, Sample.NOON, "Olga", "10.0.0.1", "operator.sign-in", null, null)), "more"));
        var reply = ok(api.get("/api/v1/operator/audit?action=isp.&isp=isp-a&from=2026-11-22T00:00:00Z", AS_OPERATOR), 200);
        assertThat(reply.json().path("items").path(0).path("isp").asText()).isEqualTo("isp-a");
        assertThat(reply.json().path("items").path(1).path("isp").isNull()).isTrue();
        assertThat(reply.json().path("next").asText()).isEqualTo("more");
        assertThat(api.operatorAccounts.only("audit").<ListQuery>argument(1).filters()).isEqualTo(java.util.Map.of("action", "isp.", "isp", "isp-a", "from", "2026-11-22T00:00:00Z"));
        problem(api.get("/api/v1/operator/audit"), 401, "unauthenticated");
    }

    @Test
    void impersonationIsASessionInsideTheIsp() {
        var reply = ok(api.post("/api/v1/operator/isps/isp-a/impersonate", "{\"minutes\":30,\"reason\":\"ticket 4711\"}", AS_OPERATOR), 201);
        assertThat(api.operators.only("impersonate").arguments()).containsExactly(OPERATOR, new TenantId("isp-a"), 30, "ticket 4711");
        assertThat(reply.json().has("token")).isTrue();
    }
}
