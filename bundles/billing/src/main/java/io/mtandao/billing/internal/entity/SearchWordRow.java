package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** One word by whose beginning a subscriber is found. */
@Entity
@Table(name = "billing_search_word")
public class SearchWordRow extends TenantEntity {
    @Column(name = "subscriber_id")
    private long subscriberId;

    private String word;

    protected SearchWordRow() {}

    public SearchWordRow(long subscriberId, String word) {
        this.subscriberId = subscriberId;
        this.word = word;
    }

    public long getSubscriberId() {
        return subscriberId;
    }

    public String getWord() {
        return word;
    }
}
