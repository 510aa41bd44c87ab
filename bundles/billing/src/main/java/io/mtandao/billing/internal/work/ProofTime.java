package io.mtandao.billing.internal.work;

import io.mtandao.api.TenantId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a tenant's ledger is proved: at night by its own clock, each tenant at its own minute between 1 and 5, so that they do not all come at once. */
final class ProofTime {
    private static final LocalTime FROM = LocalTime.of(1, 0);
    private static final int MINUTES = 4 * 60;

    private ProofTime() {}

    /** The first after an instant. */
    static Instant after(Instant instant, ZoneId zone, TenantId tenant) {
        LocalTime at = FROM.plusMinutes(Math.floorMod(tenant.value().hashCode(), MINUTES));
        ZonedDateTime today = instant.atZone(zone).with(at);
        // on the night on which the clock leaps forward the hour that is missing is made up for by the one after it
        return (today.toInstant().isAfter(instant) ? today : today.plusDays(1).with(at)).toInstant();
    }
}
