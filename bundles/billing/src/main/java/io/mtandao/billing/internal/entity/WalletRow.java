package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** An account whose balance is kept beside its entries: every subscriber's wallet, and suspense. Changed under its row lock only. */
@Entity
@Table(name = "billing_wallet")
public class WalletRow extends TenantEntity {
    private String account;

    /** Null for suspense. */
    @Column(name = "subscriber_id")
    private Long subscriberId;

    private long balance;

    /** 1 below zero, else 0: an index over the balance itself would have each booking write all indexes of the row anew. */
    private int owing;

    /** How many entries there are; the newest has this position. */
    private long entries;

    protected WalletRow() {}

    public WalletRow(String account, Long subscriberId) {
        this.account = account;
        this.subscriberId = subscriberId;
    }

    public void book(long amount) {
        balance = Math.addExact(balance, amount);
        owing = balance < 0 ? 1 : 0;
        entries++;
    }

    public String getAccount() {
        return account;
    }

    public Long getSubscriberId() {
        return subscriberId;
    }

    public long getBalance() {
        return balance;
    }

    public long getEntries() {
        return entries;
    }
}
