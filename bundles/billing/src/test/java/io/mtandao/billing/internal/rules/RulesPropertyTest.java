package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.rules.PeriodEnd.Rhythm;
import io.mtandao.billing.internal.rules.RenewalRule.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every start, period, zone and text. */
class RulesPropertyTest {
    private static final long START = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
    private static final int SIX_YEARS = 6 * 366 * 86_400;

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Africa/Nairobi", "Europe/Berlin", "America/New_York", "Pacific/Auckland", "Australia/Lord_Howe",
            "Asia/Kathmandu", "Pacific/Apia", "UTC").map(ZoneId::of);
    }

    @Provide
    Arbitrary<Period> periods() {
        return Combinators.combine(Arbitraries.integers().between(1, 40), Arbitraries.of(Period.Unit.class)).as(Period::new);
    }

    @Property
    void everyPeriodEndsAfterItBeginsAndTheNextBeginsWhereItEnds(
            @ForAll @IntRange(max = SIX_YEARS) int second, @ForAll("periods") Period period, @ForAll("zones") ZoneId zone) {
        Instant at = Instant.ofEpochSecond(START + second);
        Anchor anchor = null;
        for (int i = 0; i < 4; i++) {
            PeriodEnd.End end = PeriodEnd.after(at, anchor, period, zone);
            assertThat(end.at()).isAfter(at);
            at = end.at();
            anchor = end.anchor();
        }
    }

    @Property
    void monthsKeepTheirDayOrTakeTheLastOne(@ForAll @IntRange(max = SIX_YEARS) int second, @ForAll("zones") ZoneId zone) {
        Instant at = Instant.ofEpochSecond(START + second);
        LocalDateTime begun = LocalDateTime.ofInstant(at, zone);
        Anchor anchor = null;
        for (int i = 1; i <= 14; i++) {
            PeriodEnd.End end = PeriodEnd.after(at, anchor, new Period(1, Period.Unit.MONTH), zone);
            LocalDateTime local = LocalDateTime.ofInstant(end.at(), zone);
            YearMonth month = YearMonth.from(begun).plusMonths(i);
            LocalDateTime wished = month.atDay(Math.min(begun.getDayOfMonth(), month.lengthOfMonth())).atTime(begun.toLocalTime());
            // in the hour that a change of clocks skips, the end is later by what is skipped, and only then
            assertThat(end.at()).isEqualTo(wished.atZone(zone).toInstant());
            assertThat(Duration.between(wished, local)).isBetween(Duration.ZERO, Duration.ofHours(24));
            at = end.at();
            anchor = end.anchor();
        }
    }

    @Property
    void manyEarlyPaymentsGiveTheSameTimeAsPayingEachOnTheDay(@ForAll @IntRange(max = SIX_YEARS) int second,
        @ForAll("periods") Period period,
            @ForAll("zones") ZoneId zone, @ForAll @IntRange(min = 1, max = 6) int times) {
        Instant now = Instant.ofEpochSecond(START + second);
        Span early = RenewalRule.next(SubscriptionState.PENDING, null, null, Rhythm.rolling(period), Late.FROM_NOW, zone, now);
        Span onTheDay = early;
        for (int i = 0; i < times; i++) {
            early = RenewalRule.next(SubscriptionState.ACTIVE, early.to(), early.anchor(), Rhythm.rolling(period), Late.FROM_NOW, zone, now);
            onTheDay = RenewalRule.next(SubscriptionState.ACTIVE, onTheDay.to(), onTheDay.anchor(), Rhythm.rolling(period), Late.FROM_NOW, zone, onTheDay.to());
        }
        assertThat(early).isEqualTo(onTheDay);
    }

    @Property
    void aWarningComesBeforeTheEndAndNotBeforeTheMiddle(@ForAll("periods") Period period, @ForAll @IntRange(max = SIX_YEARS) int second) {
        Instant begin = Instant.ofEpochSecond(START + second);
        Instant end = PeriodEnd.after(begin, null, period, ZoneId.of("UTC")).at();
        assertThat(WarningTime.before(end, period)).isBefore(end).isAfter(begin.plus(Duration.between(begin, end).dividedBy(2)));
    }

    @Property
    void amountsComeBackAsTheyWereWritten(@ForAll @LongRange(min = -99_999_999_999L, max = 99_999_999_999L) long minor) {
        for (String currency : new String[] {"KES", "UGX", "KWD"}) {
            Money money = Money.of(minor, currency);
            assertThat(AmountText.parse(AmountText.format(money), currency, "x")).isEqualTo(money);
        }
    }

    @Property
    void expiriesComeBackAsTheyWereWritten(@ForAll @IntRange(max = SIX_YEARS) int second) {
        Instant at = Instant.ofEpochSecond(START + second);
        for (String zone : new String[] {"Africa/Nairobi", "Asia/Kathmandu", "UTC"}) {
            ZoneId there = ZoneId.of(zone);
            assertThat(ExpiryText.parse(ExpiryText.format(at, there), there)).isEqualTo(at);
        }
    }

    @Property
    void cellsComeBackAndNoneIsAFormulaOnTheWay(@ForAll String text, @ForAll("risky") String risky) {
        for (String cell : new String[] {text, risky, "'" + risky}) {
            assertThat(CsvCell.rearm(CsvCell.disarm(cell))).isEqualTo(cell);
            assertThat(CsvCell.isFormula(CsvCell.disarm(cell))).isFalse();
        }
    }

    @Provide
    Arbitrary<String> risky() {
        return Arbitraries.strings().withChars("'=+-@\t\r\n1.a").ofMaxLength(6);
    }

    @Property
    void anAccountIsTheSameHoweverItIsTyped(@ForAll("accounts") String account, @ForAll @IntRange(max = 7) int at) {
        int i = Math.min(at, account.length());
        for (String typed : new String[] {account.toUpperCase(java.util.Locale.ROOT), account.substring(0, i) + "-" + account.substring(i),
            " " + account.substring(0, i) + " " + account.substring(i)})
            assertThat(AccountText.key(typed)).isEqualTo(AccountText.key(account)).isEqualTo(AccountText.key(AccountText.key(typed)));
    }

    @Provide
    Arbitrary<String> accounts() {
        return Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(1).ofMaxLength(8);
    }

    @Property
    void aPhoneIsTheSameInEverySpelling(@ForAll @IntRange(min = 700_000_000, max = 799_999_999) int number) {
        String kept = "+254" + number;
        for (String typed : new String[] {"0" + number, "" + number, "254" + number, kept,
            ("0" + number).replaceAll("(.{4})(.{3})(.{3})", "$1 $2 $3")})
            assertThat(PhoneNumbers.e164(typed, "KE")).isEqualTo(kept);
    }
}
