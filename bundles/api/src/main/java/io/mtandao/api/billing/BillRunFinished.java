package io.mtandao.api.billing;

import io.mtandao.api.Money;
import io.mtandao.api.work.DomainEvent;

/** A bill run is through. */
public record BillRunFinished(long runId, long billed, long paid, long parked, Money total) implements DomainEvent {}
