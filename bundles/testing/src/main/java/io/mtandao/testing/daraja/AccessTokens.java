package io.mtandao.testing.daraja;

import io.mtandao.testing.simulator.Answer;
import io.mtandao.testing.simulator.Received;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** OAuth of Daraja: who may have a token, and which tokens still hold. */
final class AccessTokens {
    private record Grant(String consumerKey, Instant until) {}

    private final Clock clock;
    private final Map<String, String> apps = new ConcurrentHashMap<>();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    volatile Duration life = Duration.ofSeconds(3599);
    volatile boolean odd404;

    AccessTokens(Clock clock) {
        this.clock = clock;
    }

    void app(String consumerKey, String consumerSecret) {
        apps.put(consumerKey, consumerSecret);
    }

    void expireAll() {
        grants.clear();
    }

    Answer generate(Received request) {
        String[] basic = basic(request.header("authorization"));
        boolean known = apps.isEmpty() ? !basic[0].isEmpty() : basic[1].equals(apps.get(basic[0]));
        if (!known || !"client_credentials".equals(request.query().get("grant_type")))
            throw new DarajaError(400, "400.008.01", "Invalid Authentication passed");
        String token = "tok-" + UUID.randomUUID();
        grants.put(token, new Grant(basic[0], clock.instant().plus(life)));
        // a string, as the vendor has it
        return Answer.json(200, Map.of("access_token", token, "expires_in", Long.toString(life.toSeconds())));
    }

    /** @return the consumer key of the app that calls */
    String require(Received request) {
        String header = request.header("authorization");
        Grant grant = header.startsWith("Bearer ") ? grants.get(header.substring(7)) : null;
        if (grant != null && grant.until().isAfter(clock.instant())) return grant.consumerKey();
        throw odd404 ? new DarajaError(404, "404.001.03", "Invalid Access Token")
            : new DarajaError(401, "401.003.01", "Error Occurred - Invalid Access Token");
    }

    private static String[] basic(String header) {
        String[] nobody = {"", ""};
        if (!header.startsWith("Basic ")) return nobody;
        String[] parts = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8).split(":", 2);
        return parts.length == 2 ? parts : nobody;
    }
}
