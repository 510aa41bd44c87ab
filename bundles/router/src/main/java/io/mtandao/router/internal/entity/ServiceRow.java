package io.mtandao.router.internal.entity;

import io.mtandao.api.billing.Subscriptions.ServiceToDeliver;
import io.mtandao.api.router.Routers.NetworkState;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** What a router is to have for one subscription, and whether it has it. Every change is a new revision; an answer to an older one does not count. */
@Entity
@Table(name = "router_service")
public class ServiceRow extends TenantEntity {
    @Column(name = "subscription_id")
    private long subscriptionId;

    @Column(name = "router_id")
    private Long routerId;

    @Column(name = "user_name")
    private String userName;

    private String password;
    private String profile;

    @Column(name = "down_kbps")
    private int downKbps;

    @Column(name = "up_kbps")
    private int upKbps;

    private boolean allowed;
    private String remark;
    private long revision;
    private boolean applied;
    private String error;
    private int tries;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "applied_at")
    private Instant appliedAt;

    @Column(name = "try_at")
    private Instant tryAt;

    private Boolean online;

    protected ServiceRow() {}

    public ServiceRow(long subscriptionId) {
        this.subscriptionId = subscriptionId;
    }

    public void desire(ServiceToDeliver s, String sealedPassword, Instant now) {
        routerId = s.routerId();
        userName = s.user();
        password = sealedPassword;
        profile = s.profile();
        downKbps = s.downKbps();
        upKbps = s.upKbps();
        allowed = s.allowed();
        remark = s.subscriberName() == null ? null : s.subscriberName().substring(0, Math.min(200, s.subscriberName().length()));
        changedAt = now;
        askAgain(now);
        error = routerId == null ? "no router is chosen" : null;
    }

    /** A new revision, to be applied now. */
    public void askAgain(Instant now) {
        revision++;
        applied = false;
        tries = 0;
        tryAt = now;
    }

    public void applied(Instant now, Boolean seenOnline) {
        applied = true;
        appliedAt = now;
        error = null;
        tries = 0;
        online = seenOnline;
    }

    public void failed(String text, Instant nextTry) {
        error = text == null || text.length() <= 500 ? text : text.substring(0, 500);
        tries++;
        tryAt = nextTry;
    }

    public void seen(boolean live) {
        online = live;
    }

    public NetworkState toState() {
        return new NetworkState(subscriptionId, routerId, userName, allowed, applied, error, tries, changedAt, appliedAt, online);
    }

    public long getSubscriptionId() {
        return subscriptionId;
    }

    public Long getRouterId() {
        return routerId;
    }

    public String getUserName() {
        return userName;
    }

    public String getPassword() {
        return password;
    }

    public String getProfile() {
        return profile;
    }

    public int getDownKbps() {
        return downKbps;
    }

    public int getUpKbps() {
        return upKbps;
    }

    public boolean isAllowed() {
        return allowed;
    }

    public String getRemark() {
        return remark;
    }

    public long getRevision() {
        return revision;
    }

    public boolean isApplied() {
        return applied;
    }

    public int getTries() {
        return tries;
    }

    public Instant getTryAt() {
        return tryAt;
    }
}
