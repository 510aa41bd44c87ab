package io.mtandao.tenant.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionLifeTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant ENDS = BEGAN.plus(SessionLife.MOST);

    @Test
    void halfAnHourWithoutARequestEndsIt() {
        assertThat(SessionLife.over(BEGAN, ENDS, BEGAN.plus(Duration.ofMinutes(30)).minusMillis(1))).isFalse();
        assertThat(SessionLife.over(BEGAN, ENDS, BEGAN.plus(Duration.ofMinutes(30)))).isTrue();
    }

    @Test
    void eachUseMovesTheEndButNeverBeyondTwelveHours() {
        Instant used = BEGAN.plus(Duration.ofHours(11));
        assertThat(SessionLife.expires(used, ENDS)).isEqualTo(used.plus(SessionLife.IDLE));
        Instant late = ENDS.minusSeconds(60);
        assertThat(SessionLife.expires(late, ENDS)).isEqualTo(ENDS);
        assertThat(SessionLife.over(late, ENDS, ENDS)).isTrue();
    }

    @Test
    void usesAreNotedOnceAMinute() {
        assertThat(SessionLife.worthNoting(BEGAN, BEGAN.plusSeconds(59))).isFalse();
        assertThat(SessionLife.worthNoting(BEGAN, BEGAN.plusSeconds(60))).isTrue();
        assertThat(SessionLife.worthNoting(null, BEGAN)).as("a key that was never used").isTrue();
    }
}
