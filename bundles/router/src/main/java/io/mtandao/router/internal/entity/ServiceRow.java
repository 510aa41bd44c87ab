package io.mtandao.router.internal.entity;

import io.mtandao.api.billing.PackageTerms.Burst;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriptions.ServiceToDeliver;
import io.mtandao.api.router.Routers.NetworkState;
import io.mtandao.persistence.TenantEntity;
import io.mtandao.spi.network.NetworkDriver.Service;
import io.mtandao.spi.network.NetworkDriver.Speed;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** What a router is to have for one subscription, and whether it has it. Every change is a new revision; an answer to an older one does not count. */
@Entity
@Table(name = "router_service")
public class ServiceRow extends TenantEntity {
    @Column(name = "subscription_id")
    private long subscriptionId;

    @Enumerated(EnumType.STRING)
    private ServiceType kind;

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

    /** Its speed is not that of the others on its profile. */
    @Column(name = "throttled")
    private boolean personal;

    @Column(name = "burst_down_kbps")
    private int burstDownKbps;

    @Column(name = "burst_up_kbps")
    private int burstUpKbps;

    @Column(name = "threshold_down_kbps")
    private int thresholdDownKbps;

    @Column(name = "threshold_up_kbps")
    private int thresholdUpKbps;

    /** 0 for no burst. */
    @Column(name = "burst_seconds")
    private int burstSeconds;

    @Column(name = "device_limit")
    private int deviceLimit;

    private String address;
    private String mac;
    private boolean allowed;

    /** When its hours of use begin or end next; null when it has none or is cut anyway. */
    @Column(name = "switch_at")
    private Instant switchAt;

    /** False of a row from before there were kinds, bursts and hours, until billing is asked for them: what stands here of those is then worth nothing. */
    private boolean told;

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

    /** @param on whether it is to be on now, its hours of use counted in @param nextSwitch null when the clock changes nothing */
    public void desire(ServiceToDeliver s, String sealedPassword, boolean on, Instant nextSwitch, Instant now) {
        told = true;
        kind = s.service();
        routerId = s.routerId();
        userName = s.user();
        password = sealedPassword;
        profile = s.profile();
        speed(s);
        deviceLimit = s.deviceLimit();
        address = s.ipAddress();
        mac = s.macAddress();
        allowed = on;
        switchAt = nextSwitch;
        remark = s.subscriberName() == null ? null : s.subscriberName().substring(0, Math.min(200, s.subscriberName().length()));
        changedAt = now;
        askAgain(now);
        error = null;
        if (routerId == null) noRouter("no router is chosen");
    }

    /** @param why for a person */
    public void noRouter(String why) {
        routerId = null;
        error = why;
    }

    private void speed(ServiceToDeliver s) {
        downKbps = s.downKbps();
        upKbps = s.upKbps();
        personal = s.personal();
        Burst b = s.burst() == null ? new Burst(0, 0, 0, 0, 0) : s.burst();
        burstDownKbps = b.downKbps();
        burstUpKbps = b.upKbps();
        thresholdDownKbps = b.thresholdDownKbps();
        thresholdUpKbps = b.thresholdUpKbps();
        burstSeconds = b.seconds();
    }

    public Service toService(String clearPassword) {
        return new Service(Long.toString(subscriptionId), kind, userName, clearPassword, profile, toSpeed(), deviceLimit, address, mac, allowed, remark);
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

    /** @param live null when nobody can know */
    public void seen(Boolean live) {
        online = live;
    }

    public Speed toSpeed() {
        boolean plain = burstSeconds == 0 || burstDownKbps == 0 && burstUpKbps == 0;
        return new Speed(downKbps, upKbps, plain ? null : new Burst(burstDownKbps, burstUpKbps, thresholdDownKbps, thresholdUpKbps, burstSeconds), personal);
    }

    public NetworkState toState() {
        // there is a next switch only of what is paid for
        return new NetworkState(subscriptionId, routerId, userName, allowed, applied, error, tries, changedAt, appliedAt, online, allowed ? null : switchAt);
    }

    public long getSubscriptionId() {
        return subscriptionId;
    }

    public boolean isAllowed() {
        return allowed;
    }

    public String getProfile() {
        return profile;
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

    public ServiceType getKind() {
        return kind;
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
