package io.mtandao.router.internal.entity;

import io.mtandao.api.billing.ServiceType;
import io.mtandao.persistence.TenantEntity;
import io.mtandao.spi.network.NetworkDriver.Former;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** A service that a router is to forget. */
@Entity
@Table(name = "router_removal")
public class RemovalRow extends TenantEntity {
    @Column(name = "router_id")
    private long routerId;

    @Column(name = "subscription_id")
    private long subscriptionId;

    @Enumerated(EnumType.STRING)
    private ServiceType kind;

    @Column(name = "user_name")
    private String userName;

    private int tries;

    @Column(name = "try_at")
    private Instant tryAt;

    protected RemovalRow() {}

    public RemovalRow(long routerId, long subscriptionId, ServiceType kind, String userName) {
        this.routerId = routerId;
        this.subscriptionId = subscriptionId;
        this.kind = kind;
        this.userName = userName;
    }

    public Former toFormer() {
        return new Former(Long.toString(subscriptionId), kind, userName);
    }

    public void failed(Instant nextTry) {
        tries++;
        tryAt = nextTry;
    }

    public long getRouterId() {
        return routerId;
    }

    public long getSubscriptionId() {
        return subscriptionId;
    }

    public ServiceType getKind() {
        return kind;
    }

    public int getTries() {
        return tries;
    }

    public String getUserName() {
        return userName;
    }
}
