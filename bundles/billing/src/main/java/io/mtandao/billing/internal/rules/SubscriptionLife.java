package io.mtandao.billing.internal.rules;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.CANCELLED;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.PENDING;
import static io.mtandao.api.billing.SubscriptionState.SUSPENDED;

import io.mtandao.api.Conflict;
import io.mtandao.api.billing.SubscriptionState;
import java.time.Instant;

/**
 * The states of a subscription and every step between them.
 *
 * <pre>
 * PENDING, EXPIRED  --paid-->     ACTIVE          ACTIVE --expiry passes--> EXPIRED
 * any but CANCELLED --suspended-> SUSPENDED       SUSPENDED --resumed--> ACTIVE, EXPIRED or PENDING
 * SUSPENDED         --paid-->     SUSPENDED (the time counts, the cut stays)
 * any               --cancelled-> CANCELLED       CANCELLED is the end
 * </pre>
 */
public final class SubscriptionLife {
    private SubscriptionLife() {}

    public static SubscriptionState paid(SubscriptionState s) {
        if (s == CANCELLED) throw cancelled();
        return s == SUSPENDED ? SUSPENDED : ACTIVE;
    }

    public static SubscriptionState expiryPassed(SubscriptionState s) {
        return s == ACTIVE ? EXPIRED : s;
    }

    public static SubscriptionState suspended(SubscriptionState s) {
        if (s == CANCELLED) throw cancelled();
        if (s == SUSPENDED) throw new Conflict("this subscription is suspended already");
        return SUSPENDED;
    }

    /** @param before the state it was suspended in @param expiresAt may be null, then the state before comes back */
    public static SubscriptionState resumed(SubscriptionState s, SubscriptionState before, Instant expiresAt, Instant now) {
        if (s != SUSPENDED) throw new Conflict("this subscription is not suspended");
        if (expiresAt != null) return expiresAt.isAfter(now) ? ACTIVE : EXPIRED;
        return before == null ? PENDING : before;
    }

    /** When staff or an import sets the expiry. */
    public static SubscriptionState dated(SubscriptionState s, Instant expiresAt, Instant now) {
        if (s == CANCELLED) throw cancelled();
        if (s == SUSPENDED) return SUSPENDED;
        return expiresAt.isAfter(now) ? ACTIVE : EXPIRED;
    }

    /** Refuses what a cancelled subscription no longer takes part in. */
    public static void notCancelled(SubscriptionState s) {
        if (s == CANCELLED) throw cancelled();
    }

    /** Refuses to sell time to somebody whom staff has cut, or who is gone. */
    public static void mayBuy(SubscriptionState s) {
        notCancelled(s);
        if (s == SUSPENDED) throw new Conflict("this subscription is suspended; resume it first");
    }

    private static Conflict cancelled() {
        return new Conflict("this subscription is cancelled; make a new one");
    }
}
