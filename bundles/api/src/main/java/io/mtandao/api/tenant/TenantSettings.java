package io.mtandao.api.tenant;

import java.time.ZoneId;

/**
 * The ISP's own settings.
 *
 * @param currency ISO 4217; fixed once money was booked
 * @param language "en" or "sw"
 * @param taxPercentHundredths 1600 for 16 %
 * @param retentionDays how long messages and callbacks are kept; 0 for ever
 * @param logo a data URI of at most 200 kB, or null
 * @param primaryColour {@code #rrggbb}, or null for the platform's
 * @param host own host name by which staff sign in without a slug, or null
 */
public record TenantSettings(
        int version,
        String name,
        String slug,
        String host,
        String country,
        String currency,
        String timeZone,
        String language,
        String taxName,
        int taxPercentHundredths,
        int retentionDays,
        String logo,
        String primaryColour,
        String supportPhone,
        String supportEmail,
        String messageChannels) {
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
