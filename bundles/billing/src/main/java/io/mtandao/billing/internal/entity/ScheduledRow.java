package io.mtandao.billing.internal.entity;

import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** A change of a subscription that is to come, by its time or at the next renewal. */
@Entity
@Table(name = "billing_scheduled_change")
public class ScheduledRow extends TenantEntity {
    @Column(name = "subscription_id")
    private long subscriptionId;

    @Enumerated(EnumType.STRING)
    @Column(name = "change_kind")
    private ScheduledChange.Kind kind;

    /** {@link SubscriptionRow#NEVER} when it waits for the renewal. */
    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "at_renewal")
    private boolean atRenewal;

    @Column(name = "package_id")
    private Long packageId;

    private String why;

    @Enumerated(EnumType.STRING)
    private ScheduledChange.State state = ScheduledChange.State.WAITING;

    private String failure;
    private String who;

    protected ScheduledRow() {}

    /** @param at null for the next renewal */
    public ScheduledRow(long subscriptionId, ScheduledChange.Kind kind, Instant at, Long packageId, String why, String who) {
        this.subscriptionId = subscriptionId;
        this.kind = kind;
        this.dueAt = at == null ? SubscriptionRow.NEVER : at;
        this.atRenewal = at == null;
        this.packageId = packageId;
        this.why = why;
        this.who = who;
    }

    public void done() {
        end(ScheduledChange.State.DONE, null);
    }

    public void failed(String text) {
        end(ScheduledChange.State.FAILED, text);
    }

    public void cancelled() {
        end(ScheduledChange.State.CANCELLED, null);
    }

    private void end(ScheduledChange.State next, String text) {
        state = next;
        failure = text;
        dueAt = SubscriptionRow.NEVER;
    }

    /** @param packageName of its package, or null */
    public ScheduledChange view(String packageName) {
        return new ScheduledChange(getId(), subscriptionId, kind, atRenewal || SubscriptionRow.NEVER.equals(dueAt) ? null : dueAt, packageId, packageName, why, state, failure, who,
            getCreatedAt());
    }

    public long getSubscriptionId() {
        return subscriptionId;
    }

    public ScheduledChange.Kind getKind() {
        return kind;
    }

    public Instant getDueAt() {
        return dueAt;
    }

    public boolean isAtRenewal() {
        return atRenewal;
    }

    public Long getPackageId() {
        return packageId;
    }

    public String getWhy() {
        return why;
    }

    public String getWho() {
        return who;
    }

    public ScheduledChange.State getState() {
        return state;
    }
}
