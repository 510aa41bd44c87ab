package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Where a period ends. Minutes and hours are exact; days, weeks, months and years follow the calendar in the ISP's zone. */
public final class PeriodEnd {
    private PeriodEnd() {}

    /** @param at the end @param anchor to be kept for the following period */
    public record End(Instant at, Anchor anchor) {}

    /** @param anchor of the period before, or null when a run of periods begins here */
    public static End after(Instant start, Anchor anchor, Period period, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(start, zone);
        Anchor kept = anchor == null ? Anchor.of(local) : anchor;
        LocalDate day = local.toLocalDate();
        return switch (period.unit()) {
            case MINUTE -> exact(start.plus(period.count(), ChronoUnit.MINUTES), zone);
            case HOUR -> exact(start.plus(period.count(), ChronoUnit.HOURS), zone);
            case DAY -> onDay(day.plusDays(period.count()), kept, zone);
            case WEEK -> onDay(day.plusWeeks(period.count()), kept, zone);
            case MONTH -> inMonth(day.plusMonths(period.count()), kept, zone);
            case YEAR -> inMonth(day.plusYears(period.count()), kept, zone);
        };
    }

    private static End exact(Instant end, ZoneId zone) {
        return new End(end, Anchor.of(LocalDateTime.ofInstant(end, zone)));
    }

    private static End onDay(LocalDate day, Anchor kept, ZoneId zone) {
        return new End(day.atTime(kept.time()).atZone(zone).toInstant(), new Anchor(day.getDayOfMonth(), kept.time()));
    }

    private static End inMonth(LocalDate day, Anchor kept, ZoneId zone) {
        LocalDate anchored = day.withDayOfMonth(Math.min(kept.day(), day.lengthOfMonth()));
        return new End(anchored.atTime(kept.time()).atZone(zone).toInstant(), kept);
    }
}
