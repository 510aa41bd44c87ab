package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A reading of the network that was counted; unique per subscription, so that the same one never counts again. */
@Entity
@Table(name = "billing_usage_reading")
public class ReadingRow extends TenantEntity {
    @Column(name = "subscription_id")
    private long subscriptionId;

    private String reading;
    private long bytes;

    protected ReadingRow() {}

    public ReadingRow(long subscriptionId, String reading, long bytes) {
        this.subscriptionId = subscriptionId;
        this.reading = reading;
        this.bytes = bytes;
    }

    public long getSubscriptionId() {
        return subscriptionId;
    }

    public String getReading() {
        return reading;
    }

    public long getBytes() {
        return bytes;
    }
}
