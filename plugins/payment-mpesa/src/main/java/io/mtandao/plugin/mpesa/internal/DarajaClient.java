package io.mtandao.plugin.mpesa.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.net.VendorHttp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** HTTP, JSON and tokens of Daraja. It knows no tenant: every call brings the app it is made for. */
final class DarajaClient {
    /** An app at one of Daraja's addresses. */
    record App(String baseUrl, String consumerKey, String consumerSecret) {
        @Override
        public String toString() {
            return consumerKey + " at " + baseUrl;
        }
    }

    /** A 404 can mean trouble with the token, too. */
    private static final Set<String> TOKEN_ERRORS = Set.of("401.002.01", "401.003.01", "404.001.03");

    private static final int MOST_BYTES = 1024 * 1024;
    private final VendorHttp http;
    private final AccessTokens tokens;

    DarajaClient(Duration connect, Duration limit, Clock clock) {
        this.http = new VendorHttp("Daraja", HttpClient.Version.HTTP_2, connect, limit, MOST_BYTES);
        this.tokens = new AccessTokens(clock);
    }

    /** @throws VendorProblem RETRY or MISCONFIGURED; never UNKNOWN, for a token fetched twice does no harm */
    String token(App app) {
        return tokens.get(app, this::fetchToken);
    }

    /**
     * Posts with the app's token. When Daraja does not take the token nothing was done, so a new one is fetched and the call made once more.
     *
     * @param whenUnclear the outcome when the call may have been carried out without our hearing of it
     */
    DarajaReply post(App app, String path, Map<String, ?> body, Outcome whenUnclear) {
        String token = token(app);
        DarajaReply reply = post(app, path, body, token, whenUnclear);
        if (!refusesToken(reply)) return reply;
        tokens.forget(app, token);
        reply = post(app, path, body, token(app), whenUnclear);
        if (refusesToken(reply)) throw new VendorProblem(Outcome.MISCONFIGURED, "Daraja does not accept this app's token: " + reply.text());
        return reply;
    }

    private DarajaReply post(App app, String path, Map<String, ?> body, String token, Outcome whenUnclear) {
        try {
            return send(HttpRequest.newBuilder(URI.create(app.baseUrl() + path)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(TolerantJson.MAPPER.writeValueAsBytes(body))).build(),
                whenUnclear);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private AccessTokens.Token fetchToken(App app) {
        String basic = Base64.getEncoder().encodeToString((app.consumerKey() + ":" + app.consumerSecret()).getBytes(StandardCharsets.UTF_8));
        DarajaReply reply = send(HttpRequest.newBuilder(URI.create(app.baseUrl() + "/oauth/v1/generate?grant_type=client_credentials"))
            .header("Authorization", "Basic " + basic).build(), Outcome.RETRY);
        if (reply.status() == 400 || reply.status() == 401 || reply.status() == 403)
            throw new VendorProblem(Outcome.MISCONFIGURED, "Daraja does not know this consumer key and secret at " + URI.create(app.baseUrl()).getHost());
        String text = reply.json().path("access_token").asText("");
        if (reply.status() != 200 || text.isEmpty()) throw new VendorProblem(Outcome.RETRY, "Daraja gave no token: " + reply.text());
        // seconds, as a string or a number
        return new AccessTokens.Token(text, Duration.ofSeconds(reply.json().path("expires_in").asLong(0)));
    }

    private static boolean refusesToken(DarajaReply reply) {
        return reply.status() == 401 || TOKEN_ERRORS.contains(reply.errorCode());
    }

    private DarajaReply send(HttpRequest request, Outcome whenUnclear) {
        HttpResponse<byte[]> response = http.send(request, whenUnclear);
        return new DarajaReply(response.statusCode(), TolerantJson.read(response.body()));
    }
}
