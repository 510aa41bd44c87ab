package io.mtandao.voucher.internal.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Days on the shelf, in the ISP's zone: the last day, which is printed on the card, counts to its end. */
public final class ShelfLife {
    /** When the states of what is over are written. */
    private static final LocalTime NIGHT = LocalTime.of(0, 30);

    private ShelfLife() {}

    /** @param days 0 for ever @return from when on it is worth nothing, or null */
    public static Instant sellBy(Instant made, int days, ZoneId zone) {
        return days == 0 ? null : LocalDate.ofInstant(made, zone).plusDays(days + 1L).atStartOfDay(zone).toInstant();
    }

    public static LocalDate lastDay(Instant sellBy, ZoneId zone) {
        return LocalDate.ofInstant(sellBy.minusNanos(1), zone);
    }

    public static boolean isOver(Instant sellBy, Instant now) {
        return sellBy != null && !now.isBefore(sellBy);
    }

    public static Instant nextNight(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone), tonight = here.with(NIGHT);
        return (tonight.isAfter(here) ? tonight : here.toLocalDate().plusDays(1).atTime(NIGHT).atZone(zone)).toInstant();
    }
}
