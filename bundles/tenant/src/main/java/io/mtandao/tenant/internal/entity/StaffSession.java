package io.mtandao.tenant.internal.entity;

import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Somebody who is signed in: a member of the staff, or an operator who impersonates. */
@Entity
@Table(name = "tenant_session")
public class StaffSession extends TenantEntity {
    @Column(name = "staff_id")
    private Long staffId;

    @Column(name = "operator_id")
    private Long operatorId;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    protected StaffSession() {}

    /** @param staffId or operatorId is given, the other null */
    public StaffSession(Long staffId, Long operatorId, String tokenHash, Instant now, Instant endsAt) {
        this.staffId = staffId;
        this.operatorId = operatorId;
        this.tokenHash = tokenHash;
        this.lastUsedAt = now;
        this.endsAt = endsAt;
    }

    public Long getStaffId() {
        return staffId;
    }

    public Long getOperatorId() {
        return operatorId;
    }

    public String getTokenHash() {
        return tokenHash;
    }

    public Instant getLastUsedAt() {
        return lastUsedAt;
    }

    public Instant getEndsAt() {
        return endsAt;
    }
}
