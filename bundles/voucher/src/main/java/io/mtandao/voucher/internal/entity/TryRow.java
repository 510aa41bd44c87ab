package io.mtandao.voucher.internal.entity;

import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** How many wrong codes came lately, under a hash of from where or for whom; in the database so that it holds over nodes and restarts. */
@Entity
@Table(name = "voucher_try")
public class TryRow extends TenantEntity {
    @Column(name = "key_hash")
    private String keyHash;

    private int failures;

    @Column(name = "last_at")
    private Instant lastAt;

    @Column(name = "forget_at")
    private Instant forgetAt;

    protected TryRow() {}

    public TryRow(String keyHash) {
        this.keyHash = keyHash;
    }

    public void set(int newFailures, Instant newLastAt, Instant newForgetAt) {
        failures = newFailures;
        lastAt = newLastAt;
        forgetAt = newForgetAt;
    }

    public int getFailures() {
        return failures;
    }

    public Instant getLastAt() {
        return lastAt;
    }

    public Instant getForgetAt() {
        return forgetAt;
    }
}
