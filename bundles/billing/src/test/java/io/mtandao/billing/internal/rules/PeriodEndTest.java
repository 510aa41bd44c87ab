package io.mtandao.billing.internal.rules;

import static io.mtandao.api.billing.Period.Unit.DAY;
import static io.mtandao.api.billing.Period.Unit.HOUR;
import static io.mtandao.api.billing.Period.Unit.MINUTE;
import static io.mtandao.api.billing.Period.Unit.MONTH;
import static io.mtandao.api.billing.Period.Unit.WEEK;
import static io.mtandao.api.billing.Period.Unit.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.RenewalPolicy.ExpiryTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodEndTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    /** The ends of so many periods one after the other, in local time. */
    private static List<String> run(String start, ZoneId zone, Period... periods) {
        Instant at = LocalDateTime.parse(start).atZone(zone).toInstant();
        Anchor anchor = null;
        List<String> ends = new ArrayList<>();
        for (Period p : periods) {
            PeriodEnd.End end = PeriodEnd.after(at, anchor, p, zone);
            assertThat(end.at()).isAfter(at);
            at = end.at();
            anchor = end.anchor();
            ends.add(LocalDateTime.ofInstant(at, zone).toString());
        }
        return ends;
    }

    private static Period[] times(int n, int count, Period.Unit unit) {
        Period[] same = new Period[n];
        java.util.Arrays.fill(same, new Period(count, unit));
        return same;
    }

    @Test
    void monthsKeepTheDayTheyBeganOn() {
        assertThat(run("2027-01-31T23:59:59", NAIROBI, times(5, 1, MONTH))).containsExactly(
            "2027-02-28T23:59:59", "2027-03-31T23:59:59", "2027-04-30T23:59:59", "2027-05-31T23:59:59", "2027-06-30T23:59:59");
        assertThat(run("2028-01-30T10:00", NAIROBI, times(2, 1, MONTH))).containsExactly("2028-02-29T10:00", "2028-03-30T10:00");
        assertThat(run("2026-10-31T10:00", NAIROBI, times(2, 4, MONTH))).containsExactly("2027-02-28T10:00", "2027-06-30T10:00");
    }

    @Test
    void yearsFromALeapDayComeBackToIt() {
        assertThat(run("2028-02-29T12:00", NAIROBI, times(4, 1, YEAR)))
            .containsExactly("2029-02-28T12:00", "2030-02-28T12:00", "2031-02-28T12:00", "2032-02-29T12:00");
    }

    @Test
    void daysAndWeeksKeepTheTimeOfDayOverAChangeOfClocks() {
        assertThat(run("2027-03-27T18:00", BERLIN, times(2, 1, DAY))).containsExactly("2027-03-28T18:00", "2027-03-29T18:00");
        assertThat(run("2027-10-30T18:00", BERLIN, times(1, 1, WEEK))).containsExactly("2027-11-06T18:00");
        assertThat(run("2026-09-26T02:30", AUCKLAND, times(2, 1, DAY))).as("there is no 02:30 that night, the next night there is")
            .containsExactly("2026-09-27T03:30", "2026-09-28T02:30");
        assertThat(run("2027-02-28T02:30", BERLIN, times(2, 1, MONTH))).as("28 March skips 02:30")
            .containsExactly("2027-03-28T03:30", "2027-04-28T02:30");
    }

    @Test
    void minutesAndHoursAreExact() {
        assertThat(run("2027-03-28T01:30", BERLIN, new Period(1, HOUR))).as("the hour from 2 to 3 does not exist")
            .containsExactly("2027-03-28T03:30");
        assertThat(run("2027-03-27T18:00", BERLIN, new Period(24, HOUR))).containsExactly("2027-03-28T19:00");
        assertThat(run("2027-01-01T00:00", NAIROBI, new Period(90, MINUTE))).containsExactly("2027-01-01T01:30");
    }

    @Test
    void aChangeOfPeriodInBetweenCountsFromWhereTheLastOneEnded() {
        assertThat(run("2027-01-05T10:00", NAIROBI, new Period(15, DAY), new Period(1, MONTH)))
            .containsExactly("2027-01-20T10:00", "2027-02-20T10:00");
        assertThat(run("2027-01-31T10:00", NAIROBI, new Period(5, HOUR), new Period(1, MONTH), new Period(1, MONTH)))
            .containsExactly("2027-01-31T15:00", "2027-02-28T15:00", "2027-03-31T15:00");
    }

    @Test
    void theBeginOfAPeriodIsFoundFromItsEnd() {
        assertThat(begun("2026-03-31T08:00", new PeriodEnd.Rhythm(new Period(1, MONTH), false, ExpiryTime.EXACT))).isEqualTo("2026-02-28T08:00");
        assertThat(begun("2026-03-01T00:00", new PeriodEnd.Rhythm(new Period(1, MONTH), true, ExpiryTime.EXACT))).isEqualTo("2026-02-01T00:00");
        assertThat(begun("2026-03-09T00:00", new PeriodEnd.Rhythm(new Period(1, WEEK), true, ExpiryTime.EXACT))).isEqualTo("2026-03-02T00:00");
        assertThat(begun("2026-03-09T10:00", new PeriodEnd.Rhythm(new Period(12, HOUR), false, ExpiryTime.EXACT))).isEqualTo("2026-03-08T22:00");
        assertThat(begun("2026-03-29T12:00", new PeriodEnd.Rhythm(new Period(1, DAY), false, ExpiryTime.EXACT))).as("a day of 23 hours").isEqualTo("2026-03-28T12:00");
    }

    /** Else a whole period would cost a little more or less than its price. */
    @Test
    void aWholePeriodBeginsWhereItBegan() {
        for (ZoneId zone : List.of(NAIROBI, BERLIN, AUCKLAND))
            for (Period p : List.of(new Period(1, MONTH), new Period(3, MONTH), new Period(1, YEAR), new Period(1, WEEK), new Period(5, DAY), new Period(36, HOUR))) {
                Instant at = LocalDateTime.parse("2027-01-31T02:30").atZone(zone).toInstant();
                Anchor anchor = null;
                for (int i = 0; i < 60; i++) {
                    PeriodEnd.End end = PeriodEnd.after(at, anchor, p, zone);
                    assertThat(PeriodEnd.begun(end.at(), end.anchor(), PeriodEnd.Rhythm.rolling(p), zone)).as("%s from %s", p, at).isEqualTo(at);
                    at = end.at();
                    anchor = end.anchor();
                }
            }
    }

    private static String begun(String end, PeriodEnd.Rhythm rhythm) {
        return LocalDateTime.ofInstant(PeriodEnd.begun(LocalDateTime.parse(end).atZone(BERLIN).toInstant(), null, rhythm, BERLIN), BERLIN).toString();
    }
}
