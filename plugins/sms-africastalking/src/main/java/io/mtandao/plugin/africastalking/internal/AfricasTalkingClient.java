package io.mtandao.plugin.africastalking.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.net.VendorHttp;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The vendor's HTTP: forms out, JSON back. It knows no tenant. */
final class AfricasTalkingClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 1024 * 1024;
    private final VendorHttp http;

    AfricasTalkingClient(Duration connect, Duration limit) {
        this.http = new VendorHttp("Africa's Talking", HttpClient.Version.HTTP_2, connect, limit, MOST_BYTES);
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

    private AfricasTalkingReply send(HttpRequest request) {
        HttpResponse<byte[]> response = http.send(request, Outcome.UNKNOWN);
        return new AfricasTalkingReply(response.statusCode(), json(response.body()));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
