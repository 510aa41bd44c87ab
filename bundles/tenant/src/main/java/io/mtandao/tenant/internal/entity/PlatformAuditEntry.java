package io.mtandao.tenant.internal.entity;

import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.OperatorAccounts.Deed;
import java.time.Instant;
import javax.persistence.Cacheable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** What an operator did; append-only. */
@Entity
@Cacheable(false)
@Table(name = "platform_audit")
public class PlatformAuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mtandao_ids")
    private Long id;

    @Column(name = "at_time")
    private Instant at;

    @Column(name = "operator_id")
    private Long operatorId;

    private String who;
    private String address;
    private String action;

    @Column(name = "isp_id")
    private String ispId;

    private String detail;

    protected PlatformAuditEntry() {}

    public PlatformAuditEntry(Instant at, Long operatorId, String who, String address, String action, String ispId, String detail) {
        this.at = at;
        this.operatorId = operatorId;
        this.who = who;
        this.address = address;
        this.action = action;
        this.ispId = ispId;
        this.detail = detail;
    }

    public Deed toDeed() {
        return new Deed(id, at, who, address, action, ispId == null ? null : new TenantId(ispId), detail);
    }

    public Long getId() {
        return id;
    }

    public Instant getAt() {
        return at;
    }

    public Long getOperatorId() {
        return operatorId;
    }

    public String getWho() {
        return who;
    }

    public String getAddress() {
        return address;
    }

    public String getAction() {
        return action;
    }

    public String getIspId() {
        return ispId;
    }

    public String getDetail() {
        return detail;
    }
}
