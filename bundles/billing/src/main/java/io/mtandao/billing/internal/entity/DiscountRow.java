package io.mtandao.billing.internal.entity;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Reduction;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** What makes the next bills of a subscription smaller. */
@Entity
@Table(name = "billing_discount")
public class DiscountRow extends TenantEntity {
    @Column(name = "subscription_id")
    private long subscriptionId;

    /** Unique with the subscription: a coupon counts once there, even when it was ended. */
    @Column(name = "coupon_id")
    private Long couponId;

    @Column(name = "percent_hundredths")
    private Integer percentHundredths;

    @Column(name = "amount_minor")
    private Long amountMinor;

    private String currency;

    /** Null for all bills to come. */
    @Column(name = "bills_left")
    private Integer billsLeft;

    private String reason;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "is_open")
    private boolean open = true;

    protected DiscountRow() {}

    public DiscountRow(long subscriptionId, Long couponId, Reduction r, Integer bills, String reason) {
        this.subscriptionId = subscriptionId;
        this.couponId = couponId;
        this.percentHundredths = r.percentHundredths();
        this.amountMinor = r.amount() == null ? null : r.amount().minor();
        this.currency = r.amount() == null ? null : r.amount().currency();
        this.billsLeft = bills;
        this.reason = reason;
    }

    /** One more bill was made smaller. */
    public void used(Instant at) {
        if (billsLeft == null) return;
        billsLeft--;
        if (billsLeft == 0) end(at);
    }

    /** A bill that it made smaller was taken back; one that staff ended stays ended. */
    public void unused() {
        if (billsLeft == null) return;
        boolean usedUp = billsLeft == 0;
        billsLeft++;
        if (usedUp) {
            endedAt = null;
            open = true;
        }
    }

    public void end(Instant at) {
        endedAt = at;
        open = false;
    }

    public Reduction getReduction() {
        return percentHundredths != null ? Reduction.percent(percentHundredths) : Reduction.of(Money.of(amountMinor, currency));
    }

    public long getSubscriptionId() {
        return subscriptionId;
    }

    public Long getCouponId() {
        return couponId;
    }

    public Integer getBillsLeft() {
        return billsLeft;
    }

    public String getReason() {
        return reason;
    }

    public Instant getEndedAt() {
        return endedAt;
    }

    public boolean isOpen() {
        return open;
    }
}
