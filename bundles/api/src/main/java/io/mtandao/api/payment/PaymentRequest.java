package io.mtandao.api.payment;

import io.mtandao.api.Money;
import java.time.Instant;

/** A prompt to pay, sent to a subscriber's phone. @param text what to tell a person about its state */
public record PaymentRequest(
        long id, long subscriberId, String method, Money amount, String phone, State state, String text, Long paymentId, Instant createdAt) {
    public enum State {
        /** Written down, not yet handed to the provider. */
        NEW,
        /** With the provider; the subscriber's answer is awaited. */
        SENT,
        PAID,
        FAILED,
        /** The provider did not answer; resolved by asking it again. */
        UNKNOWN
    }
}
