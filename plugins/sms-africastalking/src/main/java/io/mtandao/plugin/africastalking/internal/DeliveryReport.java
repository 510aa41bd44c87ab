package io.mtandao.plugin.africastalking.internal;

import io.mtandao.spi.RawCallback;
import io.mtandao.spi.messaging.DeliveryNotice;
import io.mtandao.spi.messaging.DeliveryNotice.State;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The vendor's delivery report, a form. It is not signed: the unguessable address alone vouches for it. */
final class DeliveryReport {
    private static final Map<String, State> STATES = Map.of("Sent", State.SENT, "Submitted", State.SENT, "Buffered", State.SENT, "Success", State.DELIVERED,
        "Rejected", State.FAILED, "Failed", State.FAILED, "AbsentSubscriber", State.FAILED, "Expired", State.FAILED);

    private DeliveryReport() {}

    static List<DeliveryNotice> read(RawCallback callback) {
        Map<String, String> form = new HashMap<>();
        try {
            for (String pair : callback.text().split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) form.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException e) {
            return List.of(DeliveryNotice.rejected("not a form"));
        }
        String id = form.getOrDefault("id", "");
        String status = form.getOrDefault("status", "");
        if (id.isBlank() || status.isBlank()) return List.of(DeliveryNotice.rejected("not a delivery report"));
        State state = STATES.get(status);
        // a status that is new to us changes nothing
        if (state == null) return List.of();
        String reason = form.getOrDefault("failureReason", "");
        return List.of(new DeliveryNotice(id, state, reason.isBlank() ? status : status + ": " + reason, null));
    }
}
