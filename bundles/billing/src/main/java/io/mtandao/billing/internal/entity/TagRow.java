package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** One subscriber's one tag. */
@Entity
@Table(name = "billing_subscriber_tag")
public class TagRow extends TenantEntity {
    @Column(name = "subscriber_id")
    private long subscriberId;

    private String tag;

    protected TagRow() {}

    public TagRow(long subscriberId, String tag) {
        this.subscriberId = subscriberId;
        this.tag = tag;
    }

    public long getSubscriberId() {
        return subscriberId;
    }

    public String getTag() {
        return tag;
    }
}
