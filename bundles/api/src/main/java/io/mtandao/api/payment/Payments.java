package io.mtandao.api.payment;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import java.time.Instant;

/** Payments. Filters: {@code subscriberId}, {@code method}, {@code state}, {@code from}, {@code to}; search: receipt, provider receipt, reference, payer. */
public interface Payments {
    Page<Payment> list(Caller caller, ListQuery query);

    long count(Caller caller, ListQuery query);

    Payment get(Caller caller, long id);

    /**
     * Money handed over at the desk.
     *
     * @param method id of an enabled desk method ("cash")
     * @param reference the desk's own, of a paper receipt for example; may be null where the method's settings let staff go without, and then the payment's own number stands in
     * @throws io.mtandao.api.Conflict when the reference was booked before, or when without one the same amount was taken from the same subscriber within two minutes
     */
    Payment receiveAtDesk(Caller caller, String method, long subscriberId, Money amount, String reference, String note);

    /** Gives unmatched money to a subscriber. @throws io.mtandao.api.Conflict when it is assigned already */
    Payment assign(Caller caller, long paymentId, long subscriberId);

    /** Asks a subscriber to pay by phone. @param method null for the ISP's first push method @param phone null for the subscriber's @param amount null for what is due */
    PaymentRequest request(Caller caller, long subscriberId, String method, String phone, Money amount);

    PaymentRequest requestById(Caller caller, long id);

    Page<PaymentRequest> requests(Caller caller, ListQuery query);

    Takings takings(Caller caller);

    record Takings(Money today, Money month, long unmatched, Money unmatchedSum, Instant lastPayment) {}
}
