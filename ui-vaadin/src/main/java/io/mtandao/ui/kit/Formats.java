package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** Money, times and speeds as the ISP's people read them: in its zone, its currency and their language. */
public record Formats(ZoneId zone, String currency, Locale locale, Clock clock) {
    public String money(Money money) {
        if (money == null) return "";
        return money.currency() + "\u00a0" + number(money);
    }

    /** Without the currency, for columns whose head names it. */
    public String number(Money money) {
        int digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
        String text = String.format(Locale.ROOT, "%,." + digits + "f", money.toMajor().abs());
        return money.isNegative() ? "\u2212" + text : text;
    }

    public String time(Instant at) {
        return at == null ? "" : DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", locale).format(at.atZone(zone));
    }

    public String day(Instant at) {
        return at == null ? "" : DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(at.atZone(zone));
    }

    /** A day of the calendar. */
    public String day(LocalDate day) {
        return day == null ? "" : DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(day);
    }

    /** How far away, in one unit: "in 3 days", "2 hours ago". */
    public String fromNow(Instant at) {
        if (at == null) return "";
        Duration d = Duration.between(clock.instant(), at);
        if (d.abs().toMinutes() < 1) return t("time.now");
        // who has just paid for 30 days has 30 left, not 29
        Duration a = d.isNegative() ? d.negated() : d.plus(d.toHours() >= 1 ? Duration.ofMinutes(2) : Duration.ofSeconds(2));
        return d.isNegative() ? t(units(a) == 1 ? "time.agoOne" : "time.ago", span(a)) : t("time.in", span(a));
    }

    /** How long, in its largest unit. */
    public static String span(Duration d) {
        Duration a = d.abs();
        return t(a.toDays() >= 1 ? "time.days" : a.toHours() >= 1 ? "time.hours" : "time.minutes", units(a));
    }

    private static long units(Duration a) {
        return a.toDays() >= 1 ? a.toDays() : a.toHours() >= 1 ? a.toHours() : a.toMinutes();
    }

    /** Decimal, as data is sold: 41.2 GB. */
    public static String bytes(long n) {
        if (n < 1_000_000_000) return BigDecimal.valueOf(n, 6).setScale(0, RoundingMode.DOWN).toPlainString() + " MB";
        return BigDecimal.valueOf(n, 9).setScale(1, RoundingMode.DOWN).stripTrailingZeros().toPlainString() + " GB";
    }

    public String period(Period p) {
        return p.count() == 1 ? t("period.one." + p.unit().name()) : t("period.many." + p.unit().name(), p.count());
    }

    /** Kilobit as the trade writes it: 512k, 10M, 2.5M. */
    public static String speed(int kbps) {
        if (kbps < 1000) return kbps + "k";
        return BigDecimal.valueOf(kbps, 3).stripTrailingZeros().toPlainString() + "M";
    }

    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
