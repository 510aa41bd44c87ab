package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.RenewalPolicy.ExpiryTime;
import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.rules.PeriodEnd.Rhythm;
import io.mtandao.billing.internal.rules.RenewalRule.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Forty periods one after the other tile the time line, from 11 hours west of Greenwich to 14 hours east, whatever the clocks on the wall do. */
class TimeLinePropertyTest {
    private static final int PERIODS = 40;
    /** Both hemispheres, half and quarter hours, and those who change their clocks at midnight itself: Cairo, Beirut, Havana, Santiago. */
    private static final String[] ZONES = {"Pacific/Pago_Pago", "Pacific/Honolulu", "America/St_Johns", "America/New_York", "America/Havana", "America/Santiago",
        "Atlantic/Azores", "UTC", "Europe/Berlin", "Africa/Cairo", "Africa/Casablanca", "Asia/Beirut", "Africa/Nairobi", "Asia/Kolkata", "Asia/Kathmandu",
        "Australia/Adelaide", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Kiritimati"};

    /** When and where somebody begins: any second, with the nights of the changes of clocks, month ends and leap days more often than by chance. */
    record Begin(ZoneId zone, Instant at) {
        LocalDateTime local() {
            return LocalDateTime.ofInstant(at, zone);
        }
    }

    @Provide
    Arbitrary<Begin> begins() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 16 * 365).map(LocalDate.of(2023, 1, 1)::plusDays);
        Arbitrary<LocalDate> ends = Arbitraries.integers().between(0, 16 * 12).map(m -> LocalDate.of(2023, 2, 1).plusMonths(m).minusDays(1));
        Arbitrary<LocalDate> leaps = Arbitraries.of(2024, 2028, 2032).map(y -> LocalDate.of(y, 2, 29));
        Arbitrary<LocalTime> times = Arbitraries.oneOf(Arbitraries.integers().between(0, 86_399).map(LocalTime::ofSecondOfDay),
            Arbitraries.of("00:00:00", "00:30:00", "01:59:59", "02:30:00", "23:30:00", "23:59:59").map(LocalTime::parse));
        return Combinators.combine(Arbitraries.of(ZONES).map(ZoneId::of), Arbitraries.oneOf(days, ends, leaps), times, Arbitraries.integers().between(0, 3))
            .as((zone, day, time, turn) -> new Begin(zone, turn == 0 ? turned(zone, day.atTime(time)) : day.atTime(time).atZone(zone).toInstant()));
    }

    /** Within a day of the next change of clocks there, or the same where there is none. */
    private static Instant turned(ZoneId zone, LocalDateTime about) {
        Instant at = about.atZone(zone).toInstant();
        var turn = zone.getRules().nextTransition(at);
        return turn == null ? at : turn.getInstant().plusSeconds(about.toLocalTime().toSecondOfDay() - 43_200L);
    }

    @Provide
    Arbitrary<Period> long_() {
        return Combinators.combine(Arbitraries.integers().between(1, 14), Arbitraries.of(Period.Unit.DAY, Period.Unit.WEEK, Period.Unit.MONTH, Period.Unit.YEAR))
            .as((n, unit) -> new Period(unit == Period.Unit.YEAR ? 1 + n % 2 : n, unit));
    }

    @Provide
    Arbitrary<Period> short_() {
        return Combinators.combine(Arbitraries.integers().between(1, 72), Arbitraries.of(Period.Unit.MINUTE, Period.Unit.HOUR)).as(Period::new);
    }

    /** So many periods, each paid for while the one before runs. */
    private static List<Span> run(Begin begin, Rhythm rhythm) {
        List<Span> run = new ArrayList<>();
        Span last = RenewalRule.next(SubscriptionState.PENDING, null, null, rhythm, Late.FROM_NOW, begin.zone(), begin.at());
        run.add(last);
        while (run.size() < PERIODS) {
            Span next = RenewalRule.next(SubscriptionState.ACTIVE, last.to(), kept(last.anchor()), rhythm, Late.FROM_NOW, begin.zone(), last.from());
            assertThat(next.from()).as("no gap and no overlap").isEqualTo(last.to());
            assertThat(next.to()).isAfter(next.from());
            run.add(next);
            last = next;
        }
        return run;
    }

    /** As a subscription keeps it: a day and a second. */
    private static Anchor kept(Anchor a) {
        return new Anchor(a.day(), LocalTime.ofSecondOfDay(a.time().toSecondOfDay()));
    }

    /** Counted from the first day, not from period to period. */
    private static LocalDate day(LocalDate first, Period p, int nth) {
        long n = (long) p.count() * nth;
        return switch (p.unit()) {
            case DAY -> first.plusDays(n);
            case WEEK -> first.plusWeeks(n);
            case MONTH -> first.plusMonths(n);
            case YEAR -> first.plusYears(n);
            default -> throw new IllegalArgumentException(p.toString());
        };
    }

    @Property
    void rollingPeriodsComeBackToTheDayAndTheTimeOfDayTheyBeganAt(@ForAll("begins") Begin begin, @ForAll("long_") Period period) {
        List<Span> run = run(begin, Rhythm.rolling(period));
        for (int i = 0; i < PERIODS; i++) {
            LocalDateTime wished = day(begin.local().toLocalDate(), period, i + 1).atTime(begin.local().toLocalTime());
            Instant end = run.get(i).to();
            LocalDateTime got = LocalDateTime.ofInstant(end, begin.zone());
            var turn = begin.zone().getRules().getTransition(wished);
            if (turn != null && turn.isGap()) assertThat(got).as("a time that there is not that night is later by what is skipped").isEqualTo(wished.plus(turn.getDuration()));
            else assertThat(got).isEqualTo(wished);
        }
    }

    @Property
    void periodsThatEndWithTheDayEndInItsLastSecond(@ForAll("begins") Begin begin, @ForAll("long_") Period period) {
        List<Span> run = run(begin, new Rhythm(period, false, ExpiryTime.END_OF_DAY));
        for (int i = 0; i < PERIODS; i++) {
            LocalDate day = day(begin.local().toLocalDate(), period, i + 1);
            assertThat(run.get(i).to().plusSeconds(1)).isEqualTo(day.plusDays(1).atStartOfDay(begin.zone()).toInstant());
        }
    }

    @Property
    void calendarPeriodsEndAtTheCalendarsBoundaryAndTheFirstOneIsAPart(@ForAll("begins") Begin begin, @ForAll("long_") Period period, @ForAll ExpiryTime expiry) {
        List<Span> run = run(begin, new Rhythm(period, true, expiry));
        assertThat(run.get(0).wholeFrom()).isBeforeOrEqualTo(begin.at());
        LocalDate first = run.get(0).wholeFrom().atZone(begin.zone()).toLocalDate();
        switch (period.unit()) {
            case WEEK -> assertThat(first.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            case MONTH -> assertThat(first.getDayOfMonth()).isEqualTo(1);
            case YEAR -> assertThat(first.getDayOfYear()).isEqualTo(1);
            default -> assertThat(first).isEqualTo(begin.local().toLocalDate());
        }
        for (int i = 0; i < PERIODS; i++) {
            if (i > 0) assertThat(run.get(i).isPart()).as("only the first").isFalse();
            assertThat(run.get(i).to()).isEqualTo(day(first, period, i + 1).atStartOfDay(begin.zone()).toInstant());
        }
    }

    @Property
    void minutesAndHoursAreOnTheStopwatch(@ForAll("begins") Begin begin, @ForAll("short_") Period period, @ForAll boolean calendar, @ForAll ExpiryTime expiry) {
        Duration each = period.unit() == Period.Unit.HOUR ? Duration.ofHours(period.count()) : Duration.ofMinutes(period.count());
        List<Span> run = run(begin, new Rhythm(period, calendar, expiry));
        assertThat(run.get(PERIODS - 1).to()).isEqualTo(begin.at().plus(each.multipliedBy(PERIODS)));
    }

    @Property
    void whoPaysLateInRhythmGetsThePeriodOfTheOldRunThatRunsNow(@ForAll("begins") Begin begin, @ForAll("long_") Period period, @ForAll ExpiryTime expiry,
            @ForAll boolean calendar, @ForAll @IntRange(max = 38 * 86_400) int late) {
        Rhythm rhythm = new Rhythm(period, calendar, expiry);
        List<Span> run = run(begin, rhythm);
        Span paid = run.get(0);
        Instant now = paid.to().plusSeconds(late);
        Span bought = RenewalRule.next(SubscriptionState.EXPIRED, paid.to(), kept(paid.anchor()), rhythm, Late.FROM_EXPIRY, begin.zone(), now);
        assertThat(now).isBetween(bought.from(), bought.to().minusNanos(1));
        assertThat(run).as("it is one of the run").contains(bought);
    }

    @Property
    void theSharesOfAnySplitOfAPeriodAddUpToTheWhole(@ForAll("begins") Begin begin, @ForAll("long_") Period period, @ForAll boolean calendar,
            @ForAll @IntRange(max = 99_999_999) int price, @ForAll @Size(max = 12) List<@IntRange(max = 1_000_000) Integer> cuts) {
        Span whole = RenewalRule.next(SubscriptionState.PENDING, null, null, new Rhythm(period, calendar, ExpiryTime.EXACT), Late.FROM_NOW, begin.zone(), begin.at());
        long seconds = Duration.between(whole.wholeFrom(), whole.to()).toSeconds();
        List<Instant> marks = new ArrayList<>(cuts.stream().map(c -> whole.wholeFrom().plusSeconds(seconds * c / 1_000_000)).sorted().toList());
        marks.add(0, whole.wholeFrom());
        marks.add(whole.to());
        long sum = 0;
        for (int i = 1; i < marks.size(); i++) {
            long share = Proration.share(price, whole.wholeFrom(), whole.to(), marks.get(i - 1), marks.get(i));
            assertThat(share).isNotNegative();
            sum += share;
        }
        assertThat(sum).isEqualTo(price);
    }

    @Property
    void payingInPartsReachesAsFarAsPayingAtOnce(@ForAll("begins") Begin begin, @ForAll("long_") Period period, @ForAll @IntRange(min = 1, max = 99_999_999) int price,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 100_000) Integer> parts) {
        Instant to = PeriodEnd.after(begin.at(), null, period, begin.zone()).at(), reached = begin.at();
        long paid = 0;
        for (int p : parts) {
            long part = Math.min(Math.max(1, (long) price * p / 100_000), price - paid);
            if (part == 0) break;
            reached = Proration.reach(reached, to, price - paid, part);
            paid += part;
            Instant atOnce = Proration.reach(begin.at(), to, price, paid);
            assertThat(reached).as("never more than was paid for").isBeforeOrEqualTo(atOnce);
            assertThat(Duration.between(reached, atOnce)).as("less than a second a part").isLessThan(Duration.ofSeconds(parts.size()));
        }
        assertThat(paid < price ? to : Proration.reach(reached, to, 0, price - paid)).as("the last part ends where one payment ends").isEqualTo(to);
        if (paid == price) assertThat(reached).isEqualTo(to);
    }

    @Example
    void theLastSecondOfTheDayInCairoIsTheSecondOneOnTheNightThatTurnsBack() {
        ZoneId cairo = ZoneId.of("Africa/Cairo");
        var turn = cairo.getRules().nextTransition(Instant.parse("2026-09-01T00:00:00Z"));
        Instant begin = turn.getInstant().minus(Duration.ofDays(1)).minus(Duration.ofHours(5));
        Instant end = PeriodEnd.after(begin, null, new Rhythm(new Period(1, Period.Unit.DAY), false, ExpiryTime.END_OF_DAY), cairo).at();
        assertThat(end.plusSeconds(1)).isEqualTo(LocalDateTime.ofInstant(begin, cairo).toLocalDate().plusDays(2).atStartOfDay(cairo).toInstant());
    }
}
