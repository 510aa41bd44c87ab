package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** What a proof of the ledger came to. Never changed: the next proof must find the chain that an earlier one found whole. */
@Entity
@Table(name = "billing_ledger_proof")
public class LedgerProofRow extends TenantEntity {
    @Column(name = "proved_at")
    private Instant provedAt;

    private boolean whole;
    private long transactions;
    private long entries;

    /** How far the chain reached. */
    @Column(name = "chain_position")
    private long position;

    @Column(name = "head_hash")
    private String head;

    @Column(name = "first_fault")
    private String firstFault;

    protected LedgerProofRow() {}

    /** @param firstFault null when it is whole */
    public LedgerProofRow(Instant provedAt, long transactions, long entries, long position, String head, String firstFault) {
        this.provedAt = provedAt;
        this.whole = firstFault == null;
        this.transactions = transactions;
        this.entries = entries;
        this.position = position;
        this.head = head;
        this.firstFault = firstFault == null || firstFault.length() <= 500 ? firstFault : firstFault.substring(0, 499) + "…";
    }

    public Instant getProvedAt() {
        return provedAt;
    }

    public boolean isWhole() {
        return whole;
    }

    public long getTransactions() {
        return transactions;
    }

    public long getEntries() {
        return entries;
    }

    public long getPosition() {
        return position;
    }

    public String getHead() {
        return head;
    }

    public String getFirstFault() {
        return firstFault;
    }
}
