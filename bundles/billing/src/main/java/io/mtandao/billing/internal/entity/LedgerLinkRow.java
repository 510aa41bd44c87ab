package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** One booking's place in its tenant's chain. Never changed. */
@Entity
@Table(name = "billing_ledger_link")
public class LedgerLinkRow extends TenantEntity {
    /** From 1, without a gap. */
    @Column(name = "chain_position")
    private long position;

    @Column(name = "transaction_id")
    private long transactionId;

    @Column(name = "previous_hash")
    private String previousHash;

    private String hash;

    protected LedgerLinkRow() {}

    public LedgerLinkRow(long position, long transactionId, String previousHash, String hash) {
        this.position = position;
        this.transactionId = transactionId;
        this.previousHash = previousHash;
        this.hash = hash;
    }

    public long getPosition() {
        return position;
    }

    public long getTransactionId() {
        return transactionId;
    }

    public String getPreviousHash() {
        return previousHash;
    }

    public String getHash() {
        return hash;
    }
}
