package io.mtandao.scheduling.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Something that happened, as JSON. */
@Entity
@Table(name = "scheduling_event")
public class EventRow extends TenantEntity {
    private String type;
    private String payload;

    protected EventRow() {}

    public EventRow(String type, String payload) {
        this.type = type;
        this.payload = payload;
    }

    public String getType() {
        return type;
    }

    public String getPayload() {
        return payload;
    }
}
