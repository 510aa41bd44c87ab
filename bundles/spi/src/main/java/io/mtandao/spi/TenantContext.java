package io.mtandao.spi;

import io.mtandao.api.TenantId;
import java.util.Map;

/**
 * For whom a plugin is called.
 *
 * @param settings the tenant's, validated and typed
 * @param currency ISO 4217
 * @param country ISO 3166, two letters
 * @param timeZone IANA name
 * @param callbackUrls full public address by purpose, each with the tenant's own unguessable token
 */
public record TenantContext<S>(TenantId tenant, S settings, String currency, String country, String timeZone, Map<String, String> callbackUrls) {
    public String callbackUrl(String purpose) {
        String url = callbackUrls.get(purpose);
        if (url == null) throw new IllegalArgumentException("no callback of purpose " + purpose);
        return url;
    }
}
