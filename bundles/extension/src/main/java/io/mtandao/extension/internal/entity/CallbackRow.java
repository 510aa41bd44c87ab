package io.mtandao.extension.internal.entity;

import io.mtandao.api.extension.CallbackInbox.State;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** One call of a vendor as it came, and what became of it. */
@Entity
@Table(name = "extension_callback")
public class CallbackRow extends TenantEntity {
    private static final int MOST_DETAIL = 1000;

    @Column(name = "plugin_id")
    private String pluginId;

    private String kind;
    private String purpose;
    private boolean question;
    private String method;
    private String query;
    private String headers;
    private byte[] body;
    private String address;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private String detail;
    private int tries;

    @Column(name = "processed_at")
    private Instant processedAt;

    protected CallbackRow() {}

    public CallbackRow(String pluginId, String kind, String purpose, boolean question) {
        this.pluginId = pluginId;
        this.kind = kind;
        this.purpose = purpose;
        this.question = question;
        state = State.WAITING;
    }

    /** @param query JSON @param headers JSON */
    public CallbackRow raw(String method, String query, String headers, byte[] body, String address, Instant receivedAt) {
        this.method = method;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.address = address;
        this.receivedAt = receivedAt;
        return this;
    }

    public void finish(State end, String why, Instant at) {
        state = end;
        detail = cut(why);
        processedAt = at;
    }

    /** @return how often it has failed now */
    public int failed(String why) {
        detail = cut(why);
        return ++tries;
    }

    public void waitFor(String what) {
        detail = cut(what);
    }

    public void again() {
        state = State.WAITING;
        tries = 0;
        processedAt = null;
    }

    private static String cut(String text) {
        return text == null || text.length() <= MOST_DETAIL ? text : text.substring(0, MOST_DETAIL);
    }

    public String getPluginId() {
        return pluginId;
    }

    public String getKind() {
        return kind;
    }

    public String getPurpose() {
        return purpose;
    }

    public boolean isQuestion() {
        return question;
    }

    public String getMethod() {
        return method;
    }

    public String getQuery() {
        return query;
    }

    public String getHeaders() {
        return headers;
    }

    public byte[] getBody() {
        return body;
    }

    public String getAddress() {
        return address;
    }

    public Instant getReceivedAt() {
        return receivedAt;
    }

    public State getState() {
        return state;
    }

    public String getDetail() {
        return detail;
    }

    public int getTries() {
        return tries;
    }

    public Instant getProcessedAt() {
        return processedAt;
    }
}
