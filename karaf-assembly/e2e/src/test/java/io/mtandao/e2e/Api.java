package io.mtandao.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A program that speaks to the platform over REST, with or without a bearer. */
final class Api {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Platform platform;
    private final String bearer;

    Api(Platform platform, String bearer) {
        this.platform = platform;
        this.bearer = bearer;
    }

    String bearer() {
        return bearer;
    }

    Api as(String otherBearer) {
        return new Api(platform, otherBearer);
    }

    /** @param json of the answer, or a missing node when it is none */
    record Answer(int status, String text, JsonNode json, java.net.http.HttpHeaders headers) {
        /** The answer when its status is right. */
        JsonNode expect(int wanted) {
            if (status != wanted) throw new AssertionError("status " + status + " instead of " + wanted + ": " + text);
            return json;
        }

        String etag() {
            return headers.firstValue("ETag").orElse(null);
        }
    }

    Answer get(String path) {
        return send("GET", path, null, null);
    }

    Answer post(String path, String body) {
        return send("POST", path, body, null);
    }

    Answer put(String path, String body, String etag) {
        return send("PUT", path, body, etag);
    }

    Answer send(String method, String path, String body, String etag) {
        HttpRequest.Builder b = HttpRequest.newBuilder(URI.create(platform.url(path))).timeout(Duration.ofSeconds(60));
        if (bearer != null) b.header("Authorization", "Bearer " + bearer);
        if (etag != null) b.header("If-Match", etag);
        if (method.equals("POST")) b.header("Idempotency-Key", UUID.randomUUID().toString());
        if (body != null) b.header("Content-Type", body.stripLeading().startsWith("{") ? "application/json" : "text/csv");
        b.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        try {
            HttpResponse<String> r = HTTP.send(b.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(r.statusCode(), r.body(), parsed(r.body()), r.headers());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
    }

    /** Registers an ISP and signs its owner in. */
    Api register(String slug) {
        return register(slug, "owner@" + slug + ".example", "correct-horse-42");
    }

    Api register(String slug, String email, String password) {
        post("/api/v1/registrations", """
            {"isp":{"name":"%s Net","slug":"%s","country":"KE","currency":"KES","timeZone":"Africa/Nairobi"},
             "owner":{"fullName":"Olive Owner","email":"%s","phone":"0712345678","password":"%s"}}""".formatted(slug, slug, email, password)).expect(201);
        return as(signIn(slug, email, password));
    }

    String signIn(String slug, String email, String password) {
        return post("/api/v1/sessions", "{\"slug\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(slug, email, password)).expect(201).get("token").asText();
    }

    /** Asks until it holds, at most 30 s. */
    static <T> T eventually(String what, Supplier<T> question, java.util.function.Predicate<T> holds) {
        T last = null;
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < until) {
            last = question.get();
            if (holds.test(last)) return last;
            try {
                TimeUnit.MILLISECONDS.sleep(150);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new AssertionError(what + " did not come true; last seen: " + last);
    }
}
