package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Period;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningTimeTest {
    @ParameterizedTest
    @CsvSource({"1, MONTH, PT24H", "1, YEAR, PT24H", "1, WEEK, PT24H", "5, DAY, PT24H", "4, DAY, PT9H36M", "1, DAY, PT2H24M",
        "3, HOUR, PT18M",
        "30, MINUTE, PT3M"})
    void aDayAheadOrATenthOfAShortPeriod(int count, Period.Unit unit, Duration ahead) {
        Instant expiry = Instant.parse("2026-12-22T07:15:00Z");
        assertThat(WarningTime.before(expiry, new Period(count, unit))).isEqualTo(expiry.minus(ahead));
    }
}
