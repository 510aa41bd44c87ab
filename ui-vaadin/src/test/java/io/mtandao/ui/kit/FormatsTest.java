package io.mtandao.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T21:30:00Z");
    private final Formats f = new Formats(ZoneId.of("Africa/Nairobi"), "KES", Locale.ENGLISH, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void timesAreThoseOfTheIspsZone() {
        assertThat(f.time(NOW)).isEqualTo("23 Nov 2026, 00:30");
        assertThat(f.day(NOW)).isEqualTo("23 Nov 2026");
        assertThat(f.today()).isEqualTo(java.time.LocalDate.of(2026, 11, 23));
        assertThat(f.time(null)).isEmpty();
    }

    @Test
    void swahiliHasItsOwnMonths() {
        Formats sw = new Formats(f.zone(), "KES", Translations.SWAHILI, f.clock());
        assertThat(sw.day(Instant.parse("2026-01-05T09:00:00Z"))).isEqualTo("5 Jan 2026");
        assertThat(sw.day(Instant.parse("2026-08-05T09:00:00Z"))).isEqualTo("5 Ago 2026");
    }

    @Test
    void moneyIsGroupedAndADebtIsMarked() {
        assertThat(f.money(Money.of(123_456_789, "KES"))).isEqualTo("KES\u00a01,234,567.89");
        assertThat(f.money(Money.of(-50_000, "KES"))).isEqualTo("KES\u00a0\u2212500.00");
        assertThat(f.money(Money.of(1500, "UGX"))).isEqualTo("UGX\u00a01,500");
    }

    @Test
    void saysHowFarAway() {
        assertThat(f.fromNow(NOW.plus(Duration.ofDays(3)))).isEqualTo("in 3 d");
        assertThat(f.fromNow(NOW.plus(Duration.ofDays(3)).minusSeconds(9))).isEqualTo("in 3 d");
        assertThat(f.fromNow(NOW.plus(Duration.ofHours(36)))).isEqualTo("in 1 d");
        assertThat(f.fromNow(NOW.minus(Duration.ofMinutes(90)))).isEqualTo("1 h ago");
        assertThat(f.fromNow(NOW.minusSeconds(20))).isEqualTo("just now");
    }

    @Test
    void speedsAreWrittenAsTheTradeDoes() {
        assertThat(Formats.speed(512)).isEqualTo("512k");
        assertThat(Formats.speed(2500)).isEqualTo("2.5M");
        assertThat(Formats.speed(10_000)).isEqualTo("10M");
    }

    @Test
    void periods() {
        assertThat(f.period(new Period(1, Period.Unit.MONTH))).isEqualTo("month");
        assertThat(f.period(new Period(30, Period.Unit.DAY))).isEqualTo("30 days");
    }
}
