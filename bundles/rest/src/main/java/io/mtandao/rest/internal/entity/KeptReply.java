package io.mtandao.rest.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** What was answered to a request with an Idempotency-Key; without a status, the request is not finished. */
@Entity
@Table(name = "rest_idempotency")
public class KeptReply extends TenantEntity {
    private String caller;

    @Column(name = "idem_key")
    private String key;

    private String fingerprint;
    private Integer status;

    /** One per line: name, colon, value. */
    private String headers;

    private byte[] body;

    protected KeptReply() {}

    public KeptReply(String caller, String key, String fingerprint) {
        this.caller = caller;
        this.key = key;
        this.fingerprint = fingerprint;
    }

    public void finish(int status, String headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body.clone();
    }

    public String getCaller() {
        return caller;
    }

    public String getKey() {
        return key;
    }

    public String getFingerprint() {
        return fingerprint;
    }

    public Integer getStatus() {
        return status;
    }

    public String getHeaders() {
        return headers;
    }

    public byte[] getBody() {
        return body;
    }
}
