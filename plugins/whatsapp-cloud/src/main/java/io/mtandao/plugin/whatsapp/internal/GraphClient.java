package io.mtandao.plugin.whatsapp.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
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

/** Meta's Graph API: JSON both ways. It knows no tenant. */
final class GraphClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http;
    private final Duration limit;

    GraphClient(Duration connect, Duration limit) {
        this.http = HttpClient.newBuilder().connectTimeout(connect).followRedirects(HttpClient.Redirect.NEVER).build();
        this.limit = limit;
    }

    /** @throws VendorProblem RETRY when no connection came about, UNKNOWN when nobody knows what became of it, else what Meta refused */
    JsonNode post(String url, String accessToken, Map<String, ?> body) {
        try {
            return send(request(url, accessToken).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String url, String accessToken) {
        return send(request(url, accessToken).build());
    }

    private static HttpRequest.Builder request(String url, String accessToken) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + accessToken);
    }

    /** The limit covers the whole exchange; {@code HttpRequest.timeout} ends with the reply's head, and a trickling body would hang. */
    private JsonNode send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            JsonNode json = json(response.body());
            if (response.statusCode() != 200) throw GraphRefusal.of(response.statusCode(), json.path("error"));
            return json;
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new VendorProblem(Outcome.UNKNOWN, "WhatsApp did not answer in time", e);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new VendorProblem(Outcome.UNKNOWN, "interrupted while waiting for WhatsApp", e);
        } catch (ExecutionException e) {
            boolean notEvenConnected = e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException;
            throw new VendorProblem(notEvenConnected ? Outcome.RETRY : Outcome.UNKNOWN,
                notEvenConnected ? "WhatsApp cannot be reached" : "the connection to WhatsApp broke", e.getCause());
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
