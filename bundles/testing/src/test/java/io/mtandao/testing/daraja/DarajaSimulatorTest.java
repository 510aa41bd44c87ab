package io.mtandao.testing.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mtandao.testing.daraja.DarajaSimulator.Settlement;
import io.mtandao.testing.simulator.CallbackPost.Plan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What no plugin's test shows of the simulator: tokens that age, and what happens to money when nobody answers. */
class DarajaSimulatorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private Instant now = Instant.parse("2026-11-22T07:15:00Z");
    private final DarajaSimulator daraja = new DarajaSimulator(0, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    });

    @AfterEach
    void close() {
        daraja.close();
    }

    @Test
    void aTokenHoldsForAnHour() throws Exception {
        String token = token();
        assertThat(register(token, "Completed").statusCode()).isEqualTo(200);
        now = now.plus(Duration.ofMinutes(61));
        assertThat(register(token, "Completed").body()).contains("401.003.01");
        daraja.expireTokens(true);
        assertThat(register(token(), "Completed").statusCode()).isEqualTo(200);
        assertThat(register(token, "Completed").statusCode()).isEqualTo(404);
    }

    @Test
    void theRegisteredDefaultAppliesWhenNobodyValidates() throws Exception {
        // nobody listens at the addresses that are registered here
        register(token(), "Completed");
        assertThat(daraja.pay("600100", "A-1", "50").paid()).isTrue();
        register(token(), "Cancelled");
        assertThat(daraja.pay("600100", "A-1", "50")).extracting(Settlement::paid, Settlement::code).containsExactly(false, "C2B00016");
        daraja.externalValidation(false);
        assertThat(daraja.pay("600100", "A-1", "50").paid()).isTrue();
    }

    @Test
    void aConfirmationMayNeverCome() throws Exception {
        register(token(), "Completed");
        daraja.externalValidation(false);
        daraja.callbacks().plan(Plan.NEVER);
        daraja.pay("600100", "A-1", "50");
        daraja.callbacks().plan(Plan.ONCE);
        Settlement second = daraja.pay("600100", "A-1", "60");
        assertThat(daraja.callbacks().await(1, Duration.ofSeconds(10))).hasSize(1);
        assertThat(second.transId()).matches("TK[0-9A-Z]{8}");
    }

    @Test
    void aPersonPaysByCurl() throws Exception {
        JsonNode settlement = JSON.readTree(post("/simulator/pay", "", Map.of("shortCode", "600100", "account", "A-1", "amount", "1500")).body());
        assertThat(settlement.path("paid").asBoolean()).isTrue();
        assertThat(settlement.path("code").asText()).contains("no URLs are registered");
    }

    private String token() throws Exception {
        String basic = Base64.getEncoder().encodeToString("key:secret".getBytes());
        HttpRequest request = HttpRequest.newBuilder(URI.create(daraja.url() + "/oauth/v1/generate?grant_type=client_credentials"))
            .header("Authorization", "Basic " + basic).build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body()).path("access_token").asText();
    }

    private HttpResponse<String> register(String token, String type) throws Exception {
        return post("/mpesa/c2b/v2/registerurl", token,
            Map.of("ShortCode", "600100", "ResponseType", type, "ConfirmationURL", "http://127.0.0.1:1/cnf", "ValidationURL", "http://127.0.0.1:1/val"));
    }

    private HttpResponse<String> post(String path, String token, Map<String, String> body) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(daraja.url() + path)).header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))).build(),
            BodyHandlers.ofString());
    }
}
