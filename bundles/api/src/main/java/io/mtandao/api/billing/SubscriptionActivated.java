package io.mtandao.api.billing;

import io.mtandao.api.work.DomainEvent;
import java.time.Instant;

/** A subscription was paid for (first time, renewed early or late) and is to be let on until the expiry. */
public record SubscriptionActivated(long subscriptionId, long subscriberId, Instant expiresAt) implements DomainEvent {}
