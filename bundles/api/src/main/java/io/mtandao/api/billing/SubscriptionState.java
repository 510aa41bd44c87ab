package io.mtandao.api.billing;

/** Where a subscription stands. Only ACTIVE is let on to the network. */
public enum SubscriptionState {
    /** Not yet paid for the first time. */
    PENDING,
    ACTIVE,
    EXPIRED,
    /** Cut by staff, whatever is paid. */
    SUSPENDED,
    CANCELLED
}
