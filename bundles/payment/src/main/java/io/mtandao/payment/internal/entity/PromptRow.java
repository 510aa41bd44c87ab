package io.mtandao.payment.internal.entity;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.payment.PaymentRequest;
import io.mtandao.api.payment.PaymentRequest.State;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** A prompt to pay: the intent, written down before the provider hears of it, and what became of it. */
@Entity
@Table(name = "payment_prompt")
public class PromptRow extends TenantEntity {
    private static final int MOST_TOLD = 500;

    @Column(name = "subscriber_id")
    private long subscriberId;

    @Column(name = "subscriber_name")
    private String subscriberName;

    private String account;
    private String method;
    private long amount;
    private String currency;
    private String phone;

    @Enumerated(EnumType.STRING)
    private State state;

    private String told;
    private boolean calling;

    @Column(name = "provider_ref")
    private String providerRef;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "paid_seen_at")
    private Instant paidSeenAt;

    @Column(name = "payment_id")
    private Long paymentId;

    protected PromptRow() {}

    public PromptRow(Subscriber subscriber, String method, Money amount, String phone) {
        subscriberId = subscriber.id();
        subscriberName = subscriber.name();
        account = subscriber.accountNumber();
        this.method = method;
        this.amount = amount.minor();
        currency = amount.currency();
        this.phone = phone;
        tell(State.NEW, "about to be sent");
    }

    /** The provider is called now: should the node die before the answer is written down, nobody knows what happened. */
    public void callBegins() {
        calling = true;
    }

    public void sent(String ref, String text, Instant at) {
        calling = false;
        if (providerRef == null) providerRef = ref;
        if (sentAt == null) sentAt = at;
        if (state == State.NEW || state == State.UNKNOWN) tell(State.SENT, text);
    }

    public void notSentYet(String why) {
        calling = false;
        tell(State.NEW, why);
    }

    public void unknown(String why, Instant at) {
        calling = false;
        if (sentAt == null) sentAt = at;
        tell(State.UNKNOWN, why);
    }

    public void fail(String why) {
        calling = false;
        tell(State.FAILED, why);
    }

    /** A callback proved to be the answer to this prompt, whose own name at the provider was never learnt. */
    public void adopt(String ref) {
        providerRef = ref;
    }

    /** The provider says that it is paid; the receipt is awaited. */
    public void paidSeen(Instant at) {
        paidSeenAt = at;
        tell(state, "paid; the receipt is awaited");
    }

    public void paid(long payment, String text) {
        paymentId = payment;
        tell(State.PAID, text);
    }

    public void tell(State now, String text) {
        state = now;
        told = text == null || text.length() <= MOST_TOLD ? text : text.substring(0, MOST_TOLD);
    }

    public PaymentRequest toRequest() {
        return new PaymentRequest(getId(), subscriberId, method, getMoney(), phone, state, told, paymentId, getCreatedAt());
    }

    public Money getMoney() {
        return Money.of(amount, currency);
    }

    public long getSubscriberId() {
        return subscriberId;
    }

    public String getSubscriberName() {
        return subscriberName;
    }

    public String getAccount() {
        return account;
    }

    public String getMethod() {
        return method;
    }

    public String getPhone() {
        return phone;
    }

    public State getState() {
        return state;
    }

    public String getTold() {
        return told;
    }

    public boolean isCalling() {
        return calling;
    }

    public String getProviderRef() {
        return providerRef;
    }

    public Instant getSentAt() {
        return sentAt;
    }

    public Instant getPaidSeenAt() {
        return paidSeenAt;
    }

    public Long getPaymentId() {
        return paymentId;
    }
}
