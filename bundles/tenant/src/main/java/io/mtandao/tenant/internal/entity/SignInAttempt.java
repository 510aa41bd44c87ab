package io.mtandao.tenant.internal.entity;

import java.time.Instant;
import javax.persistence.Cacheable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** How often something failed lately, under a hash of what it was; in the database so that it holds over nodes and restarts. */
@Entity
@Cacheable(false)
@Table(name = "platform_signin_attempt")
public class SignInAttempt {
    @Id
    @Column(name = "key_hash")
    private String keyHash;

    private int failures;

    @Column(name = "last_at")
    private Instant lastAt;

    protected SignInAttempt() {}

    public SignInAttempt(String keyHash) {
        this.keyHash = keyHash;
    }

    public void set(int newFailures, Instant newLastAt) {
        failures = newFailures;
        lastAt = newLastAt;
    }

    public int getFailures() {
        return failures;
    }

    public Instant getLastAt() {
        return lastAt;
    }
}
