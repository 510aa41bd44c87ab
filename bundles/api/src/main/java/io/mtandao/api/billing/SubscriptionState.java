package io.mtandao.api.billing;

import java.util.List;

/** Where a subscription stands. */
public enum SubscriptionState {
    /** Made, not yet activated: neither paid for nor switched on. */
    PENDING,
    /** Free time before the first payment. */
    TRIAL,
    ACTIVE,
    /** Expired, but still on for the days of grace. */
    GRACE,
    EXPIRED,
    /** Cut by staff, whatever is paid; or by dunning, until the debt is paid. */
    SUSPENDED,
    /** Cut at the subscriber's wish; the time that was left waits. */
    PAUSED,
    CANCELLED;

    /** Those that the network lets on (unless their data is used up). */
    public static final List<SubscriptionState> SERVED = List.of(TRIAL, ACTIVE, GRACE);

    public boolean isServed() {
        return SERVED.contains(this);
    }
}
