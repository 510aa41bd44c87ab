package io.mtandao.billing.internal.entity;

import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions.Step;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** One step of a subscription's life: who let it take it, and why. Only ever added. */
@Entity
@Table(name = "billing_subscription_step")
public class StepRow extends TenantEntity {
    @Column(name = "subscription_id")
    private long subscriptionId;

    @Column(name = "router_id")
    private Long routerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state_from")
    private SubscriptionState from;

    @Enumerated(EnumType.STRING)
    @Column(name = "state_to")
    private SubscriptionState to;

    @Column(name = "step_at")
    private Instant at;

    private String who;
    private String why;

    /** When time or dunning cut it, which is what the fuse counts; null for every other step. */
    @Column(name = "cut_at")
    private Instant cutAt;

    protected StepRow() {}

    public StepRow(SubscriptionRow s, SubscriptionState from, Instant at, String who, String why, boolean cut) {
        this.subscriptionId = s.getId();
        this.routerId = s.getRouterId();
        this.from = from;
        this.to = s.getState();
        this.at = at;
        this.who = who;
        this.why = why;
        this.cutAt = cut ? at : null;
    }

    public Step view() {
        return new Step(getId(), at, from, to, who, why);
    }

    public Instant getAt() {
        return at;
    }
}
