package io.mtandao.tenant.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.tenant.internal.rule.ThrottleRule.Count;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final ThrottleRule RULE = new ThrottleRule(3, Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofHours(1));

    @Test
    void theFirstFailuresCostNothing() {
        assertThat(RULE.wait(Count.NONE, NOW)).isZero();
        assertThat(RULE.wait(after(3), NOW)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"4, 2", "5, 4", "6, 8", "7, 16", "8, 32", "9, 60", "10, 60", "1000, 60", "2147483647, 60"})
    void thenTheWaitDoublesUpToItsLimit(int failures, long seconds) {
        assertThat(RULE.wait(after(failures), NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void theWaitRunsFromTheLastFailureAndEnds() {
        assertThat(RULE.wait(after(6), NOW.plusSeconds(3))).isEqualTo(Duration.ofSeconds(5));
        assertThat(RULE.wait(after(6), NOW.plusSeconds(8))).isZero();
        assertThat(RULE.wait(after(6), NOW.plusSeconds(600))).isZero();
    }

    @Test
    void aFailureAfterTheWaitMakesTheNextOneLonger() {
        Count more = RULE.failed(after(6), NOW.plusSeconds(8));
        assertThat(more).isEqualTo(new Count(7, NOW.plusSeconds(8)));
        assertThat(RULE.wait(more, NOW.plusSeconds(8))).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void aQuietWhileForgetsAll() {
        Instant later = NOW.plus(Duration.ofHours(1));
        assertThat(RULE.wait(after(50), later)).isZero();
        assertThat(RULE.failed(after(50), later)).isEqualTo(new Count(1, later));
    }

    @Test
    void takingBackNeverGoesBelowNothing() {
        assertThat(RULE.takenBack(after(2))).isEqualTo(after(1));
        assertThat(RULE.takenBack(after(0))).isEqualTo(after(0));
    }

    @Test
    void noRuleRemembersLongerThanTheSweepKeeps() {
        for (ThrottleRule rule : new ThrottleRule[] {ThrottleRule.PAIR, ThrottleRule.ADDRESS, ThrottleRule.ACCOUNT, ThrottleRule.RESET})
            assertThat(rule.forget()).isLessThanOrEqualTo(ThrottleRule.LONGEST_MEMORY).isGreaterThan(rule.most());
    }

    @Test
    void aDayOfGuessingAtOneAccountFromOneAddressGetsAHundredTriesAtMost() {
        Count count = Count.NONE;
        Instant now = NOW;
        int tries = 0;
        while (now.isBefore(NOW.plus(Duration.ofDays(1)))) {
            now = now.plus(ThrottleRule.PAIR.wait(count, now));
            count = ThrottleRule.PAIR.failed(count, now);
            tries++;
        }
        assertThat(tries).isLessThan(120);
    }

    private static Count after(int failures) {
        return new Count(failures, NOW);
    }
}
