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

    /** Money handed over at the desk. The same desk reference twice is a {@link io.mtandao.api.Conflict}. @param method id of an enabled desk method ("cash") */
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
