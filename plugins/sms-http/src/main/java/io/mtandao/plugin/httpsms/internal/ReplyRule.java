package io.mtandao.plugin.httpsms.internal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.messaging.Sent;
import java.io.IOException;
import java.util.Arrays;

/** Whether a gateway took a message, by the ISP's rule, and which number it gave it. */
final class ReplyRule {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReplyRule() {}

    /** @param ownId names the message when the gateway gives it no number */
    static Sent read(HttpSmsSettings settings, int status, String body, String ownId) {
        if (!in(settings.successStatus(), status)) throw refusal(status, body);
        if (!settings.successPattern().isBlank() && BoundedPattern.find(settings.successPattern(), body) == null)
            throw new VendorProblem(Outcome.REFUSED, "The gateway said: " + shortened(body));
        String id = settings.messageId().isBlank() ? null : extract(settings.messageId().strip(), body);
        return new Sent(id == null || id.isBlank() ? ownId : id, shortened(body));
    }

    /** @param rule a JSON pointer, such as /messages/0/id, or a pattern whose first group is meant */
    static String extract(String rule, String body) {
        if (!rule.startsWith("/")) return BoundedPattern.find(rule, body);
        try {
            JsonNode found = JSON.readTree(body).at(JsonPointer.compile(rule));
            return found.isValueNode() && !found.isNull() ? found.asText() : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** @param set for example 200,202 or 200-299 */
    static boolean in(String set, int status) {
        try {
            return Arrays.stream(set.split("[,\\s]+")).filter(part -> !part.isBlank()).map(part -> part.split("-")).anyMatch(range ->
                Integer.parseInt(range[0]) <= status && status <= Integer.parseInt(range[range.length - 1]));
        } catch (NumberFormatException e) {
            throw new VendorProblem(Outcome.MISCONFIGURED, "Statuses look like 200,202 or 200-299", e);
        }
    }

    private static VendorProblem refusal(int status, String body) {
        String text = "The gateway answered HTTP " + status + ": " + shortened(body);
        if (status == 401 || status == 403) return new VendorProblem(Outcome.MISCONFIGURED, text);
        if (status >= 300 && status < 400)
            return new VendorProblem(Outcome.MISCONFIGURED, "The gateway answers elsewhere (HTTP " + status + "); redirects are not followed");
        if (status == 429 || status == 500 || status == 503) return new VendorProblem(Outcome.RETRY, text);
        // gateway errors: behind them the message may have been taken
        return new VendorProblem(status > 500 ? Outcome.UNKNOWN : Outcome.REFUSED, text);
    }

    private static String shortened(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
