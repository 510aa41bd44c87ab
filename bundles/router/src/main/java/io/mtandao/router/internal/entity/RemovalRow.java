package io.mtandao.router.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A user that a router is to forget. */
@Entity
@Table(name = "router_removal")
public class RemovalRow extends TenantEntity {
    @Column(name = "router_id")
    private long routerId;

    @Column(name = "user_name")
    private String userName;

    protected RemovalRow() {}

    public RemovalRow(long routerId, String userName) {
        this.routerId = routerId;
        this.userName = userName;
    }

    public long getRouterId() {
        return routerId;
    }

    public String getUserName() {
        return userName;
    }
}
