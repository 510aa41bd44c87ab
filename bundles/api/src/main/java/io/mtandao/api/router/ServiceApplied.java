package io.mtandao.api.router;

import io.mtandao.api.work.DomainEvent;

/** A router now has what was desired. */
public record ServiceApplied(long subscriptionId, boolean allowed) implements DomainEvent {}
