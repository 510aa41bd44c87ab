package io.mtandao.ui.subscription;

import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be done with a subscription. What makes no sense in its state is not offered; the service decides in the end. */
public enum Deed {
    ACTIVATE,
    RENEW,
    RESUME,
    CHANGE_PACKAGE,
    MOVE_EXPIRY,
    PAUSE,
    SUSPEND,
    SCHEDULE,
    EDIT,
    CANCEL;

    /** The one that is most likely wanted first. */
    public static Set<Deed> of(Subscription s) {
        SubscriptionState state = s.state();
        if (state == SubscriptionState.CANCELLED) return EnumSet.noneOf(Deed.class);
        Set<Deed> out = EnumSet.of(EDIT, SCHEDULE, CANCEL);
        boolean stopped = state == SubscriptionState.SUSPENDED || state == SubscriptionState.PAUSED;
        boolean prepaid = s.details().charging() == Charging.PREPAID;
        if (state == SubscriptionState.PENDING) out.add(ACTIVATE);
        if (stopped) out.add(RESUME);
        if (state != SubscriptionState.SUSPENDED) out.add(SUSPEND);
        if (state == SubscriptionState.TRIAL || state == SubscriptionState.ACTIVE) out.add(PAUSE);
        if (state != SubscriptionState.PENDING && !stopped) {
            out.add(CHANGE_PACKAGE);
            if (prepaid) out.addAll(EnumSet.of(RENEW, MOVE_EXPIRY));
        }
        return out;
    }

    /** As in ids: {@code move-expiry}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
