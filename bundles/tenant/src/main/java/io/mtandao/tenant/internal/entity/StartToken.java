package io.mtandao.tenant.internal.entity;

import javax.persistence.Cacheable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The hash of the one link that makes the first operator; one row at most. */
@Entity
@Cacheable(false)
@Table(name = "platform_first_start")
public class StartToken {
    public static final int ONLY = 1;

    @Id
    private int id;

    @Column(name = "token_hash")
    private String tokenHash;

    protected StartToken() {}

    public StartToken(String tokenHash) {
        this.id = ONLY;
        this.tokenHash = tokenHash;
    }

    public void replace(String newHash) {
        tokenHash = newHash;
    }

    public String getTokenHash() {
        return tokenHash;
    }
}
