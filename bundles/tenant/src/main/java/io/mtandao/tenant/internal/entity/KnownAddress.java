package io.mtandao.tenant.internal.entity;

import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** An address, as a hash, from which a member of the staff has signed in: strangers' failures elsewhere do not hold it up. */
@Entity
@Table(name = "tenant_known_address")
public class KnownAddress extends TenantEntity {
    @Column(name = "staff_id")
    private long staffId;

    @Column(name = "address_hash")
    private String addressHash;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    protected KnownAddress() {}

    public KnownAddress(long staffId, String addressHash, Instant now) {
        this.staffId = staffId;
        this.addressHash = addressHash;
        this.lastSeenAt = now;
    }
}
