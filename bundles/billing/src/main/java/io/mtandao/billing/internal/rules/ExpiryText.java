package io.mtandao.billing.internal.rules;

import io.mtandao.api.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/**
 * Dates as ISPs' files have them: 2026-12-22, 2026-12-22 23:59 (seconds allowed) and 22/12/2026, the day always before the month. A date without a
 * time lasts to the end of that day, 23:59:59, in the ISP's zone.
 */
public final class ExpiryText {
    public static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);
    private static final List<DateTimeFormatter> SPELLINGS = List.of(spelling("uuuu-M-d"), spelling("d/M/uuuu"), spelling("d-M-uuuu"), spelling("d.M.uuuu"));
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ON_BILLS = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private ExpiryText() {}

    private static DateTimeFormatter spelling(String date) {
        return new DateTimeFormatterBuilder().appendPattern(date)
            .optionalStart().appendLiteral(' ').appendPattern("H:mm").optionalStart().appendPattern(":ss").optionalEnd().optionalEnd()
            .optionalStart().appendLiteral('T').appendPattern("H:mm").optionalStart().appendPattern(":ss").optionalEnd().optionalEnd()
            .toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * @return null when nothing was typed
     * @throws Invalid on the field {@code expiresAt}, also for days that do not exist
     */
    public static Instant parse(String typed, ZoneId zone) {
        if (typed == null || typed.isBlank()) return null;
        for (DateTimeFormatter spelling : SPELLINGS) {
            try {
                TemporalAccessor found = spelling.parse(typed.strip());
                LocalDate date = LocalDate.from(found);
                LocalTime time = found.isSupported(ChronoField.HOUR_OF_DAY) ? LocalTime.from(found) : END_OF_DAY;
                if (date.getYear() < 2000 || date.getYear() > 2100) throw Invalid.field("expiresAt", "the year must be from 2000 to 2100");
                return LocalDateTime.of(date, time).atZone(zone).toInstant();
            } catch (DateTimeParseException e) {
                // the next spelling
            }
        }
        throw Invalid.field("expiresAt", "'" + typed.strip() + "' is not a date that exists, written like 2026-12-22, 2026-12-22 23:59 or 22/12/2026");
    }

    /** So that {@link #parse} reads the same instant again (to the second). */
    public static String format(Instant at, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        return (local.getSecond() == 0 ? SHORT : EXACT).format(local);
    }

    /** For a person: {@code 22 Dec 2026 10:15}. */
    public static String onBill(Instant at, ZoneId zone) {
        return ON_BILLS.format(at.atZone(zone));
    }
}
