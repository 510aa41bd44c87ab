package io.mtandao.plugin.httpsms.internal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mtandao.api.Invalid;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.messaging.DeliveryNotice.State;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The form of an ISP's settings: everything that can be seen to be wrong without asking the gateway. */
final class HttpSmsForm {
    private static final Pattern HEADER = Pattern.compile("\\s*[!#$%&'*+.^_`|~0-9A-Za-z-]+\\s*:.*");
    private static final Pattern STATUSES = Pattern.compile("[1-5]\\d\\d(-[1-5]\\d\\d)?([,\\s]+[1-5]\\d\\d(-[1-5]\\d\\d)?)*");
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private HttpSmsForm() {}

    static Map<String, String> faults(HttpSmsSettings settings) {
        boolean headers = RequestTemplate.headerLines(settings).allMatch(HEADER.asMatchPredicate());
        return new Invalid.Check()
            .that(isAddress(settings), "url", "must begin with https:// or http:// and a host name, without a user and without {words} before the path")
            .that(headers, "headers", "must be lines like Name: value, with | between several")
            .that(!isJson(settings) || readsAsJson(settings), "body", "must be JSON once the {words} are filled in; texts stand in double quotes")
            .that(!Arrays.asList("basic", "header", "query").contains(settings.auth()) || !settings.authName().isBlank(), "authName", "must be given for this way of signing in")
            .that(settings.auth().equals("none") || !settings.authSecret().isBlank(), "authSecret", "must be given for this way of signing in")
            .that(STATUSES.matcher(settings.successStatus().strip()).matches(), "successStatus", "must be HTTP statuses like 200,202 or 200-299")
            .that(isPattern(settings.successPattern()), "successPattern", "must be a regular expression")
            .that(isRule(settings.messageId()), "messageId", "must be a JSON pointer such as /messages/0/id, or a regular expression")
            .that(isField(settings.deliveryId()), "deliveryId", "must be the name of a field, or a JSON pointer such as /message/id")
            .that(isField(settings.deliveryStatus()), "deliveryStatus", "must be the name of a field, or a JSON pointer such as /message/status")
            .that(areStates(settings.deliveryStates()), "deliveryStates", "must be pairs like DELIVRD=delivered; the meanings are sent, delivered, read and failed")
            .wrong();
    }

    private static boolean isAddress(HttpSmsSettings settings) {
        try {
            return RequestTemplate.address(settings, RequestTemplate.SAMPLE).getHost() != null;
        } catch (VendorProblem | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isJson(HttpSmsSettings settings) {
        return settings.bodyType().equals("json") && !settings.method().equals("GET");
    }

    private static boolean readsAsJson(HttpSmsSettings settings) {
        try {
            return !JSON.readTree(Escape.JSON.fill(settings.body(), RequestTemplate.SAMPLE)).isMissingNode();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isPattern(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean isRule(String text) {
        return text.isBlank() || (text.strip().startsWith("/") ? isPointer(text) : isPattern(text));
    }

    private static boolean isField(String text) {
        return !text.isBlank() && (!text.strip().startsWith("/") || isPointer(text));
    }

    private static boolean isPointer(String text) {
        try {
            JsonPointer.compile(text.strip());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean areStates(String text) {
        return text.isBlank() || Arrays.stream(text.strip().split("[,\\s]+")).allMatch(pair -> {
            int equals = pair.lastIndexOf('=');
            return equals > 0 && Arrays.stream(State.values()).map(State::name).anyMatch(pair.substring(equals + 1).toUpperCase(Locale.ROOT)::equals);
        });
    }
}
