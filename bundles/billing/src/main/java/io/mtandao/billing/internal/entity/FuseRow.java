package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** The fuse of an ISP (router 0) or of one router. */
@Entity
@Table(name = "billing_fuse")
public class FuseRow extends TenantEntity {
    @Column(name = "router_key")
    private long routerKey;

    @Column(name = "blown_at")
    private Instant blownAt;

    /** How many waited to be cut when it blew. */
    private long waiting;

    /** Cuts before this do not count any more. */
    @Column(name = "reset_at")
    private Instant resetAt;

    @Column(name = "reset_by")
    private String resetBy;

    protected FuseRow() {}

    public FuseRow(long routerKey) {
        this.routerKey = routerKey;
    }

    public void blow(Instant at, long held) {
        blownAt = at;
        waiting = held;
    }

    public void reset(Instant at, String by) {
        blownAt = null;
        waiting = 0;
        resetAt = at;
        resetBy = by;
    }

    public long getRouterKey() {
        return routerKey;
    }

    public Instant getBlownAt() {
        return blownAt;
    }

    public Instant getResetAt() {
        return resetAt;
    }

    public long getWaiting() {
        return waiting;
    }
}
