package io.mtandao.plugin.africastalking.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** The vendor's HTTP: forms out, JSON back. It knows no tenant. */
final class AfricasTalkingClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http;
    private final Duration limit;

    AfricasTalkingClient(Duration connect, Duration limit) {
        this.http = HttpClient.newBuilder().connectTimeout(connect).followRedirects(HttpClient.Redirect.NEVER).build();
        this.limit = limit;
    }

    /** @throws VendorProblem RETRY when no connection came about, UNKNOWN when none knows what became of it */
    AfricasTalkingReply post(String url, String apiKey, Map<String, String> form) {
        return send(request(url, apiKey).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(encode(form))).build());
    }

    AfricasTalkingReply get(String url, String apiKey, Map<String, String> query) {
        return send(request(url + "?" + encode(query), apiKey).build());
    }

    /** Without Accept the vendor answers XML. */
    private static HttpRequest.Builder request(String url, String apiKey) {
        return HttpRequest.newBuilder(URI.create(url)).header("apiKey", apiKey).header("Accept", "application/json");
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    }

    /** The limit covers the whole exchange; {@code HttpRequest.timeout} ends with the reply's head, and a trickling body would hang. */
    private AfricasTalkingReply send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new AfricasTalkingReply(response.statusCode(), json(response.body()));
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new VendorProblem(Outcome.UNKNOWN, "Africa's Talking did not answer in time", e);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new VendorProblem(Outcome.UNKNOWN, "interrupted while waiting for Africa's Talking", e);
        } catch (ExecutionException e) {
            boolean notEvenConnected = e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException;
            throw new VendorProblem(notEvenConnected ? Outcome.RETRY : Outcome.UNKNOWN,
                notEvenConnected ? "Africa's Talking cannot be reached" : "the connection to Africa's Talking broke", e.getCause());
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
