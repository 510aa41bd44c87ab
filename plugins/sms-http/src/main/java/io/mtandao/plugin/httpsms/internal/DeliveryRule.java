package io.mtandao.plugin.httpsms.internal;

import io.mtandao.spi.RawCallback;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.messaging.DeliveryNotice;
import io.mtandao.spi.messaging.DeliveryNotice.State;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a delivery report by the ISP's rule: fields of the query or of a form, or JSON pointers. */
final class DeliveryRule {
    private DeliveryRule() {}

    static List<DeliveryNotice> read(HttpSmsSettings settings, RawCallback callback) {
        try {
            Map<String, String> fields = new HashMap<>(callback.query());
            form(callback.text(), fields);
            String id = field(settings.deliveryId().strip(), callback, fields);
            String status = field(settings.deliveryStatus().strip(), callback, fields);
            if (id == null || id.isBlank() || status == null) return List.of(DeliveryNotice.rejected("not a delivery report"));
            State state = state(settings.deliveryStates(), status);
            // a status that the ISP did not map changes nothing
            return state == null ? List.of() : List.of(new DeliveryNotice(id, state, status, null));
        } catch (VendorProblem e) {
            return List.of(DeliveryNotice.rejected(e.getMessage()));
        }
    }

    private static String field(String rule, RawCallback callback, Map<String, String> fields) {
        return rule.startsWith("/") ? ReplyRule.extract(rule, callback.text()) : fields.get(rule);
    }

    private static State state(String states, String status) {
        for (String pair : states.split("[,\\s]+")) {
            int equals = pair.lastIndexOf('=');
            if (equals < 1 || !pair.substring(0, equals).equalsIgnoreCase(status)) continue;
            for (State state : State.values()) if (state.name().equals(pair.substring(equals + 1).toUpperCase(Locale.ROOT))) return state;
        }
        return null;
    }

    private static void form(String text, Map<String, String> fields) {
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 1) continue;
            try {
                fields.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                // not a form after all; then its field is missing
            }
        }
    }
}
