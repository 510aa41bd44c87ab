package io.mtandao.billing.internal.rules;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.CANCELLED;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.GRACE;
import static io.mtandao.api.billing.SubscriptionState.PAUSED;
import static io.mtandao.api.billing.SubscriptionState.PENDING;
import static io.mtandao.api.billing.SubscriptionState.SUSPENDED;
import static io.mtandao.api.billing.SubscriptionState.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Subscriber.Standing;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.rules.StandingRule.Service;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingRuleTest {
    private static final Instant SOON = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-31T00:00:00Z");

    private static Service in(SubscriptionState state, Instant expiry) {
        return new Service(state, expiry);
    }

    @Test
    void whatIsServedMattersMoreThanWhatIsStoppedAndThatMoreThanWhatNeverRan() {
        for (SubscriptionState served : List.of(ACTIVE, GRACE, TRIAL))
            assertThat(StandingRule.of(List.of(in(EXPIRED, SOON), in(SUSPENDED, SOON), in(served, LATER)))).isEqualTo(new Standing(served, LATER, 3));
        for (SubscriptionState stopped : List.of(SUSPENDED, PAUSED))
            assertThat(StandingRule.of(List.of(in(EXPIRED, SOON), in(PENDING, null), in(stopped, LATER)))).isEqualTo(new Standing(stopped, LATER, 3));
    }

    @Test
    void ofEqualOnesTheSoonestExpiryAndOneWithoutLast() {
        assertThat(StandingRule.of(List.of(in(ACTIVE, null), in(GRACE, LATER), in(ACTIVE, SOON)))).isEqualTo(new Standing(ACTIVE, SOON, 3));
        assertThat(StandingRule.of(List.of(in(PENDING, null)))).isEqualTo(new Standing(PENDING, null, 1));
    }

    @Test
    void cancelledOnesDoNotCount() {
        assertThat(StandingRule.of(List.of(in(CANCELLED, SOON), in(EXPIRED, LATER)))).isEqualTo(new Standing(EXPIRED, LATER, 1));
        assertThat(StandingRule.of(List.of(in(CANCELLED, SOON)))).isNull();
        assertThat(StandingRule.of(List.of())).isNull();
    }
}
