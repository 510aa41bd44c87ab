package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** The data of one period of a subscription. A period without a row has used none. */
@Entity
@Table(name = "billing_usage")
public class UsageRow extends TenantEntity {
    @Column(name = "subscription_id")
    private long subscriptionId;

    @Column(name = "period_from")
    private Instant periodFrom;

    @Column(name = "used_bytes")
    private long usedBytes;

    @Column(name = "topped_up_bytes")
    private long toppedUpBytes;

    protected UsageRow() {}

    public UsageRow(long subscriptionId, Instant periodFrom) {
        this.subscriptionId = subscriptionId;
        this.periodFrom = periodFrom;
    }

    public void use(long bytes) {
        usedBytes = Math.addExact(usedBytes, bytes);
    }

    /** @param bytes negative when a top-up was taken back */
    public void topUp(long bytes) {
        toppedUpBytes = Math.addExact(toppedUpBytes, bytes);
    }

    public long getSubscriptionId() {
        return subscriptionId;
    }

    public Instant getPeriodFrom() {
        return periodFrom;
    }

    public long getUsedBytes() {
        return usedBytes;
    }

    public long getToppedUpBytes() {
        return toppedUpBytes;
    }
}
