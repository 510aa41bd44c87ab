package io.mtandao.payment.internal.entity;

import io.mtandao.api.Money;
import io.mtandao.api.payment.Payment;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** Money that came in. Its amount never changes; unmatched money becomes booked once, a provisional receipt becomes the true one once. */
@Entity
@Table(name = "payment_payment")
public class PaymentRow extends TenantEntity {
    @Column(name = "receipt_no")
    private String receiptNo;

    private String method;

    @Column(name = "provider_receipt")
    private String providerReceipt;

    private boolean provisional;
    private long amount;
    private String currency;

    @Enumerated(EnumType.STRING)
    private Payment.State state;

    @Column(name = "subscriber_id")
    private Long subscriberId;

    @Column(name = "subscriber_name")
    private String subscriberName;

    private String payer;
    private String phone;
    private String reference;
    private String note;

    @Column(name = "prompt_id")
    private Long promptId;

    @Column(name = "paid_at")
    private Instant paidAt;

    @Column(name = "booked_at")
    private Instant bookedAt;

    protected PaymentRow() {}

    public PaymentRow(String receiptNo, String method, String providerReceipt, Money amount, Instant paidAt, Instant now) {
        this.receiptNo = receiptNo;
        this.method = method;
        this.providerReceipt = providerReceipt;
        this.amount = amount.minor();
        this.currency = amount.currency();
        this.state = Payment.State.UNMATCHED;
        this.paidAt = paidAt;
        this.bookedAt = now;
    }

    /** @param phone as the provider tells it, mostly masked */
    public void told(String payer, String phone, String reference, String note) {
        this.payer = payer;
        this.phone = phone;
        this.reference = reference;
        this.note = note;
    }

    public void bookFor(long subscriberId, String subscriberName, Instant now) {
        this.subscriberId = subscriberId;
        this.subscriberName = subscriberName;
        state = Payment.State.BOOKED;
        bookedAt = now;
    }

    public void answers(long promptId) {
        this.promptId = promptId;
    }

    /** The provider said "paid" but not by which receipt: its name of the prompt stands in. */
    public void standIn() {
        provisional = true;
    }

    public void complete(String trueReceipt, String payer) {
        if (!provisional) throw new IllegalStateException("has its receipt");
        provisional = false;
        providerReceipt = trueReceipt;
        if (payer != null) this.payer = payer;
    }

    public Payment toPayment() {
        return new Payment(getId(), receiptNo, method, providerReceipt, getMoney(), state, subscriberId, subscriberName, payer, reference, paidAt, bookedAt);
    }

    public Money getMoney() {
        return Money.of(amount, currency);
    }

    public String getReceiptNo() {
        return receiptNo;
    }

    public String getMethod() {
        return method;
    }

    public String getProviderReceipt() {
        return providerReceipt;
    }

    public boolean isProvisional() {
        return provisional;
    }

    public long getAmount() {
        return amount;
    }

    public Payment.State getState() {
        return state;
    }

    public Long getSubscriberId() {
        return subscriberId;
    }

    public String getPhone() {
        return phone;
    }

    public Long getPromptId() {
        return promptId;
    }

    public Instant getPaidAt() {
        return paidAt;
    }
}
