package io.mtandao.tenant.internal.entity;

import java.time.Instant;
import javax.persistence.Cacheable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** An operator who is signed in; the key is the hash of the token. */
@Entity
@Cacheable(false)
@Table(name = "platform_operator_session")
public class OperatorSessionRow {
    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "operator_id")
    private long operatorId;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    protected OperatorSessionRow() {}

    public OperatorSessionRow(String tokenHash, long operatorId, Instant now, Instant endsAt) {
        this.tokenHash = tokenHash;
        this.operatorId = operatorId;
        this.lastUsedAt = now;
        this.endsAt = endsAt;
    }

    public long getOperatorId() {
        return operatorId;
    }

    public Instant getLastUsedAt() {
        return lastUsedAt;
    }

    public Instant getEndsAt() {
        return endsAt;
    }
}
