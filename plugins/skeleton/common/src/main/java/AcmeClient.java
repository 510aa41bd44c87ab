package io.mtandao.plugin.acme.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The vendor's HTTP and JSON. It knows no tenant: every call brings its key. */
final class AcmeClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http;
    private final Duration limit;

    AcmeClient(Duration connect, Duration limit) {
        this.http = HttpClient.newBuilder().connectTimeout(connect).followRedirects(HttpClient.Redirect.NEVER).build();
        this.limit = limit;
    }

    /** @param whenUnclear UNKNOWN for what must not happen twice, RETRY for what may */
    JsonNode get(String url, String key, Outcome whenUnclear) {
        return send(request(url, key).build(), whenUnclear);
    }

    JsonNode post(String url, String key, Map<String, ?> body, Outcome whenUnclear) {
        try {
            HttpRequest.Builder request = request(url, key).header("Content-Type", "application/json");
            return send(request.POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build(), whenUnclear);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(String url, String key) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + key);
    }

    /** The limit covers the whole exchange; {@code HttpRequest.timeout} ends with the reply's head, and a trickling body would hang. */
    private JsonNode send(HttpRequest request, Outcome whenUnclear) {
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() >= 300)
                throw new VendorProblem(outcome(response.statusCode(), whenUnclear), "Acme answered HTTP " + response.statusCode());
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new VendorProblem(whenUnclear, "Acme answered something that cannot be read", e);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new VendorProblem(whenUnclear, "Acme did not answer in time", e);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new VendorProblem(whenUnclear, "interrupted while waiting for Acme", e);
        } catch (ExecutionException e) {
            boolean notEvenConnected = e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException;
            throw new VendorProblem(notEvenConnected ? Outcome.RETRY : whenUnclear,
                notEvenConnected ? "Acme cannot be reached" : "the connection to Acme broke", e.getCause());
        }
    }

    private static Outcome outcome(int status, Outcome whenUnclear) {
        if (status == 401 || status == 403) return Outcome.MISCONFIGURED;
        if (status == 429 || status == 503) return Outcome.RETRY;
        return status >= 500 ? whenUnclear : Outcome.REFUSED;
    }
}
