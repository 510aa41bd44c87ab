package io.mtandao.tenant.internal.entity;

import io.mtandao.api.Caller;
import io.mtandao.api.tenant.AuditLog.Entry;
import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Who did what, when, from where; append-only. Its time is the row's creation. */
@Entity
@Table(name = "tenant_audit")
public class AuditEntry extends TenantEntity {
    private String kind;

    @Column(name = "actor_id")
    private String actorId;

    private String who;
    private String address;
    private String action;
    private String subject;
    private String changes;

    protected AuditEntry() {}

    public AuditEntry(Caller caller, String action, String subject, String changes) {
        this.kind = caller.kind().name();
        this.actorId = cut(caller.id(), 60);
        this.who = cut(caller.name(), 120);
        this.address = cut(caller.origin().address(), 64);
        this.action = cut(action, 60);
        this.subject = cut(subject, 120);
        this.changes = changes;
    }

    public Entry toEntry() {
        return new Entry(getId(), getCreatedAt(), who, kind, address, action, subject, changes);
    }

    // an entry that is too long is better cut than lost together with the change it tells of
    private static String cut(String text, int most) {
        if (text == null) return "";
        return text.length() <= most ? text : text.substring(0, most);
    }
}
