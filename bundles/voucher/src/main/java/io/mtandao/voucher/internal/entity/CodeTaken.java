package io.mtandao.voucher.internal.entity;

import javax.persistence.Cacheable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * A code that some ISP has given out, or was about to. A platform table: its key keeps codes apart over all ISPs, and nothing of an ISP is in it. Never
 * deleted: a code comes once.
 */
@Entity
@Cacheable(false)
@Table(name = "platform_voucher_code")
public class CodeTaken {
    @Id
    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "tenant_id")
    private String tenantId;

    protected CodeTaken() {}

    public CodeTaken(String codeHash, String tenantId) {
        this.codeHash = codeHash;
        this.tenantId = tenantId;
    }

    public String getCodeHash() {
        return codeHash;
    }

    public String getTenantId() {
        return tenantId;
    }
}
