package io.mtandao.tenant.internal.entity;

import io.mtandao.persistence.TenantEntity;
import java.time.Duration;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** A link that works once: its hash and what it is good for. */
@Entity
@Table(name = "tenant_token")
public class OneTimeToken extends TenantEntity {
    public enum Purpose {
        /** Sets a new password; came by mail, so using it proves the address too. */
        RESET(Duration.ofHours(1)),
        /** Sets a new password; handed over by hand. */
        LINK(Duration.ofHours(24)),
        /** Confirms the e-mail address. */
        VERIFY(Duration.ofDays(7));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        public Duration life() {
            return life;
        }
    }

    @Column(name = "staff_id")
    private long staffId;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected OneTimeToken() {}

    public OneTimeToken(long staffId, Purpose purpose, String tokenHash, Instant expiresAt) {
        this.staffId = staffId;
        this.purpose = purpose;
        this.tokenHash = tokenHash;
        this.expiresAt = expiresAt;
    }

    public long getStaffId() {
        return staffId;
    }

    public Purpose getPurpose() {
        return purpose;
    }

    public String getTokenHash() {
        return tokenHash;
    }

    public Instant getExpiresAt() {
        return expiresAt;
    }
}
