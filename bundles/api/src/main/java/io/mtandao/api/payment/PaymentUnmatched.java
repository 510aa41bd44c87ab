package io.mtandao.api.payment;

import io.mtandao.api.Money;
import io.mtandao.api.work.DomainEvent;

/** Money came in that belongs to nobody known; finance is to assign it. */
public record PaymentUnmatched(long paymentId, Money amount, String reference) implements DomainEvent {}
