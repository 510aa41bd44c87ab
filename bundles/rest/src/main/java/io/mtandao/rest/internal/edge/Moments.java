package io.mtandao.rest.internal.edge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/** Instants, days and times of day as they are written on the wire: ISO 8601 with a year of four digits, which every database can keep. */
final class Moments {
    private static final int YEAR = 4;

    private Moments() {}

    static Instant instant(String text) {
        return Instant.parse(yearOfFour(text));
    }

    static LocalDate day(String text) {
        return LocalDate.parse(yearOfFour(text));
    }

    static LocalTime time(String text) {
        return LocalTime.parse(text);
    }

    static String wanted(Class<?> type) {
        if (type == LocalTime.class) return "must be a time of day such as 08:30";
        return type == LocalDate.class ? "must be a day such as 2026-11-22" : "must be an instant such as 2026-11-22T08:00:00Z";
    }

    private static String yearOfFour(String text) {
        if (text.length() <= YEAR || text.charAt(YEAR) != '-' || !Character.isDigit(text.charAt(0)))
            throw new DateTimeParseException("a year has four digits", text, 0);
        return text;
    }
}
