package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.billing.PackageTerms.Burst;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    @Test
    void uploadComesFirst() {
        assertThat(new RateLimit(5_000, 10_000).format()).isEqualTo("5M/10M");
    }

    @ParameterizedTest
    @CsvSource({"512, 1500, 512k/1500k", "1000, 1000000, 1M/1000M", "0, 10000, 0/10M", "2500, 0, 2500k/0", "1, 1, 1k/1k"})
    void wholeMegabitsAreShort(long up, long down, String text) {
        assertThat(new RateLimit(up, down).format()).isEqualTo(text);
    }

    @Test
    void noLimitIsNoText() {
        assertThat(new RateLimit(0, 0).format()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5M/10M, 5000, 10000", "5M/10M 8M/16M 4M/8M 10/10 8 1M/2M, 5000, 10000", "10M, 10000, 10000", "64k/128K, 64, 128",
        "1G/2G, 1000000, 2000000", "64000/128000, 64, 128", "100/1500, 1, 2", "0/0, 0, 0"})
    void speedsAreReadOffAnyRateLimit(String text, long up, long down) {
        assertThat(RateLimit.parse(text)).contains(new RateLimit(up, down));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "fast", "5M/", "5M/10M/3M", "-1/2", "99999999999999999999"})
    void whatIsNoSpeedIsNone(String text) {
        assertThat(RateLimit.parse(text)).isEmpty();
    }

    @Test
    void aSpeedCannotBeNegative() {
        assertThatThrownBy(() -> new RateLimit(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"5M/10M 8M/16M 4M/8M 10/10, true", "5000k/10000k 8M/16M 4M/8M 10s/10s 8 1M/2M, true", "5M/10M 8M/16M 4M/8M 10, true", "5M/10M, false",
        "5M/10M 8M/16M 4M/8M, false", "5M/10M 8M/17M 4M/8M 10/10, false", "5M/10M 8M/16M 4M/9M 10/10, false", "5M/10M 8M/16M 4M/8M 10/11, false",
        "5M/11M 8M/16M 4M/8M 10/10, false", "'', false"})
    void aBurstIsComparedAsNumbers(String text, boolean same) {
        RateLimit burst = new RateLimit(5_000, 10_000, new Burst(16_000, 8_000, 8_000, 4_000, 10));
        assertThat(burst.format()).isEqualTo("5M/10M 8M/16M 4M/8M 10/10");
        assertThat(burst.isSaidBy(text)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"5M/10M 8M/16M 4M/8M 10/10, false", "5M/10M 8M/16M, false", "5M/10M fast, false", "5M/10M 0/0 0/0 0/0, true",
        "5M/10M 0/0 0/0 0s/0s 8 1M/2M, true", "5000k/10M, true"})
    void whoAsksForNoBurstGetsNone(String text, boolean same) {
        assertThat(new RateLimit(5_000, 10_000).isSaidBy(text)).isEqualTo(same);
        assertThat(new RateLimit(5_000, 10_000, new Burst(0, 0, 0, 0, 10))).as("a burst to no speed").isEqualTo(new RateLimit(5_000, 10_000));
    }

    @Property
    void whatIsWrittenIsRead(@ForAll @LongRange(min = 1, max = 100_000_000) long up, @ForAll @LongRange(max = 100_000_000) long down) {
        RateLimit speed = new RateLimit(up, down);
        assertThat(RateLimit.parse(speed.format())).contains(speed);
    }
}
