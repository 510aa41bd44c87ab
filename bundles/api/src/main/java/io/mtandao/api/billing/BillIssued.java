package io.mtandao.api.billing;

import io.mtandao.api.Money;
import io.mtandao.api.work.DomainEvent;
import java.time.Instant;

/** A bill was written. @param open what is still to be paid of it */
public record BillIssued(long billId, long subscriberId, Long subscriptionId, String number, Money total, Money open, Instant dueAt) implements DomainEvent {}
