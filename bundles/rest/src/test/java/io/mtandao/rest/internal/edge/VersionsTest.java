package io.mtandao.rest.internal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.rest.internal.RestTest;
import org.junit.jupiter.api.Test;

class VersionsTest extends RestTest {
    private static final String ONE = "/api/v1/subscribers/7", BODY = "{\"name\":\"Grace\"}";

    @Test
    void aGetByIdGivesTheVersionAsETag() {
        assertThat(ok(api.get(ONE), 200).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void aPutNeedsTheVersionThatWasRead() {
        problem(api.put(ONE, BODY), 428, "precondition-required");
        assertThat(api.subscribers.count("update")).isZero();
    }

    @Test
    void thePutHandsTheVersionToTheServiceAndAnswersTheNewOne() {
        assertThat(ok(api.put(ONE, BODY, "If-Match", "\"12\""), 200).header("ETag")).isEqualTo("\"3\"");
        assertThat(api.subscribers.only("update").<Integer>argument(2)).isEqualTo(12);
    }

    @Test
    void whatIsNoETagOfOursNeverMatches() {
        for (String match : new String[] {"W/\"3\"", "3", "\"x\"", "*", "\"1\", \"2\""}) problem(api.put(ONE, BODY, "If-Match", match), 412, "stale");
    }

    @Test
    void creationsAnswer201AndWhereTheNewThingIs() {
        var reply = ok(api.post("/api/v1/subscribers", BODY), 201);
        assertThat(reply.header("Location")).isEqualTo("/api/v1/subscribers/7");
        assertThat(reply.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void deletionsAnswer204AndNothing() {
        assertThat(ok(api.delete(ONE), 204).body()).isEmpty();
        assertThat(api.subscribers.only("delete").<Long>argument(1)).isEqualTo(7);
    }
}
