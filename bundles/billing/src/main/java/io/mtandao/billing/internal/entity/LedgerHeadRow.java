package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Where a tenant's chain ends: one row, changed under its lock only, which every unit of work that books takes last. */
@Entity
@Table(name = "billing_ledger_head")
public class LedgerHeadRow extends TenantEntity {
    @Column(name = "chain_position")
    private long position;

    private String hash;

    /** Bookings from before there were chains are sealed up to this id. */
    @Column(name = "sealed_to")
    private long sealedTo;

    protected LedgerHeadRow() {}

    /** @param beginning what the first link has for the hash before it */
    public LedgerHeadRow(String beginning, long sealedTo) {
        this.hash = beginning;
        this.sealedTo = sealedTo;
    }

    public void sealedTo(long id) {
        sealedTo = id;
    }

    /** @return the link that now is the last */
    public LedgerLinkRow grow(long transactionId, String newHash) {
        LedgerLinkRow link = new LedgerLinkRow(position + 1, transactionId, hash, newHash);
        position++;
        hash = newHash;
        return link;
    }

    public long getPosition() {
        return position;
    }

    public String getHash() {
        return hash;
    }

    public long getSealedTo() {
        return sealedTo;
    }
}
