package io.mtandao.scheduling.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** That one handler has dealt with one event; written in the handler's own unit of work. */
@Entity
@Table(name = "scheduling_handled")
public class HandledRow extends TenantEntity {
    @Column(name = "event_id")
    private long eventId;

    private String handler;

    protected HandledRow() {}

    public HandledRow(long eventId, String handler) {
        this.eventId = eventId;
        this.handler = handler;
    }

    public long getEventId() {
        return eventId;
    }

    public String getHandler() {
        return handler;
    }
}
