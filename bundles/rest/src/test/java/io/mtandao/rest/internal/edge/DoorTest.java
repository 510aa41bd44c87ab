package io.mtandao.rest.internal.edge;

import static io.mtandao.api.Permission.PAYMENTS_REQUEST;
import static io.mtandao.api.Permission.SUBSCRIBERS_READ;
import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Caller;
import io.mtandao.api.Origin;
import io.mtandao.api.tenant.Operators;
import io.mtandao.rest.internal.ApiServer;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoorTest extends RestTest {
    private static final String SUBSCRIBERS = "/api/v1/subscribers";

    @Test
    void theBearerDecidesWhoCallsAndForWhichIsp() {
        ok(api.get(SUBSCRIBERS), 200);
        assertThat(api.sessions.only("authenticate").<String>argument(0)).isEqualTo(ApiServer.OWNER);
        assertThat(api.subscribers.only("list").<Caller>argument(0)).isEqualTo(Sample.OWNER);
    }

    @Test
    void withoutABearerNothingIsAsked() {
        for (String header : new String[] {"", "Basic b3duZXI6eA==", "Bearer", ApiServer.OWNER}) problem(api.get(SUBSCRIBERS, "Authorization", header), 401, "unauthenticated");
        assertThat(api.subscribers.count("list")).isZero();
    }

    @Test
    void aTenantInThePathQueryOrHeaderMeansNothing() {
        invalid(api.get(SUBSCRIBERS + "?tenantId=isp-b"), "tenantId");
        ok(api.get(SUBSCRIBERS, "X-Tenant", "isp-b"), 200);
        assertThat(api.subscribers.only("list").<Caller>argument(0).tenant()).isEqualTo(Sample.TENANT);
    }

    @Test
    void aMissingPermissionIs403BeforeTheServiceIsAsked() {
        api.caller = Sample.caller(EnumSet.of(SUBSCRIBERS_READ));
        ok(api.get(SUBSCRIBERS), 200);
        assertThat(problem(api.post(SUBSCRIBERS, "{\"name\":\"Grace\"}"), 403, "forbidden").body()).contains("subscribers:write");
        assertThat(api.subscribers.count("create")).isZero();
    }

    @Test
    void oneOfSeveralPermissionsIsEnough() {
        api.caller = Sample.caller(EnumSet.of(PAYMENTS_REQUEST));
        ok(api.post("/api/v1/payments/requests", "{\"subscriberId\":7}"), 201);
    }

    @Test
    void theOperatorsDoorTakesOperatorsOnlyAndTheIspsDoorIspsOnly() {
        problem(api.get("/api/v1/operator/isps"), 401, "unauthenticated");
        problem(api.get(SUBSCRIBERS, "Authorization", "Bearer " + ApiServer.OPERATOR), 401, "unauthenticated");
        ok(api.get("/api/v1/operator/isps", "Authorization", "Bearer " + ApiServer.OPERATOR), 200);
        assertThat(api.operators.only("isps").<Operators.Operator>argument(0)).isEqualTo(Sample.of(Operators.Operator.class));
    }

    @Test
    void publicOperationsNeedNoBearer() {
        ok(api.get("/api/openapi.json", "Authorization", ""), 200);
        ok(api.post("/api/v1/sessions", "{\"slug\":\"kasi\",\"email\":\"w@kasi.example\",\"password\":\"x\"}", "Authorization", ""), 201);
        assertThat(api.sessions.count("authenticate")).isZero();
    }

    @Test
    void theServicesLearnFromWhereACallComes() {
        ok(api.get(SUBSCRIBERS, "User-Agent", "billing-robot/1.0", "X-Forwarded-For", "203.0.113.9"), 200);
        assertThat(api.sessions.only("authenticate").<Origin>argument(1)).isEqualTo(new Origin("127.0.0.1", "billing-robot/1.0"));
    }

    @Test
    void onlyATrustedProxyMayTellAnotherAddress() {
        try (ApiServer behind = new ApiServer(Set.of("127.0.0.1", "10.0.0.5"))) {
            ok(behind.get(SUBSCRIBERS, "X-Forwarded-For", "6.6.6.6, 203.0.113.9, 10.0.0.5"), 200);
            assertThat(behind.sessions.only("authenticate").<Origin>argument(1).address()).isEqualTo("203.0.113.9");
        }
    }

    @Test
    void answersAreNotKeptByCaches() {
        assertThat(api.get(SUBSCRIBERS).header("Cache-Control")).isEqualTo("no-store");
        assertThat(api.get(SUBSCRIBERS + "/x").header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void whatIsMeasuredKnowsRoutesNotPaths() {
        api.get(SUBSCRIBERS + "/7");
        api.get(SUBSCRIBERS + "/8");
        api.get("/api/v1/nothing/9");
        api.get("/api/openapi.json"); // on the same connection: when it is answered, the ones before are counted
        assertThat(api.metrics.text()).contains("{method=\"GET\",route=\"/v1/subscribers/{id}\",status=\"200\"} 2", "{method=\"GET\",route=\"none\",status=\"404\"} 1");
    }
}
