package io.mtandao.api.voucher;

import io.mtandao.api.Money;
import io.mtandao.api.work.DomainEvent;

/** A code was turned into time or money. */
public record VoucherRedeemed(long voucherId, long subscriberId, Long subscriptionId, Money value) implements DomainEvent {}
