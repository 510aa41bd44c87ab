package io.mtandao.api.payment;

import io.mtandao.api.Money;
import java.time.Instant;

/**
 * Money received, booked exactly once.
 *
 * @param number gapless receipt number of the ISP
 * @param method plugin id, for example "mpesa"
 * @param providerReceipt the provider's own id, unique per tenant and method
 * @param payer name or masked phone as the provider tells it
 * @param reference what the payer typed
 */
public record Payment(
        long id,
        String number,
        String method,
        String providerReceipt,
        Money amount,
        State state,
        Long subscriberId,
        String subscriberName,
        String payer,
        String reference,
        Instant paidAt,
        Instant bookedAt) {
    public enum State {
        BOOKED,
        UNMATCHED
    }
}
