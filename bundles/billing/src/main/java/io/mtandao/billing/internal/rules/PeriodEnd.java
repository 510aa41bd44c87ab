package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.RenewalPolicy.ExpiryTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Where a period ends. Minutes and hours are exact; days, weeks, months and years follow the calendar in the ISP's zone: rolling on from the day and
 * time they began, or up to the calendar's own boundary.
 */
public final class PeriodEnd {
    /** A second before midnight: what is let on until then is on for the whole day, and files that show a day show the right one. */
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private PeriodEnd() {}

    /** How a package counts its time. */
    public record Rhythm(Period period, boolean calendar, ExpiryTime expiry) {
        public static Rhythm rolling(Period period) {
            return new Rhythm(period, false, ExpiryTime.EXACT);
        }

        boolean exact() {
            return period.unit() == Period.Unit.MINUTE || period.unit() == Period.Unit.HOUR;
        }
    }

    /**
     * @param at the end
     * @param anchor to be kept for the following period
     * @param wholeFrom where the period would have begun to be a whole one: the start itself, or earlier with calendar periods
     */
    public record End(Instant at, Anchor anchor, Instant wholeFrom) {}

    /** @param anchor of the period before, or null when a run of periods begins here */
    public static End after(Instant start, Anchor anchor, Period period, ZoneId zone) {
        return after(start, anchor, Rhythm.rolling(period), zone);
    }

    public static End after(Instant start, Anchor anchor, Rhythm rhythm, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(start, zone);
        if (rhythm.calendar() && !rhythm.exact()) return boundary(start, local, rhythm.period(), zone);
        Anchor kept = anchor == null || !keeps(anchor, local.toLocalDate(), start, zone) ? Anchor.of(local) : anchor;
        if (rhythm.expiry() == ExpiryTime.END_OF_DAY && !rhythm.exact()) kept = new Anchor(kept.day(), LAST_SECOND);
        int count = rhythm.period().count();
        LocalDate day = local.toLocalDate();
        return switch (rhythm.period().unit()) {
            case MINUTE -> exact(start, start.plus(count, ChronoUnit.MINUTES), zone);
            case HOUR -> exact(start, start.plus(count, ChronoUnit.HOURS), zone);
            case DAY -> onDay(start, day.plusDays(count), kept, zone);
            case WEEK -> onDay(start, day.plusWeeks(count), kept, zone);
            case MONTH -> inMonth(start, day.plusMonths(count), kept, zone);
            case YEAR -> inMonth(start, day.plusYears(count), kept, zone);
        };
    }

    /** Where a whole period begins that ends then: for services whose running period began in the middle, or elsewhere. @param anchor null for that of the end */
    public static Instant begun(Instant end, Anchor anchor, Rhythm rhythm, ZoneId zone) {
        int count = rhythm.period().count();
        LocalDateTime local = LocalDateTime.ofInstant(end, zone);
        if (rhythm.calendar() && !rhythm.exact()) {
            Instant last = end.minusNanos(1);
            return boundary(last, LocalDateTime.ofInstant(last, zone), rhythm.period(), zone).wholeFrom();
        }
        Anchor kept = anchor == null ? Anchor.of(local) : anchor;
        LocalDate day = local.toLocalDate();
        return switch (rhythm.period().unit()) {
            case MINUTE -> end.minus(count, ChronoUnit.MINUTES);
            case HOUR -> end.minus(count, ChronoUnit.HOURS);
            case DAY -> onDay(end, day.minusDays(count), kept, zone).at();
            case WEEK -> onDay(end, day.minusWeeks(count), kept, zone).at();
            case MONTH -> inMonth(end, day.minusMonths(count), kept, zone).at();
            case YEAR -> inMonth(end, day.minusYears(count), kept, zone).at();
        };
    }

    /** Whether the run of the anchor's periods comes by here. It does not where only a part of a period was sold. */
    private static boolean keeps(Anchor anchor, LocalDate day, Instant start, ZoneId zone) {
        return day.getDayOfMonth() == Math.min(anchor.day(), day.lengthOfMonth()) && at(day, anchor.time(), zone).equals(start);
    }

    private static End exact(Instant start, Instant end, ZoneId zone) {
        return new End(end, Anchor.of(LocalDateTime.ofInstant(end, zone)), start);
    }

    private static End onDay(Instant start, LocalDate day, Anchor kept, ZoneId zone) {
        return new End(at(day, kept.time(), zone), new Anchor(day.getDayOfMonth(), kept.time()), start);
    }

    private static End inMonth(Instant start, LocalDate day, Anchor kept, ZoneId zone) {
        LocalDate anchored = day.withDayOfMonth(Math.min(kept.day(), day.lengthOfMonth()));
        return new End(at(anchored, kept.time(), zone), kept, start);
    }

    /** Where clocks are turned back at midnight (Cairo), a day has its last second twice: it ends with the second one. */
    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        ZonedDateTime at = day.atTime(time).atZone(zone);
        return (time.equals(LAST_SECOND) ? at.withLaterOffsetAtOverlap() : at).toInstant();
    }

    /** Up to the calendar's boundary; the whole period would have begun at the boundary before. */
    private static End boundary(Instant start, LocalDateTime local, Period period, ZoneId zone) {
        LocalDate day = local.toLocalDate();
        LocalDate began = switch (period.unit()) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
            default -> day;
        };
        LocalDate ends = switch (period.unit()) {
            case WEEK -> began.plusWeeks(period.count());
            case MONTH -> began.plusMonths(period.count());
            case YEAR -> began.plusYears(period.count());
            default -> began.plusDays(period.count());
        };
        return new End(ends.atStartOfDay(zone).toInstant(), new Anchor(ends.getDayOfMonth(), LocalTime.MIDNIGHT), began.atStartOfDay(zone).toInstant());
    }
}
