package io.mtandao.plugin.whatsapp.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.net.VendorHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Meta's Graph API: JSON both ways. It knows no tenant. */
final class GraphClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 1024 * 1024;
    private final VendorHttp http;

    GraphClient(Duration connect, Duration limit) {
        this.http = new VendorHttp("WhatsApp", HttpClient.Version.HTTP_2, connect, limit, MOST_BYTES);
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

    private JsonNode send(HttpRequest request) {
        HttpResponse<byte[]> response = http.send(request, Outcome.UNKNOWN);
        JsonNode json = json(response.body());
        if (response.statusCode() != 200) throw GraphRefusal.of(response.statusCode(), json.path("error"));
        return json;
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
