package io.mtandao.paper.internal.sheet;

import io.mtandao.api.Money;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a paper says in the ISP's language, with its days in the ISP's zone. */
public record Words(Locale locale, ZoneId zone, ResourceBundle texts) {
    private static final String NO_BREAK = "\u00a0";

    public static Words of(String language, ZoneId zone) {
        Locale locale = Locale.forLanguageTag(language);
        return new Words(locale, zone, ResourceBundle.getBundle("io.mtandao.paper.internal.sheet.words", locale, Words.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public String get(String key, Object... facts) {
        String text = texts.getString(key);
        return facts.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(facts);
    }

    /** With its currency: {@code KES 1,500.00}. */
    public String money(Money m) {
        return m.currency() + NO_BREAK + number(m);
    }

    /** For columns whose head names the currency. */
    public String number(Money m) {
        String text = String.format(Locale.ROOT, "%,." + digits(m) + "f", m.toMajor().abs());
        return m.isNegative() ? "\u2212" + text : text;
    }

    /** As a payer types it: without thousands marks, and without decimals that are zero. */
    public String typed(Money m) {
        BigDecimal major = m.toMajor();
        return (major.stripTrailingZeros().scale() <= 0 ? major.setScale(0) : major).toPlainString();
    }

    private static int digits(Money m) {
        return Currency.getInstance(m.currency()).getDefaultFractionDigits();
    }

    public String day(Instant at) {
        return at == null ? "" : format("d MMM yyyy", at.atZone(zone));
    }

    public String time(Instant at) {
        return at == null ? "" : format("d MMM yyyy HH:mm", at.atZone(zone));
    }

    /** Whole days name their first and last; any other period its moments. */
    public String period(Instant from, Instant to) {
        if (from == null || to == null) return "";
        ZonedDateTime begin = from.atZone(zone), end = to.atZone(zone);
        boolean days = begin.toLocalTime().equals(LocalTime.MIDNIGHT) && end.toLocalTime().equals(LocalTime.MIDNIGHT) && to.isAfter(from);
        return days ? format("d MMM yyyy", begin) + " \u2013 " + format("d MMM yyyy", end.minusDays(1)) : time(from) + " \u2013 " + time(to);
    }

    private String format(String pattern, ZonedDateTime at) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(at).replace(" ", NO_BREAK);
    }
}
