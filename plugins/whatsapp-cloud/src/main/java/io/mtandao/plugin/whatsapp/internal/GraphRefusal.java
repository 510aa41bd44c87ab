package io.mtandao.plugin.whatsapp.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import java.util.Set;

/** What Meta's error codes mean for us; by code, never by title, for titles change (protocols.md 8). */
final class GraphRefusal {
    /** Temporary, or too fast: by app, account, number, spam limit, pair of numbers. */
    private static final Set<Integer> LATER = Set.of(1, 2, 4, 80007, 130429, 131000, 131048, 131056);
    /** Token, permission, policy block, payment, number not registered. */
    private static final Set<Integer> SETTINGS = Set.of(0, 3, 10, 190, 368, 131042, 133010);

    private GraphRefusal() {}

    /** @param error Meta's object, or missing when the answer was not Meta's */
    static VendorProblem of(int status, JsonNode error) {
        if (!error.path("code").isInt()) return new VendorProblem(withoutCode(status), "WhatsApp answered HTTP " + status);
        int code = error.path("code").asInt();
        return new VendorProblem(outcome(code),
            "WhatsApp: " + error.path("message").asText() + details(error.path("error_data").path("details").asText("")));
    }

    private static Outcome outcome(int code) {
        if (LATER.contains(code)) return Outcome.RETRY;
        return SETTINGS.contains(code) || code >= 200 && code <= 219 ? Outcome.MISCONFIGURED : Outcome.REFUSED;
    }

    private static Outcome withoutCode(int status) {
        if (status == 429 || status == 500 || status == 503) return Outcome.RETRY;
        if (status == 401 || status == 403) return Outcome.MISCONFIGURED;
        // gateway errors: behind them the message may have been taken
        return status > 500 ? Outcome.UNKNOWN : Outcome.REFUSED;
    }

    private static String details(String details) {
        return details.isBlank() ? "" : " (" + details + ")";
    }
}
