package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** What one subscriber has in one of the ISP's own fields. */
@Entity
@Table(name = "billing_custom_value")
public class CustomValueRow extends TenantEntity {
    @Column(name = "subscriber_id")
    private long subscriberId;

    @Column(name = "field_id")
    private long fieldId;

    /** In the normal form of the field's kind. */
    @Column(name = "value_text")
    private String text;

    protected CustomValueRow() {}

    public CustomValueRow(long subscriberId, long fieldId, String text) {
        this.subscriberId = subscriberId;
        this.fieldId = fieldId;
        this.text = text;
    }

    public void say(String value) {
        text = value;
    }

    public long getSubscriberId() {
        return subscriberId;
    }

    public long getFieldId() {
        return fieldId;
    }

    public String getText() {
        return text;
    }
}
