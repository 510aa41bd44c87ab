package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** One booking: entries that sum to zero, from one source. Never changed. */
@Entity
@Table(name = "billing_ledger_transaction")
public class LedgerTransactionRow extends TenantEntity {
    @Column(name = "source_kind")
    private String sourceKind;

    @Column(name = "source_id")
    private String sourceId;

    private String memo;
    private String currency;

    /** The booking that led to this one: the payment that paid a bill. */
    @Column(name = "cause_id")
    private Long causeId;

    @Column(name = "booked_at")
    private Instant bookedAt;

    @Column(name = "booked_by")
    private String bookedBy;

    protected LedgerTransactionRow() {}

    public LedgerTransactionRow(String sourceKind, String sourceId, String memo, String currency, Long causeId, Instant bookedAt, String bookedBy) {
        this.sourceKind = sourceKind;
        this.sourceId = sourceId;
        this.memo = memo;
        this.currency = currency;
        this.causeId = causeId;
        this.bookedAt = bookedAt;
        this.bookedBy = bookedBy;
    }

    public String getSourceKind() {
        return sourceKind;
    }

    public String getSourceId() {
        return sourceId;
    }

    public String getMemo() {
        return memo;
    }

    public String getCurrency() {
        return currency;
    }

    public Instant getBookedAt() {
        return bookedAt;
    }
}
