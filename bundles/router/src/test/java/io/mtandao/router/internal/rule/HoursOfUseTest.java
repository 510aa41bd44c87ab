package io.mtandao.router.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursOfUseTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final LocalTime TEN_PM = LocalTime.of(22, 0), SIX = LocalTime.of(6, 0), EIGHT = LocalTime.of(8, 0);

    private static boolean open(HoursOfUse hours, String local) {
        return hours.open(ZonedDateTime.parse(local + "+03:00").toInstant());
    }

    /** 27 November 2026 is a Friday. */
    @ParameterizedTest
    @CsvSource({"2026-11-27T07:59:59, false", "2026-11-27T08:00, true", "2026-11-27T21:59:59, true", "2026-11-27T22:00, false", "2026-11-28T12:00, false"})
    void hoursOfADayBeginWithTheFirstMinuteAndEndBeforeTheLast(String local, boolean open) {
        assertThat(open(new HoursOfUse(Set.of(DayOfWeek.FRIDAY), EIGHT, TEN_PM, NAIROBI), local)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27T05:00, false", "2026-11-27T22:00, true", "2026-11-28T05:59:59, true", "2026-11-28T06:00, false", "2026-11-28T22:00, false"})
    void hoursPastMidnightBelongToTheDayTheyBeganOn(String local, boolean open) {
        assertThat(open(new HoursOfUse(Set.of(DayOfWeek.FRIDAY), TEN_PM, SIX, NAIROBI), local)).isEqualTo(open);
    }

    @Test
    void noDaysAreEveryDayAndNoHoursTheWholeDay() {
        assertThat(open(new HoursOfUse(Set.of(), EIGHT, TEN_PM, NAIROBI), "2026-11-29T09:00")).isTrue();
        HoursOfUse weekend = new HoursOfUse(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), null, null, NAIROBI);
        assertThat(open(weekend, "2026-11-28T00:00")).isTrue();
        assertThat(open(weekend, "2026-11-30T00:00")).isFalse();
    }

    @Test
    void whatIsAlwaysOpenNeverSwitches() {
        assertThat(new HoursOfUse(Set.of(), null, null, NAIROBI).nextSwitch(Instant.EPOCH)).isEmpty();
        assertThat(new HoursOfUse(Set.of(DayOfWeek.values()), null, null, NAIROBI).nextSwitch(Instant.EPOCH)).isEmpty();
    }

    /** Santiago and Cairo set their clocks at midnight; Troll by two hours. */
    @ParameterizedTest
    @ValueSource(strings = {"Africa/Nairobi", "Europe/Berlin", "America/Santiago", "Africa/Cairo", "Antarctica/Troll"})
    void theNextSwitchIsWhereWatchingMinuteByMinuteSeesOne(String zone) {
        ZoneId z = ZoneId.of(zone);
        LocalTime early = LocalTime.of(2, 30);
        List<HoursOfUse> all = List.of(new HoursOfUse(Set.of(), LocalTime.of(1, 30), early, z), new HoursOfUse(Set.of(), TEN_PM, early, z),
            new HoursOfUse(Set.of(DayOfWeek.SUNDAY), null, null, z), new HoursOfUse(Set.of(DayOfWeek.SATURDAY), LocalTime.of(23, 30), LocalTime.of(0, 30), z),
            new HoursOfUse(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), SIX, LocalTime.MIDNIGHT, z));
        for (HoursOfUse hours : all)
            for (String begin : List.of("2026-03-27", "2026-04-03", "2026-04-23", "2026-09-04", "2026-10-23", "2026-10-29"))
                agrees(hours, Instant.parse(begin + "T00:00:00Z"));
    }

    private static void agrees(HoursOfUse hours, Instant begin) {
        Instant at = begin, end = begin.plus(Duration.ofDays(4)), next = hours.nextSwitch(at).orElseThrow();
        boolean was = hours.open(at);
        while (at.isBefore(end)) {
            at = at.plusSeconds(60);
            boolean now = hours.open(at);
            assertThat(now != was).as("%s at %s", hours, at).isEqualTo(at.equals(next));
            if (now != was) next = hours.nextSwitch(at).orElseThrow();
            was = now;
        }
    }
}
