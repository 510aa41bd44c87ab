package io.mtandao.billing.internal.desk;

import io.mtandao.api.Invalid;
import io.mtandao.billing.internal.rules.SearchTerms;
import io.mtandao.persistence.Listing.Where;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the text of a list's filter means. */
public final class FilterText {
    private FilterText() {}

    public static long id(String filter, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Invalid.field(filter, "must be an id");
        }
    }

    public static <E extends Enum<E>> E oneOf(Class<E> type, String filter, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Invalid.field(filter, "one of " + Arrays.stream(type.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
        }
    }

    public static Instant instant(String filter, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Invalid.field(filter, "must be a time like 2026-12-22T10:15:00Z");
        }
    }

    public static boolean flag(String filter, String text) {
        if (!text.equals("true") && !text.equals("false")) throw Invalid.field(filter, "true or false");
        return text.equals("true");
    }

    /** Every term must match: each is bound once for every '?' of the condition. */
    public static void search(String typed, Where where, String jpql) {
        int marks = (int) jpql.chars().filter(c -> c == '?').count();
        for (String term : SearchTerms.of(typed)) {
            Object[] values = new Object[marks];
            Arrays.fill(values, term);
            where.and(jpql, values);
        }
    }
}
