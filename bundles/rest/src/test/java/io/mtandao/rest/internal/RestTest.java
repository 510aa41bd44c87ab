package io.mtandao.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.rest.internal.edge.Json;
import org.junit.jupiter.api.AfterEach;

/** A fresh server per test, and how its answers are judged. */
public abstract class RestTest {
    protected final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    protected static ApiServer.Reply ok(ApiServer.Reply reply, int status) {
        assertThat(reply.status()).as(reply::toString).isEqualTo(status);
        return reply;
    }

    /** A problem of this kind, as RFC 9457 wants it. */
    protected static ApiServer.Reply problem(ApiServer.Reply reply, int status, String kind) {
        ok(reply, status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().path("type").asText()).isEqualTo("urn:mtandao:problem:" + kind);
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        assertThat(reply.json().path("title").asText()).isNotBlank();
        assertThat(reply.json().path("detail").asText()).isNotBlank();
        return reply;
    }

    /** 422 that names this field, and no other. */
    protected static void invalid(ApiServer.Reply reply, String field) {
        JsonNode errors = problem(reply, 422, "invalid").json().path("errors");
        assertThat(errors.fieldNames()).as(reply::toString).toIterable().containsExactly(field);
    }

    protected static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text.replace('\'', '"'));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
