package io.mtandao.testing.contract;

import io.mtandao.api.TenantId;
import io.mtandao.spi.Callback;
import io.mtandao.spi.Plugin;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Contexts of Kenyan ISPs and callbacks as the platform hands them to a plugin. */
public final class TenantContexts {
    private TenantContexts() {}

    /** With callback addresses that no vendor refuses. */
    public static <S> TenantContext<S> of(String tenant, Plugin<S> plugin, Map<String, ?> settings) {
        return of(tenant, plugin, settings, "https://hooks.example");
    }

    /** @param publicUrl at which a test takes callbacks */
    public static <S> TenantContext<S> of(String tenant, Plugin<S> plugin, Map<String, ?> settings, String publicUrl) {
        Map<String, String> urls = new HashMap<>();
        for (Callback callback : plugin.describe().callbacks()) urls.put(callback.purpose(), publicUrl + "/hooks/tok-" + tenant + "/" + callback.purpose());
        return new TenantContext<>(new TenantId(tenant), TypedSettings.of(plugin.settingsType(), settings), "KES", "KE", "Africa/Nairobi", urls);
    }

    public static RawCallback post(String purpose, String body) {
        return post(purpose, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    public static RawCallback post(String purpose, Map<String, String> headers, byte[] body) {
        Map<String, String> low = new TreeMap<>();
        headers.forEach((name, value) -> low.put(name.toLowerCase(Locale.ROOT), value));
        return new RawCallback(1, purpose, "POST", Map.of(), low, body, "196.201.214.200", Instant.parse("2026-11-22T08:00:00Z"));
    }

    public static RawCallback get(String purpose, Map<String, String> query) {
        return new RawCallback(1, purpose, "GET", query, Map.of(), new byte[0], "196.201.214.200", Instant.parse("2026-11-22T08:00:00Z"));
    }
}
