package io.mtandao.api.billing;

import io.mtandao.api.work.DomainEvent;

/** Something the router must know changed (created, password, package, speed, router). @param formerRouterId the router it was on before, when that changed */
public record SubscriptionChanged(long subscriptionId, Long formerRouterId, String formerUser) implements DomainEvent {}
