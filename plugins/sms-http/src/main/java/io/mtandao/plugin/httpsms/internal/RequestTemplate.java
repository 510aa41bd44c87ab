package io.mtandao.plugin.httpsms.internal;

import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes the request that an ISP's settings describe. */
final class RequestTemplate {
    /** No user in it, and no word of the message before the path: whom we speak to is the ISP's choice, not the text's. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^/?#@{}\\s\\\\]+([/?].*)?");

    /** Words of a message that nobody gets, to see whether a template can be filled; a number has digits only, so that it may stand without quotes. */
    static final Map<String, String> SAMPLE = Map.of("to", "254700000000", "text", "x", "from", "x", "id", "1", "callback", "https://example.com/");

    private RequestTemplate() {}

    /** @throws VendorProblem MISCONFIGURED */
    static HttpRequest.Builder of(HttpSmsSettings settings, Map<String, String> words) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address(settings, words));
            Escape escape = Escape.valueOf(settings.bodyType().toUpperCase(Locale.ROOT));
            if (settings.method().equals("GET")) request.GET();
            else request.setHeader("Content-Type", escape.contentType).POST(BodyPublishers.ofString(escape.fill(settings.body(), words)));
            headerLines(settings).forEach(line -> {
                int colon = line.indexOf(':');
                request.setHeader(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            });
            return authorised(request, settings);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new VendorProblem(Outcome.MISCONFIGURED, "The address or the headers of the gateway are not right", e);
        }
    }

    static Stream<String> headerLines(HttpSmsSettings settings) {
        return Arrays.stream(settings.headers().split("[|\\r\\n]+")).filter(line -> !line.isBlank());
    }

    /** @throws VendorProblem or IllegalArgumentException when it is none */
    static URI address(HttpSmsSettings settings, Map<String, String> words) {
        String template = settings.url().strip();
        if (!ADDRESS.matcher(template).matches())
            throw new VendorProblem(Outcome.MISCONFIGURED, "The address begins with https:// and a host name, without user and {words}");
        String address = Escape.URL.fill(template, words);
        if (settings.auth().equals("query"))
            address += (address.contains("?") ? "&" : "?") + Escape.URL.of(settings.authName().strip()) + "="
                + Escape.URL.of(settings.authSecret().strip());
        return URI.create(address);
    }

    private static HttpRequest.Builder authorised(HttpRequest.Builder request, HttpSmsSettings settings) {
        String secret = settings.authSecret().strip();
        return switch (settings.auth()) {
            case "basic" -> request.setHeader("Authorization",
                "Basic " + Base64.getEncoder().encodeToString((settings.authName().strip() + ":" + secret).getBytes(StandardCharsets.UTF_8)));
            case "bearer" -> request.setHeader("Authorization", "Bearer " + secret);
            case "header" -> request.setHeader(settings.authName().strip(), secret);
            default -> request;
        };
    }
}
