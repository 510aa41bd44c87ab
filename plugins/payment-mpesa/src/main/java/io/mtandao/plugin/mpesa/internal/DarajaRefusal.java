package io.mtandao.plugin.mpesa.internal;

import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import java.util.regex.Pattern;

/** What Daraja's synchronous errors mean for us (protocols.md 1.2). */
final class DarajaRefusal {
    /** One code for several things; only the words tell them apart. */
    static final String PROCESSING_OR_CREDENTIALS = "500.001.1001";

    private static final Pattern CREDENTIALS = Pattern.compile("(?i)credential|merchant|passkey|password");
    private static final Pattern FIELDS_OF_SETTINGS = Pattern.compile("(?i)BusinessShortCode|ShortCode|PartyB|Password|TransactionType|URL");

    private DarajaRefusal() {}

    /** @param whenUnclear for a failure behind which the call may have been carried out */
    static VendorProblem of(DarajaReply reply, Outcome whenUnclear) {
        return new VendorProblem(outcome(reply, whenUnclear),
            "M-Pesa: " + reply.text() + (reply.errorCode().isEmpty() ? "" : " (" + reply.errorCode() + ")"));
    }

    static boolean blamesCredentials(DarajaReply reply) {
        return CREDENTIALS.matcher(reply.text()).find();
    }

    private static Outcome outcome(DarajaReply reply, Outcome whenUnclear) {
        if (reply.status() == 429 || reply.errorCode().equals("500.003.02") || reply.status() == 503) return Outcome.RETRY;
        if (reply.errorCode().equals(PROCESSING_OR_CREDENTIALS)) return blamesCredentials(reply) ? Outcome.MISCONFIGURED : Outcome.RETRY;
        if (reply.status() >= 500) return whenUnclear;
        // 404: the product is not switched on for this app
        if (reply.status() == 403 || reply.status() == 404) return Outcome.MISCONFIGURED;
        if (reply.status() >= 400) return FIELDS_OF_SETTINGS.matcher(reply.text()).find() ? Outcome.MISCONFIGURED : Outcome.REFUSED;
        return reply.json().path("ResponseCode").asText("").isEmpty() ? whenUnclear : Outcome.REFUSED;
    }
}
