package io.mtandao.billing.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.SubscriptionState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FilterTextTest {
    @Test
    void whatIsMeantIsRead() {
        assertThat(FilterText.id("routerId", "42")).isEqualTo(42);
        assertThat(FilterText.oneOf(SubscriptionState.class, "state", "active")).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(FilterText.oneOf(SubscriptionState.class, "state", "EXPIRED")).isEqualTo(SubscriptionState.EXPIRED);
        assertThat(FilterText.instant("expiresBefore", "2026-12-22T10:15:00Z")).isEqualTo(Instant.parse("2026-12-22T10:15:00Z"));
        assertThat(FilterText.flag("debt", "true")).isTrue();
        assertThat(FilterText.flag("debt", "false")).isFalse();
    }

    @Test
    void whatIsNotIsToldByField() {
        assertThatThrownBy(() -> FilterText.id("routerId", "7; drop"))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("routerId"));
        assertThatThrownBy(() -> FilterText.oneOf(SubscriptionState.class, "state", "gone"))
            .hasMessageContaining("pending, trial, active, grace, expired, suspended, paused, cancelled");
        assertThatThrownBy(() -> FilterText.instant("expiresBefore", "tomorrow")).hasMessageContaining("2026-12-22T10:15:00Z");
        assertThatThrownBy(() -> FilterText.flag("debt", "yes")).hasMessageContaining("true or false");
    }
}
