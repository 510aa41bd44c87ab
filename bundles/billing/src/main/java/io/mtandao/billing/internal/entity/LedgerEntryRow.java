package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** One side of a booking. Never changed. */
@Entity
@Table(name = "billing_ledger_entry")
public class LedgerEntryRow extends TenantEntity {
    @Column(name = "transaction_id")
    private long transactionId;

    private String account;
    private long amount;

    /** The how-manieth entry of a kept account this is, from 1; unique there, so that no two units can book upon the same balance. Null elsewhere. */
    @Column(name = "wallet_position")
    private Long position;

    @Column(name = "balance_after")
    private Long balanceAfter;

    protected LedgerEntryRow() {}

    public LedgerEntryRow(long transactionId, String account, long amount) {
        this.transactionId = transactionId;
        this.account = account;
        this.amount = amount;
    }

    /** @param booked the wallet after this entry */
    public LedgerEntryRow(long transactionId, long amount, WalletRow booked) {
        this(transactionId, booked.getAccount(), amount);
        this.position = booked.getEntries();
        this.balanceAfter = booked.getBalance();
    }

    public long getTransactionId() {
        return transactionId;
    }

    public String getAccount() {
        return account;
    }

    public long getAmount() {
        return amount;
    }

    public Long getPosition() {
        return position;
    }

    public Long getBalanceAfter() {
        return balanceAfter;
    }
}
