package io.mtandao.tenant.internal.entity;

import io.mtandao.api.tenant.OperatorAccounts.Account;
import java.time.Instant;
import javax.persistence.Cacheable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** One of the platform's own people. */
@Entity
@Cacheable(false)
@Table(name = "platform_operator")
public class OperatorAccount {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mtandao_ids")
    private Long id;

    @Column(name = "full_name")
    private String fullName;

    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean active;

    @Column(name = "created_at")
    private Instant createdAt;

    protected OperatorAccount() {}

    public OperatorAccount(String fullName, String email, String passwordHash, Instant createdAt) {
        this.fullName = fullName;
        this.email = email;
        this.passwordHash = passwordHash;
        this.active = true;
        this.createdAt = createdAt;
    }

    public void setPasswordHash(String passwordHash) {
        this.passwordHash = passwordHash;
    }

    public void activate(boolean yes) {
        active = yes;
    }

    public Account toAccount() {
        return new Account(id, fullName, email, active, createdAt);
    }

    public Long getId() {
        return id;
    }

    public String getFullName() {
        return fullName;
    }

    public String getEmail() {
        return email;
    }

    public String getPasswordHash() {
        return passwordHash;
    }

    public boolean isActive() {
        return active;
    }
}
