package io.mtandao.api.billing;

import io.mtandao.api.work.DomainEvent;
import java.time.Instant;

/** Raised once per subscription and expiry, a day (or a tenth of a short period) ahead. */
public record SubscriptionAboutToExpire(long subscriptionId, long subscriberId, Instant expiresAt) implements DomainEvent {}
