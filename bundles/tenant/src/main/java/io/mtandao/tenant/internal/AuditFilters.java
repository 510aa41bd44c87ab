package io.mtandao.tenant.internal;

import io.mtandao.api.Invalid;
import io.mtandao.persistence.Listing.Where;
import io.mtandao.tenant.internal.rule.LikeText;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** How audit logs are narrowed, an ISP's and the platform's alike. */
public final class AuditFilters {
    private AuditFilters() {}

    /** {@code staff/42} is one, {@code staff/} all of a kind. */
    public static void prefixOrAll(Where w, String attribute, String text, char end) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) == end) w.and(attribute + " like ? escape '!'", LikeText.startingWith(text));
        else w.and(attribute + " = ?", text);
    }

    public static Instant instant(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Invalid.field(field, "an instant in UTC, for example 2026-11-22T08:00:00Z");
        }
    }
}
