package io.mtandao.voucher.internal.entity;

import io.mtandao.api.voucher.Voucher;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** One code: sealed to be shown, hashed to be found. Once it is no longer UNUSED it never changes its state again. */
@Entity
@Table(name = "voucher_voucher")
public class VoucherRow extends TenantEntity {
    @Column(name = "batch_id")
    private long batchId;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "sealed_code")
    private String sealedCode;

    @Enumerated(EnumType.STRING)
    private Voucher.State state;

    @Column(name = "sell_by")
    private Instant sellBy;

    @Column(name = "subscriber_id")
    private Long subscriberId;

    @Column(name = "subscriber_name")
    private String subscriberName;

    private String phone;

    @Column(name = "subscription_id")
    private Long subscriptionId;

    @Column(name = "used_at")
    private Instant usedAt;

    @Column(name = "valid_until")
    private Instant validUntil;

    protected VoucherRow() {}

    public VoucherRow(BatchRow batch, String codeHash, String sealedCode) {
        this.batchId = batch.getId();
        this.sellBy = batch.getSellBy();
        this.codeHash = codeHash;
        this.sealedCode = sealedCode;
        this.state = Voucher.State.UNUSED;
    }

    public void useFor(long subscriberId, String subscriberName, String phone, Instant now) {
        leaveUnused(Voucher.State.USED);
        this.subscriberId = subscriberId;
        this.subscriberName = subscriberName;
        this.phone = phone;
        this.usedAt = now;
    }

    /** Of one that was used for a package. */
    public void bought(long subscriptionId, Instant validUntil) {
        this.subscriptionId = subscriptionId;
        this.validUntil = validUntil;
    }

    public void withdraw() {
        leaveUnused(Voucher.State.WITHDRAWN);
    }

    private void leaveUnused(Voucher.State next) {
        if (state != Voucher.State.UNUSED) throw new IllegalStateException("is " + state);
        state = next;
    }

    public long getBatchId() {
        return batchId;
    }

    public String getSealedCode() {
        return sealedCode;
    }

    public Voucher.State getState() {
        return state;
    }

    public Instant getSellBy() {
        return sellBy;
    }

    public Long getSubscriberId() {
        return subscriberId;
    }

    public String getSubscriberName() {
        return subscriberName;
    }

    public String getPhone() {
        return phone;
    }

    public Long getSubscriptionId() {
        return subscriptionId;
    }

    public Instant getUsedAt() {
        return usedAt;
    }

    public Instant getValidUntil() {
        return validUntil;
    }
}
