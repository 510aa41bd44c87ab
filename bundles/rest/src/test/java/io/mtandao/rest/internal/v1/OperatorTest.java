package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.Operators;
import io.mtandao.rest.internal.ApiServer;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
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
    void impersonationIsASessionInsideTheIsp() {
        var reply = ok(api.post("/api/v1/operator/isps/isp-a/impersonate", "{\"minutes\":30,\"reason\":\"ticket 4711\"}", AS_OPERATOR), 201);
        assertThat(api.operators.only("impersonate").arguments()).containsExactly(OPERATOR, new TenantId("isp-a"), 30, "ticket 4711");
        assertThat(reply.json().has("token")).isTrue();
    }
}
