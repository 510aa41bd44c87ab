package io.mtandao.plugin.africastalking.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.messaging.Sent;

/**
 * What the vendor answered to one message. Its status codes are documented poorly and told differently in several places, so only the broad ranges are
 * relied on (protocols.md 6): 100 to 102 accepted, 5xx later, the rest no; the two that people must mend are known by their names.
 */
record AfricasTalkingReply(int status, JsonNode json) {
    Sent sent() {
        if (status == 401 || status == 403) throw problem(Outcome.MISCONFIGURED, "does not accept this user name and API key");
        if (status == 429 || status == 500 || status == 503) throw problem(Outcome.RETRY, "is busy (HTTP " + status + ")");
        // gateway errors: behind them the message may have been taken
        if (status > 500) throw problem(Outcome.UNKNOWN, "answered HTTP " + status);
        if (status >= 300) throw problem(Outcome.REFUSED, "answered HTTP " + status);
        JsonNode data = json.path("SMSMessageData");
        if (!data.isObject()) throw problem(Outcome.UNKNOWN, "answered something that cannot be read");
        JsonNode recipient = data.path("Recipients").path(0);
        if (recipient.isMissingNode()) throw refusal(0, data.path("Message").asText("no reason given"));
        int code = recipient.path("statusCode").asInt();
        if (code < 100 || code > 102) throw refusal(code, recipient.path("status").asText("no reason given"));
        String id = recipient.path("messageId").asText("");
        if (id.isBlank()) throw problem(Outcome.UNKNOWN, "took the message without giving it a number");
        return new Sent(id, recipient.path("status").asText() + ", " + recipient.path("cost").asText());
    }

    private static VendorProblem refusal(int code, String status) {
        String text = "said " + status + (code == 0 ? "" : " (" + code + ")");
        if (status.contains("InsufficientBalance")) return problem(Outcome.MISCONFIGURED, text + ": the account must be topped up");
        if (status.contains("InvalidSenderId")) return problem(Outcome.MISCONFIGURED, text + ": the sender ID is not registered for this account");
        return problem(code >= 500 && code < 600 ? Outcome.RETRY : Outcome.REFUSED, text);
    }

    private static VendorProblem problem(Outcome outcome, String text) {
        return new VendorProblem(outcome, "Africa's Talking " + text);
    }
}
