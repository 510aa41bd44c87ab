package io.mtandao.billing.internal.rules;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.billing.internal.rules.PeriodEnd.Rhythm;
import io.mtandao.billing.internal.rules.RenewalRule.Span;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RenewalRuleTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final Period MONTH = new Period(1, Period.Unit.MONTH);
    private static final Instant NOW = Instant.parse("2026-11-22T07:15:42.123456Z");

    @Test
    void theFirstPaymentCountsFromNowToTheSecond() {
        Span span = RenewalRule.next(PENDING, null, null, Rhythm.rolling(MONTH), Late.FROM_NOW, NAIROBI, NOW);
        assertThat(span.from()).isEqualTo("2026-11-22T07:15:42Z");
        assertThat(span.to()).isEqualTo("2026-12-22T07:15:42Z");
    }

    @Test
    void anEarlyPaymentExtendsFromTheExpiry() {
        Span span = RenewalRule.next(ACTIVE, Instant.parse("2026-12-01T20:59:59Z"), null, Rhythm.rolling(MONTH), Late.FROM_NOW, NAIROBI, NOW);
        assertThat(span.from()).isEqualTo("2026-12-01T20:59:59Z");
        assertThat(span.to()).isEqualTo("2027-01-01T20:59:59Z");
    }

    @Test
    void aLatePaymentCountsFromNow() {
        Span span = RenewalRule.next(EXPIRED, Instant.parse("2026-11-01T20:59:59Z"), new Anchor(1, ExpiryText.END_OF_DAY), Rhythm.rolling(MONTH), Late.FROM_NOW, NAIROBI, NOW);
        assertThat(span.from()).isEqualTo("2026-11-22T07:15:42Z");
        assertThat(span.to()).as("a new run of periods, with an anchor of its own").isEqualTo("2026-12-22T07:15:42Z");
    }

    @Test
    void whoWasNotCutGoesOnFromTheExpiryThoughTheAlarmRangLate() {
        Span span = RenewalRule.next(ACTIVE, Instant.parse("2026-11-22T07:15:00Z"), null, Rhythm.rolling(MONTH), Late.FROM_NOW, NAIROBI, NOW);
        assertThat(span.from()).isEqualTo("2026-11-22T07:15:00Z");
    }
}
