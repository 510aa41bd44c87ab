package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.SubscriptionState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Which period a payment buys. Paid early, or while still let on: it begins where the last one ends. Paid late, after the subscriber was cut: it
 * begins now. Paid for the first time: it begins now.
 */
public final class RenewalRule {
    private RenewalRule() {}

    /** @param anchor to be kept by the subscription */
    public record Span(Instant from, Instant to, Anchor anchor) {}

    /**
     * @param expiresAt null when it was never paid
     * @param anchor null when it was never paid
     */
    public static Span next(SubscriptionState state, Instant expiresAt, Anchor anchor, Period period, ZoneId zone, Instant now) {
        // an ACTIVE one whose expiry has just passed was not cut: the job that renews it may come seconds or, after downtime, hours late
        boolean goesOn = expiresAt != null && (state == SubscriptionState.ACTIVE || expiresAt.isAfter(now));
        Instant from = goesOn ? expiresAt : now.truncatedTo(ChronoUnit.SECONDS);
        PeriodEnd.End end = PeriodEnd.after(from, goesOn ? anchor : null, period, zone);
        return new Span(from, end.at(), end.anchor());
    }
}
