package io.mtandao.api.billing;

import io.mtandao.api.work.DomainEvent;

/** A subscription expired, was suspended or cancelled, and is to be cut. @param state the new state */
public record SubscriptionStopped(long subscriptionId, long subscriberId, SubscriptionState state) implements DomainEvent {}
