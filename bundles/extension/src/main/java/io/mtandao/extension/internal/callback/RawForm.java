package io.mtandao.extension.internal.callback;

import io.mtandao.api.Invalid;
import io.mtandao.api.extension.CallbackInbox.Arrival;
import io.mtandao.extension.internal.Json;
import io.mtandao.extension.internal.entity.CallbackRow;
import io.mtandao.spi.RawCallback;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Between a call as it arrives, as it is stored, and as a plugin gets it. */
final class RawForm {
    static final int MOST_BODY = 64 * 1024;
    private static final int MOST_HEADERS = 16_000;
    private static final int MOST_QUERY = 8_000;
    private static final int MOST_HEADER = 2_000;
    /** What proves somebody else's identity has no place in a log. */
    private static final Set<String> LEFT_OUT = Set.of("authorization", "proxy-authorization", "cookie");

    private RawForm() {}

    /** @throws Invalid when it is larger than any vendor's */
    static RawCallback of(Arrival a, Instant now) {
        byte[] body = a.body() == null ? new byte[0] : a.body();
        if (body.length > MOST_BODY) throw Invalid.field("body", "at most 64 KB");
        Map<String, String> query = a.query() == null ? Map.of() : new TreeMap<>(a.query());
        if (Json.write(query).length() > MOST_QUERY) throw Invalid.field("query", "at most " + MOST_QUERY + " characters");
        Map<String, String> headers = new TreeMap<>();
        if (a.headers() != null) a.headers().forEach((name, value) -> keep(headers, name.toLowerCase(Locale.ROOT), value));
        if (Json.write(headers).length() > MOST_HEADERS) throw Invalid.field("headers", "at most " + MOST_HEADERS + " characters");
        return new RawCallback(0, a.purpose(), a.method(), query, headers, body, a.address() == null ? "" : cut(a.address(), 64), now);
    }

    private static void keep(Map<String, String> headers, String name, String value) {
        if (value != null && !LEFT_OUT.contains(name)) headers.put(name, cut(value, MOST_HEADER));
    }

    static CallbackRow entity(String pluginId, String kind, boolean question, RawCallback raw) {
        return new CallbackRow(pluginId, kind, raw.purpose(), question)
            .raw(cut(raw.method(), 10), Json.write(raw.query()), Json.write(raw.headers()), raw.body(), raw.address(), raw.receivedAt());
    }

    @SuppressWarnings("unchecked") // written by entity()
    static RawCallback raw(CallbackRow e) {
        return new RawCallback(e.getId(), e.getPurpose(), e.getMethod(), Json.read(e.getQuery(), Map.class), Json.read(e.getHeaders(), Map.class),
            e.getBody(), e.getAddress(), e.getReceivedAt());
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
