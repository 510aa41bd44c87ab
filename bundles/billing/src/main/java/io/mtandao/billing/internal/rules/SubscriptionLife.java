package io.mtandao.billing.internal.rules;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.CANCELLED;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.PAUSED;
import static io.mtandao.api.billing.SubscriptionState.PENDING;
import static io.mtandao.api.billing.SubscriptionState.SUSPENDED;
import static io.mtandao.api.billing.SubscriptionState.TRIAL;

import io.mtandao.api.Conflict;
import io.mtandao.api.billing.SubscriptionState;
import java.time.Instant;

/**
 * The states of a subscription and every step between them.
 *
 * <pre>
 * PENDING           --activated--> TRIAL or ACTIVE
 * PENDING, EXPIRED  --paid-->      ACTIVE          TRIAL, GRACE --paid--> ACTIVE
 * ACTIVE            --expiry-->    GRACE (with days of grace), else EXPIRED
 * TRIAL, GRACE      --over-->      EXPIRED
 * any but CANCELLED --suspended->  SUSPENDED       SUSPENDED --resumed--> ACTIVE, EXPIRED or what it was (PAUSED, with the time that was left)
 * SUSPENDED         --paid-->      SUSPENDED (the time counts, the cut stays)
 * TRIAL, ACTIVE, GRACE --paused--> PAUSED          PAUSED --resumed--> ACTIVE, with the time that was left
 * any               --cancelled--> CANCELLED       CANCELLED is the end
 * </pre>
 */
public final class SubscriptionLife {
    private SubscriptionLife() {}

    public static SubscriptionState paid(SubscriptionState s) {
        if (s == CANCELLED) throw cancelled();
        return s == SUSPENDED || s == PAUSED ? s : ACTIVE;
    }

    /** When the time is over and nobody pays. @param grace whether days of grace follow */
    public static SubscriptionState expiryPassed(SubscriptionState s, boolean grace) {
        if (!s.isServed()) return s;
        return s == ACTIVE && grace ? SubscriptionState.GRACE : EXPIRED;
    }

    /** @param trial whether there is one that was not used yet */
    public static SubscriptionState activated(SubscriptionState s, boolean trial) {
        if (s == CANCELLED) throw cancelled();
        if (s != PENDING) throw new Conflict("this subscription was activated before; renew or resume it");
        return trial ? TRIAL : ACTIVE;
    }

    public static SubscriptionState suspended(SubscriptionState s) {
        if (s == CANCELLED) throw cancelled();
        if (s == SUSPENDED) throw new Conflict("this subscription is suspended already");
        return SUSPENDED;
    }

    public static SubscriptionState paused(SubscriptionState s) {
        if (s == CANCELLED) throw cancelled();
        if (s == PAUSED) throw new Conflict("this subscription is paused already");
        if (!s.isServed()) throw new Conflict("only a subscription that is served can be paused; this one is " + s.name().toLowerCase(java.util.Locale.ROOT));
        return PAUSED;
    }

    /** @param before the state it was suspended in @param expiresAt may be null, then the state before comes back */
    public static SubscriptionState resumed(SubscriptionState s, SubscriptionState before, Instant expiresAt, Instant now) {
        if (s == PAUSED) return ACTIVE;
        if (s != SUSPENDED) throw new Conflict("this subscription is not suspended");
        if (before == PAUSED) return PAUSED;
        if (before == TRIAL && expiresAt != null && expiresAt.isAfter(now)) return TRIAL;
        if (expiresAt != null) return expiresAt.isAfter(now) ? ACTIVE : EXPIRED;
        return before == null ? PENDING : before;
    }

    /** When staff or an import sets the expiry. */
    public static SubscriptionState dated(SubscriptionState s, Instant expiresAt, Instant now) {
        if (s == CANCELLED) throw cancelled();
        if (s == SUSPENDED || s == PAUSED) return s;
        if (!expiresAt.isAfter(now)) return EXPIRED;
        return s == TRIAL ? TRIAL : ACTIVE;
    }

    /** Refuses what a cancelled subscription no longer takes part in. */
    public static void notCancelled(SubscriptionState s) {
        if (s == CANCELLED) throw cancelled();
    }

    /** Refuses to sell time to somebody whom staff has cut, or who is gone. */
    public static void mayBuy(SubscriptionState s) {
        notCancelled(s);
        if (s == SUSPENDED) throw new Conflict("this subscription is suspended; resume it first");
        if (s == PAUSED) throw new Conflict("this subscription is paused; resume it first");
    }

    private static Conflict cancelled() {
        return new Conflict("this subscription is cancelled; make a new one");
    }
}
