package io.mtandao.api.payment;

import io.mtandao.api.Money;
import io.mtandao.api.work.DomainEvent;

/** Money was credited to a subscriber. @param balance of the wallet afterwards */
public record PaymentBooked(long paymentId, long subscriberId, Money amount, String method, String receipt, Money balance) implements DomainEvent {}
