package io.mtandao.tenant.internal.entity;

import java.time.Instant;
import javax.persistence.Cacheable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A link that works once and makes an operator's account or sets its password; the key is the hash of the token. */
@Entity
@Cacheable(false)
@Table(name = "platform_operator_link")
public class OperatorLink {
    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    /** Null when it makes a new account. */
    @Column(name = "operator_id")
    private Long operatorId;

    private String email;

    /** Null when the platform itself made it, for its log. */
    @Column(name = "made_by")
    private Long madeBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected OperatorLink() {}

    public OperatorLink(String tokenHash, Long operatorId, String email, Long madeBy, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.operatorId = operatorId;
        this.email = email;
        this.madeBy = madeBy;
        this.expiresAt = expiresAt;
    }

    public Long getOperatorId() {
        return operatorId;
    }

    public String getEmail() {
        return email;
    }

    public Instant getExpiresAt() {
        return expiresAt;
    }
}
