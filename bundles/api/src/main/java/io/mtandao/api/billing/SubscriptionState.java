package io.mtandao.api.billing;

/** Where a subscription stands. TRIAL, ACTIVE and GRACE are let on to the network (unless their data is used up). */
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

    /** Whether the network lets it on. */
    public boolean isServed() {
        return this == TRIAL || this == ACTIVE || this == GRACE;
    }
}
