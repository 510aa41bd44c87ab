package io.mtandao.billing.internal.entity;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Deposit;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** What became of the deposit of a subscription; one row for each, so that it is settled once. */
@Entity
@Table(name = "billing_deposit")
public class DepositRow extends TenantEntity {
    @Column(name = "subscription_id")
    private long subscriptionId;

    @Enumerated(EnumType.STRING)
    private Deposit.Choice choice;

    @Column(name = "returned_minor")
    private long returnedMinor;

    @Column(name = "kept_minor")
    private long keptMinor;

    private String currency;
    private String reason;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "settled_by")
    private String settledBy;

    protected DepositRow() {}

    public DepositRow(long subscriptionId, Deposit.Choice choice, Money returned, Money kept, String reason, Instant at, String by) {
        this.subscriptionId = subscriptionId;
        this.choice = choice;
        this.returnedMinor = returned.minor();
        this.keptMinor = kept.minor();
        this.currency = returned.currency();
        this.reason = reason;
        this.settledAt = at;
        this.settledBy = by;
    }

    public Deposit.Settled view() {
        return new Deposit.Settled(choice, Money.of(returnedMinor, currency), Money.of(keptMinor, currency), reason, settledAt, settledBy);
    }

    /** For the audit log. */
    public Map<String, Object> told() {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("choice", choice.name());
        m.put("returned", Money.of(returnedMinor, currency).toString());
        m.put("kept", Money.of(keptMinor, currency).toString());
        m.put("reason", reason);
        return m;
    }
}
