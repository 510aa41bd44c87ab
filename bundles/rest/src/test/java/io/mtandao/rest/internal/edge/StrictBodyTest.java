package io.mtandao.rest.internal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.rest.internal.RestTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictBodyTest extends RestTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /subscribers   | {"name":"Grace","tenantId":"isp-b"}                                                       | tenantId
        /subscribers   | {"name":"Grace","id":9}                                                                   | id
        /subscribers   | {"name":"Grace","balance":{"minor":1,"currency":"KES"}}                                   | balance
        /subscribers   | {"name":5}                                                                                | name
        /subscribers   | {"name":true}                                                                             | name
        /subscribers   | {"name":null}                                                                             | name
        /subscribers   | {}                                                                                        | name
        /subscribers   | []                                                                                        | body
        /subscribers   | "text"                                                                                    | body
        /subscriptions | {"subscriberId":"7","packageId":1,"pppoeUser":"g"}                                        | subscriberId
        /subscriptions | {"subscriberId":7.5,"packageId":1,"pppoeUser":"g"}                                        | subscriberId
        /subscriptions | {"subscriberId":7,"packageId":1,"pppoeUser":"g","expiresAt":"tomorrow"}                   | expiresAt
        /subscriptions | {"subscriberId":7,"packageId":1,"pppoeUser":"g","expiresAt":1767225600}                   | expiresAt
        /staff         | {"fullName":"O","email":"o@k.example","role":"king"}                                      | role
        /staff         | {"fullName":"O","email":"o@k.example","role":"OWNER"}                                     | role
        /api-keys      | {"name":"x","scopes":["subscribers:fly"]}                                                 | scopes[0]
        /payments      | {"method":"cash","subscriberId":7,"amount":{"minor":1.5,"currency":"KES"},"reference":"r"} | amount.minor
        /payments      | {"method":"cash","subscriberId":7,"amount":{"minor":100},"reference":"r"}                 | amount.currency
        /payments      | {"method":"cash","subscriberId":7,"amount":{"minor":100,"currency":"XQX"},"reference":"r"} | amount.currency
        /payments      | {"method":"cash","subscriberId":7,"amount":1500,"reference":"r"}                          | amount
        /packages      | {"name":"H","price":{"minor":1,"currency":"KES"},"period":{"count":0,"unit":"month"},"downKbps":1,"upKbps":1} | period.count
        /registrations | {"isp":{"name":"K","slug":"k","country":"KE","currency":"KES","timeZone":"UTC","state":"x"},"owner":null} | isp.state
        /subscribers   | {"name":"Gr\\u0000ace"}                                                                     | name
        /subscriptions/9/renew  | {"tenantId":"isp-b"}                                                             | tenantId
        /bills/run     | [1]                                                                                       | body
        """)
    void whatDoesNotFitIsRefusedAndNamed(String path, String body, String field) {
        invalid(api.post("/api/v1" + path, body), field);
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        var errors = problem(api.post("/api/v1/registrations", "{\"isp\":{\"slug\":\"kasi\"},\"owner\":{}}"), 422, "invalid").json().path("errors");
        assertThat(errors.fieldNames()).toIterable().containsExactlyInAnyOrder("isp.name", "isp.country", "isp.currency", "isp.timeZone", "owner.fullName", "owner.email", "owner.phone",
            "owner.password");
    }

    @Test
    void anOperationWithoutABodyLetsAnEmptyOnePass() {
        ok(api.post("/api/v1/subscriptions/9/renew", "{}"), 200);
        ok(api.post("/api/v1/subscriptions/9/renew", ""), 200);
        problem(api.post("/api/v1/subscriptions/9/renew", "{"), 400, "bad-request");
        invalid(api.send("DELETE", "/api/v1/subscriptions/9", "{\"tenantId\":\"isp-b\"}"), "tenantId");
    }

    @Test
    void nothingIsCalledForABodyThatIsRefused() {
        api.post("/api/v1/subscribers", "{\"name\":\"Grace\",\"tenantId\":\"isp-b\"}");
        assertThat(api.subscribers.count("create")).isZero();
    }

    @Test
    void aWrongWordIsAnsweredWithTheRightOnes() {
        assertThat(api.post("/api/v1/staff", "{\"fullName\":\"O\",\"email\":\"o\",\"role\":\"king\"}").json().path("errors").path("role").asText())
            .isEqualTo("must be one of owner, admin, finance, support, technician, read-only");
    }
}
