package io.mtandao.payment.internal.rule;

import io.mtandao.api.Money;

/**
 * A payment that is booked already.
 *
 * @param number the ISP's receipt number
 * @param promptId of the prompt that it answers, or null
 * @param subscriberId null while it is unmatched
 */
public record Known(long id, String number, String receipt, boolean provisional, Money amount, Long promptId, Long subscriberId) {}
