package io.mtandao.billing.internal.rules;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.CANCELLED;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.PENDING;
import static io.mtandao.api.billing.SubscriptionState.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.billing.SubscriptionState;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionLifeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T07:15:00Z");
    private static final Instant PAST = NOW.minusSeconds(1);
    private static final Instant FUTURE = NOW.plusSeconds(1);

    @ParameterizedTest
    @CsvSource({"PENDING, ACTIVE", "ACTIVE, ACTIVE", "EXPIRED, ACTIVE", "SUSPENDED, SUSPENDED"})
    void paying(SubscriptionState before, SubscriptionState after) {
        assertThat(SubscriptionLife.paid(before)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"PENDING, PENDING", "ACTIVE, EXPIRED", "EXPIRED, EXPIRED", "SUSPENDED, SUSPENDED", "CANCELLED, CANCELLED"})
    void theExpiryPassing(SubscriptionState before, SubscriptionState after) {
        assertThat(SubscriptionLife.expiryPassed(before, false)).isEqualTo(after);
    }

    @Test
    void suspendingAndResuming() {
        for (SubscriptionState s : new SubscriptionState[] {PENDING, ACTIVE, EXPIRED})
            assertThat(SubscriptionLife.suspended(s)).isEqualTo(SUSPENDED);
        assertThatThrownBy(() -> SubscriptionLife.suspended(SUSPENDED)).isInstanceOf(Conflict.class);
        assertThat(SubscriptionLife.resumed(SUSPENDED, ACTIVE, FUTURE, NOW)).isEqualTo(ACTIVE);
        assertThat(SubscriptionLife.resumed(SUSPENDED, ACTIVE, PAST, NOW)).isEqualTo(EXPIRED);
        assertThat(SubscriptionLife.resumed(SUSPENDED, ACTIVE, null, NOW)).as("let on without an end before").isEqualTo(ACTIVE);
        assertThat(SubscriptionLife.resumed(SUSPENDED, PENDING, null, NOW)).isEqualTo(PENDING);
        assertThatThrownBy(() -> SubscriptionLife.resumed(ACTIVE, null, FUTURE, NOW)).isInstanceOf(Conflict.class);
    }

    @Test
    void datingByHand() {
        assertThat(SubscriptionLife.dated(PENDING, FUTURE, NOW)).isEqualTo(ACTIVE);
        assertThat(SubscriptionLife.dated(ACTIVE, PAST, NOW)).isEqualTo(EXPIRED);
        assertThat(SubscriptionLife.dated(SUSPENDED, FUTURE, NOW)).isEqualTo(SUSPENDED);
    }

    @Test
    void cancelledIsTheEnd() {
        assertThatThrownBy(() -> SubscriptionLife.paid(CANCELLED)).isInstanceOf(Conflict.class).hasMessageContaining("cancelled");
        assertThatThrownBy(() -> SubscriptionLife.suspended(CANCELLED)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> SubscriptionLife.dated(CANCELLED, FUTURE, NOW)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> SubscriptionLife.mayBuy(CANCELLED)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> SubscriptionLife.mayBuy(SUSPENDED)).hasMessageContaining("resume it first");
    }
}
