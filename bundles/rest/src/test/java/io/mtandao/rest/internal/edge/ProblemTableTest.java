package io.mtandao.rest.internal.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mtandao.api.Conflict;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.Stale;
import io.mtandao.api.TenantSuspended;
import io.mtandao.api.Throttled;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.Unavailable;
import io.mtandao.rest.internal.ApiServer;
import io.mtandao.rest.internal.RestTest;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTableTest extends RestTest {
    private static final String SUBSCRIBERS = "/api/v1/subscribers", ONE = SUBSCRIBERS + "/7";

    static Stream<Arguments> whatServicesThrow() {
        return Stream.of(
            arguments(new NotFound("subscriber"), 404, "not-found", "no such subscriber"),
            arguments(new Conflict("there is money in the wallet"), 409, "conflict", "there is money in the wallet"),
            arguments(new Stale("subscriber"), 412, "stale", "was changed by somebody else"),
            arguments(Invalid.field("phone", "12 digits are too many"), 422, "invalid", "see errors"),
            arguments(new Forbidden(Permission.SUBSCRIBERS_READ), 403, "forbidden", "subscribers:read"),
            arguments(new TenantSuspended(), 403, "tenant-suspended", "suspended"),
            arguments(new Unauthenticated("no such session"), 401, "unauthenticated", "no such session"),
            arguments(new Throttled(Duration.ofSeconds(90)), 429, "throttled", "too many tries"),
            arguments(new Unavailable("the router is away"), 503, "unavailable", "the router is away"),
            arguments(new IllegalStateException("secret inside"), 500, "fault", "in the log"));
    }

    @ParameterizedTest
    @MethodSource("whatServicesThrow")
    void everyProblemOfTheServicesHasItsStatus(RuntimeException thrown, int status, String kind, String detail) {
        api.subscribers.fails("get", thrown);
        assertThat(problem(api.get(ONE), status, kind).json().path("detail").asText()).contains(detail);
    }

    @Test
    void invalidInputNamesEveryFieldThatIsWrong() {
        api.subscribers.fails("create", new Invalid(Map.of("phone", "too long", "email", "no @")));
        assertThat(problem(api.post(SUBSCRIBERS, "{\"name\":\"Grace\"}"), 422, "invalid").json().path("errors")).isEqualTo(json("{'phone':'too long','email':'no @'}"));
    }

    @Test
    void unauthenticatedSaysHowToAuthenticate() {
        assertThat(problem(api.get(ONE, "Authorization", "Bearer nobody"), 401, "unauthenticated").header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void throttledAndUnavailableSayWhenToComeAgain() {
        api.subscribers.fails("get", new Throttled(Duration.ofSeconds(90)));
        assertThat(api.get(ONE).header("Retry-After")).isEqualTo("90");
        api.subscribers.fails("get", new Unavailable("away"));
        assertThat(api.get(ONE).header("Retry-After")).isEqualTo("10");
    }

    @Test
    void aFaultTellsNothingButTheIdUnderWhichItIsLogged() {
        api.subscribers.fails("get", new IllegalStateException("secret inside"));
        ApiServer.Reply reply = problem(api.get(ONE), 500, "fault");
        assertThat(reply.body()).doesNotContain("secret", "Exception", "\tat ");
        assertThat(reply.json().path("instance").asText()).matches("urn:uuid:[0-9a-f-]{36}");
    }

    @Test
    void whatIsNotJsonIs400() {
        problem(api.post(SUBSCRIBERS, "{\"name\":"), 400, "bad-request");
        problem(api.post(SUBSCRIBERS, "{\"name\":\"a\",\"name\":\"b\"}"), 400, "bad-request");
        problem(api.post(SUBSCRIBERS, ""), 400, "bad-request");
        problem(api.post(SUBSCRIBERS, "null"), 400, "bad-request");
    }

    @Test
    void jaxRsRefusalsAreKept() {
        problem(api.get("/api/v1/nothing"), 404, "not-found");
        problem(api.get(SUBSCRIBERS + "/seven"), 404, "not-found");
        problem(api.post(SUBSCRIBERS, "<name/>", "Content-Type", "application/xml"), 415, "unsupported-media-type");
        problem(api.get(SUBSCRIBERS, "Accept", "text/html"), 406, "not-acceptable");
        assertThat(problem(api.send("PATCH", ONE, "{}"), 405, "method-not-allowed").header("Allow")).contains("GET", "PUT", "DELETE");
    }

    @Test
    void aBodyThatIsTooLargeIs413() {
        problem(api.post(SUBSCRIBERS, "{\"name\":\"" + "x".repeat(1_100_000) + "\"}"), 413, "too-large");
    }
}
