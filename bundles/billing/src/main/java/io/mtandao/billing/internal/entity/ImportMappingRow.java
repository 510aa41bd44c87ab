package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** What the columns of one head line were taken for the last time. */
@Entity
@Table(name = "billing_import_mapping")
public class ImportMappingRow extends TenantEntity {
    @Column(name = "head_hash")
    private String headHash;

    /** One target per column, comma separated. */
    private String targets;

    protected ImportMappingRow() {}

    public ImportMappingRow(String headHash, String targets) {
        this.headHash = headHash;
        this.targets = targets;
    }

    public String getTargets() {
        return targets;
    }

    public void setTargets(String targets) {
        this.targets = targets;
    }
}
