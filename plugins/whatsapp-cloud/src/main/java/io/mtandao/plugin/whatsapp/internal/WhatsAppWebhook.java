package io.mtandao.plugin.whatsapp.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mtandao.spi.CallbackQuestions.Reply;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.messaging.DeliveryNotice;
import io.mtandao.spi.messaging.DeliveryNotice.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What Meta sends to us: a question once, to see that the address is ours; then signed events, many in one call. */
final class WhatsAppWebhook {
    private static final Map<String, State> STATES = Map.of("sent", State.SENT, "delivered", State.DELIVERED, "read", State.READ, "failed", State.FAILED);
    private static final ObjectMapper JSON = new ObjectMapper(
        JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(40).build()).build());

    private WhatsAppWebhook() {}

    /** Echoes the challenge to who knows the ISP's verify token. */
    static Reply challenge(WhatsAppSettings settings, Map<String, String> query) {
        String challenge = query.getOrDefault("hub.challenge", "");
        boolean ours = "subscribe".equals(query.get("hub.mode")) && same(settings.verifyToken().strip(), query.getOrDefault("hub.verify_token", ""));
        // Meta's challenge is a number; what else a stranger would like to have repeated by our host is not
        return ours && challenge.matches("[A-Za-z0-9_-]{1,200}") ? new Reply(200, "text/plain", challenge) : new Reply(403, "text/plain", "");
    }

    /** Every status of every change of every entry that concerns this ISP's number; one app may serve several numbers. */
    static List<DeliveryNotice> events(WhatsAppSettings settings, RawCallback callback) {
        String signature = callback.header("X-Hub-Signature-256");
        if (signature == null) return List.of(DeliveryNotice.rejected("not signed"));
        // anybody could sign with an empty key
        if (settings.appSecret().isBlank()) return List.of(DeliveryNotice.rejected("no app secret is set"));
        if (!same("sha256=" + hmac(settings.appSecret().strip(), callback.body()), signature)) return List.of(DeliveryNotice.rejected("wrong signature"));
        List<DeliveryNotice> notices = new ArrayList<>();
        try {
            for (JsonNode entry : JSON.readTree(callback.body()).path("entry"))
                for (JsonNode change : entry.path("changes")) {
                    JsonNode value = change.path("value");
                    if (!value.path("metadata").path("phone_number_id").asText().equals(settings.phoneNumberId().strip())) continue;
                    value.path("statuses").forEach(status -> add(notices, status));
                }
            return notices;
        } catch (IOException e) {
            // signed by Meta and yet not to be read: nothing for us
            return List.of();
        }
    }

    private static void add(List<DeliveryNotice> notices, JsonNode status) {
        String id = status.path("id").asText("");
        State state = STATES.get(status.path("status").asText());
        // a status that is new to us changes nothing
        if (id.isBlank() || state == null) return;
        JsonNode error = status.path("errors").path(0);
        String detail = error.isMissingNode() ? status.path("status").asText() : error.path("title").asText() + " (" + error.path("code").asText() + ")";
        notices.add(new DeliveryNotice(id, state, detail, null));
    }

    /** Takes as long for a near miss as for a far one. */
    private static boolean same(String expected, String given) {
        return !expected.isEmpty() && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
