package io.mtandao.billing.internal.entity;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Period;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

@Entity
@Table(name = "billing_bill")
public class BillRow extends TenantEntity {
    @Column(name = "bill_number")
    private String number;

    @Column(name = "subscriber_id")
    private long subscriberId;

    @Column(name = "subscription_id")
    private Long subscriptionId;

    @Column(name = "period_from")
    private Instant periodFrom;

    @Column(name = "period_to")
    private Instant periodTo;

    /** The period's begin while the bill stands, null once void: in the unique key that keeps a period from being billed twice. */
    @Column(name = "billed_from")
    private Instant billedFrom;

    @Column(name = "period_count")
    private int periodCount;

    @Enumerated(EnumType.STRING)
    @Column(name = "period_unit")
    private Period.Unit periodUnit;

    @Column(name = "total_minor")
    private long totalMinor;

    private String currency;

    @Enumerated(EnumType.STRING)
    private Bill.State state;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "paid_at")
    private Instant paidAt;

    @Column(name = "void_reason")
    private String voidReason;

    protected BillRow() {}

    public BillRow(String number, SubscriptionRow s, Period period, Money total, Instant issuedAt) {
        this.number = number;
        this.subscriberId = s.getSubscriberId();
        this.subscriptionId = s.getId();
        this.periodCount = period.count();
        this.periodUnit = period.unit();
        this.totalMinor = total.minor();
        this.currency = total.currency();
        this.state = Bill.State.OPEN;
        this.issuedAt = issuedAt;
    }

    public void covers(Instant from, Instant to) {
        periodFrom = from;
        periodTo = to;
        billedFrom = from;
        dueAt = from.isBefore(issuedAt) ? issuedAt : from;
    }

    public void paid(Instant at) {
        state = Bill.State.PAID;
        paidAt = at;
    }

    public void takeBack(String reason) {
        state = Bill.State.VOID;
        voidReason = reason;
        billedFrom = null;
    }

    /** For the audit log. */
    public Map<String, Object> told() {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("number", number);
        m.put("subscriptionId", subscriptionId);
        m.put("total", getTotal().toString());
        m.put("state", state.name());
        m.put("periodFrom", periodFrom.toString());
        m.put("periodTo", periodTo.toString());
        m.put("reason", voidReason);
        return m;
    }

    public String getNumber() {
        return number;
    }

    public long getSubscriberId() {
        return subscriberId;
    }

    public Long getSubscriptionId() {
        return subscriptionId;
    }

    public Instant getPeriodFrom() {
        return periodFrom;
    }

    public Instant getPeriodTo() {
        return periodTo;
    }

    public Period getPeriod() {
        return new Period(periodCount, periodUnit);
    }

    public Money getTotal() {
        return Money.of(totalMinor, currency);
    }

    public Bill.State getState() {
        return state;
    }

    public Instant getIssuedAt() {
        return issuedAt;
    }

    public Instant getDueAt() {
        return dueAt;
    }

    public Instant getPaidAt() {
        return paidAt;
    }
}
