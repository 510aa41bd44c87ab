package io.mtandao.voucher.internal.entity;

import javax.persistence.Cacheable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The platform's one key under which codes are hashed, sealed. */
@Entity
@Cacheable(false)
@Table(name = "platform_voucher_pepper")
public class PepperRow {
    public static final Integer ONLY = 1;

    @Id
    private Integer id;

    @Column(name = "sealed_key")
    private String sealedKey;

    protected PepperRow() {}

    public PepperRow(String sealedKey) {
        this.id = ONLY;
        this.sealedKey = sealedKey;
    }

    public String getSealedKey() {
        return sealedKey;
    }
}
