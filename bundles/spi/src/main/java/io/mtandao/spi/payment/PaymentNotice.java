package io.mtandao.spi.payment;

import io.mtandao.api.Money;
import java.time.Instant;

/** What a provider says of money. */
public sealed interface PaymentNotice {
    /**
     * Money was paid.
     *
     * @param providerRef of the prompt that it answers, or null for money that came unasked
     * @param receipt the provider's id of this money, unique within the method
     * @param reference what the payer typed, or null
     * @param payer name and masked phone as told; never used for matching
     * @param verified whether the notice itself proves its sender (a signature); when false and a prompt exists, the platform asks the provider back
     */
    record Paid(String providerRef, String receipt, Money amount, String reference, String payer, String phone, Instant paidAt, boolean verified)
            implements PaymentNotice {}

    /** A prompt ended without money. */
    record Failed(String providerRef, String code, String text) implements PaymentNotice {}

    /** Not to be believed: wrong short code, bad signature, malformed. */
    record Rejected(String reason) implements PaymentNotice {}
}
