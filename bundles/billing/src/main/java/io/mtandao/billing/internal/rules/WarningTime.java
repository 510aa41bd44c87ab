package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.Period;
import java.time.Duration;
import java.time.Instant;

/** When a subscriber is told that the time runs out: a day ahead; a tenth of the period ahead when the period is shorter than five days. */
public final class WarningTime {
    private static final Duration SHORT = Duration.ofDays(5);

    private WarningTime() {}

    public static Instant before(Instant expiresAt, Period period) {
        Duration length = nominal(period);
        return expiresAt.minus(length.compareTo(SHORT) < 0 ? length.dividedBy(10) : Duration.ofDays(1));
    }

    /** Good enough to tell short from long: a month is 30 days here. */
    private static Duration nominal(Period p) {
        return switch (p.unit()) {
            case MINUTE -> Duration.ofMinutes(p.count());
            case HOUR -> Duration.ofHours(p.count());
            case DAY -> Duration.ofDays(p.count());
            case WEEK -> Duration.ofDays(7L * p.count());
            case MONTH -> Duration.ofDays(30L * p.count());
            case YEAR -> Duration.ofDays(365L * p.count());
        };
    }
}
