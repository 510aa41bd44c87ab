package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.rules.PeriodEnd.Rhythm;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Which period a payment buys. Paid early, or while still let on: it begins where the last one ends. Paid late, after the cut: it begins now, or (as
 * the ISP chooses) it keeps its rhythm: then it is the period of the old run that is running now, and the days without service are used up; whole
 * periods without service are not charged. Paid for the first time: it begins now.
 */
public final class RenewalRule {
    private RenewalRule() {}

    /**
     * @param anchor to be kept by the subscription
     * @param wholeFrom see {@link PeriodEnd.End}
     */
    public record Span(Instant from, Instant to, Anchor anchor, Instant wholeFrom) {
        /** Whether it is shorter than what a whole price pays for. */
        public boolean isPart() {
            return wholeFrom.isBefore(from);
        }
    }

    /**
     * @param expiresAt null when it was never paid
     * @param anchor null when it was never paid
     */
    public static Span next(SubscriptionState state, Instant expiresAt, Anchor anchor, Rhythm rhythm, Late late, ZoneId zone, Instant now) {
        // one that is served whose expiry has just passed was not cut: what renews it may come seconds or, after downtime, hours late
        boolean goesOn = expiresAt != null && (state.isServed() || expiresAt.isAfter(now));
        if (goesOn) return span(expiresAt, anchor, rhythm, zone);
        boolean inRhythm = expiresAt != null && late == Late.FROM_EXPIRY && state == SubscriptionState.EXPIRED;
        return inRhythm ? running(expiresAt, anchor, rhythm, zone, now) : span(now.truncatedTo(ChronoUnit.SECONDS), null, rhythm, zone);
    }

    private static Span span(Instant from, Anchor anchor, Rhythm rhythm, ZoneId zone) {
        PeriodEnd.End end = PeriodEnd.after(from, anchor, rhythm, zone);
        return new Span(from, end.at(), end.anchor(), end.wholeFrom());
    }

    private static Span running(Instant expiresAt, Anchor anchor, Rhythm rhythm, ZoneId zone, Instant now) {
        Span s = span(expiresAt, anchor, rhythm, zone);
        while (!s.to().isAfter(now)) s = span(s.to(), s.anchor(), rhythm, zone);
        return s;
    }
}
