package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A subscription that a run could not bill, with the reason. */
@Entity
@Table(name = "billing_parked")
public class ParkedRow extends TenantEntity {
    @Column(name = "run_id")
    private long runId;

    @Column(name = "subscription_id")
    private long subscriptionId;

    @Column(name = "subscriber_id")
    private long subscriberId;

    private String reason;

    @Column(name = "parked_at")
    private Instant parkedAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "settled_by")
    private String settledBy;

    /** The subscription while it is open, so that it is parked once. */
    @Column(name = "open_key")
    private Long openKey;

    protected ParkedRow() {}

    public ParkedRow(long runId, SubscriptionRow s, String reason, Instant at) {
        this.runId = runId;
        this.subscriptionId = s.getId();
        this.subscriberId = s.getSubscriberId();
        this.reason = reason.length() > 500 ? reason.substring(0, 500) : reason;
        this.parkedAt = at;
        this.openKey = s.getId();
    }

    public void settle(Instant at, String by) {
        settledAt = at;
        settledBy = by;
        openKey = null;
    }

    public long getRunId() {
        return runId;
    }

    public long getSubscriptionId() {
        return subscriptionId;
    }

    public long getSubscriberId() {
        return subscriberId;
    }

    public String getReason() {
        return reason;
    }

    public Instant getParkedAt() {
        return parkedAt;
    }

    public Instant getSettledAt() {
        return settledAt;
    }

    public String getSettledBy() {
        return settledBy;
    }
}
