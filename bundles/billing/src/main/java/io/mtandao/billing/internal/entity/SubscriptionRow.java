package io.mtandao.billing.internal.entity;

import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.rules.Anchor;
import io.mtandao.billing.internal.rules.PppoeName;
import io.mtandao.billing.internal.rules.RenewalRule.Span;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

@Entity
@Table(name = "billing_subscription")
public class SubscriptionRow extends TenantEntity {
    /** Stands for "no expiry", so that lists can be sorted by the column. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    @Column(name = "subscriber_id")
    private long subscriberId;

    @Column(name = "package_id")
    private long packageId;

    @Column(name = "router_id")
    private Long routerId;

    /** The router or 0, for the unique key: no two nulls are equal there. */
    @Column(name = "router_key")
    private long routerKey;

    @Column(name = "pppoe_user")
    private String pppoeUser;

    @Column(name = "pppoe_key")
    private String pppoeKey;

    /** The user name while it is taken, null once cancelled. */
    @Column(name = "pppoe_live")
    private String pppoeLive;

    @Column(name = "pppoe_password")
    private String sealedPassword;

    @Enumerated(EnumType.STRING)
    private SubscriptionState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "state_before")
    private SubscriptionState stateBefore;

    private String reason;

    @Column(name = "expires_at")
    private Instant expiry = NEVER;

    /** 0 when there is none yet. */
    @Column(name = "anchor_day")
    private int anchorDay;

    @Column(name = "anchor_second")
    private int anchorSecond;

    @Column(name = "warned_for")
    private Instant warnedFor;

    /** Periods sold here; until the first, an import may still correct the expiry. */
    private int renewals;

    protected SubscriptionRow() {}

    public SubscriptionRow(long subscriberId, long packageId, Long routerId, String pppoeUser, String sealedPassword) {
        this.subscriberId = subscriberId;
        this.packageId = packageId;
        this.state = SubscriptionState.PENDING;
        this.sealedPassword = sealedPassword;
        connect(routerId, pppoeUser);
    }

    public final void connect(Long router, String user) {
        routerId = router;
        routerKey = router == null ? 0 : router;
        pppoeUser = user;
        pppoeKey = PppoeName.key(user);
        pppoeLive = state == SubscriptionState.CANCELLED ? null : pppoeKey;
    }

    public void changePackage(long id) {
        packageId = id;
    }

    public void seal(String sealed) {
        sealedPassword = sealed;
    }

    /** @param why may be null */
    public void enter(SubscriptionState next, String why) {
        if (next == SubscriptionState.SUSPENDED && state != next) stateBefore = state;
        state = next;
        reason = why;
        if (next == SubscriptionState.CANCELLED) pppoeLive = null;
    }

    /** Set by hand or import: a new run of periods begins at this expiry. */
    public void expireAt(Instant at) {
        expiry = at;
        anchorDay = 0;
        anchorSecond = 0;
    }

    public void renew(Span span, SubscriptionState next) {
        expiry = span.to();
        anchorDay = span.anchor().day();
        anchorSecond = span.anchor().time().toSecondOfDay();
        renewals++;
        if (next != state) enter(next, null);
    }

    public void warned() {
        warnedFor = expiry;
    }

    /** For the audit log: everything but the password. */
    public Map<String, Object> told() {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("subscriberId", subscriberId);
        m.put("packageId", packageId);
        m.put("routerId", routerId);
        m.put("pppoeUser", pppoeUser);
        m.put("state", state.name());
        m.put("reason", reason);
        m.put("expiresAt", getExpiresAt() == null ? null : expiry.toString());
        return m;
    }

    public long getSubscriberId() {
        return subscriberId;
    }

    public long getPackageId() {
        return packageId;
    }

    public Long getRouterId() {
        return routerId;
    }

    public String getPppoeUser() {
        return pppoeUser;
    }

    public String getPppoeKey() {
        return pppoeKey;
    }

    public String getSealedPassword() {
        return sealedPassword;
    }

    public SubscriptionState getState() {
        return state;
    }

    public SubscriptionState getStateBefore() {
        return stateBefore;
    }

    /** The column as it is, for sorting. */
    public Instant getExpiry() {
        return expiry;
    }

    /** Null when there is none. */
    public Instant getExpiresAt() {
        return NEVER.equals(expiry) ? null : expiry;
    }

    public Anchor getAnchor() {
        return anchorDay == 0 ? null : new Anchor(anchorDay, LocalTime.ofSecondOfDay(anchorSecond));
    }

    public boolean isWarned() {
        return expiry.equals(warnedFor);
    }

    public int getRenewals() {
        return renewals;
    }

    public boolean isCancelled() {
        return state == SubscriptionState.CANCELLED;
    }
}
