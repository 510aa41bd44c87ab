package io.mtandao.billing.internal.entity;

import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.rules.Anchor;
import io.mtandao.billing.internal.rules.PppoeName;
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
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

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

    /** Whose wallet pays: the subscriber's own, or its payer's. */
    @Column(name = "payer_id")
    private long payerId;

    /** Of the package, under which it stands. */
    private int edition = 1;

    @Enumerated(EnumType.STRING)
    private ServiceType service = ServiceType.PPPOE;

    @Enumerated(EnumType.STRING)
    private Charging charging = Charging.PREPAID;

    /** Minor units for one period instead of the package's, or null. */
    @Column(name = "own_price")
    private Long ownPrice;

    /** When the running period began; null before the first. */
    @Column(name = "period_from")
    private Instant periodFrom;

    @Column(name = "grace_until")
    private Instant graceUntil;

    @Column(name = "paused_at")
    private Instant pausedAt;

    /** Of a paused one: what was left of its time. */
    @Column(name = "seconds_left")
    private Long secondsLeft;

    @Enumerated(EnumType.STRING)
    @Column(name = "hold_kind")
    private Hold hold;

    @Column(name = "trial_used")
    private boolean trialUsed;

    @Column(name = "ip_address")
    private String ipAddress;

    @Column(name = "mac_address")
    private String macAddress;

    @Enumerated(EnumType.STRING)
    @Column(name = "data_state")
    private DataState dataState = DataState.OPEN;

    /** With THROTTLED: the speed that counts instead of the package's. */
    @Column(name = "data_down")
    private int dataDown;

    @Column(name = "data_up")
    private int dataUp;

    /** Devices at once, when the running period was bought with a limit of its own; 0 for the package's. */
    @Column(name = "device_limit")
    private int deviceLimit;

    /** Whether a period that was bought with a limit of its own runs or is to come. */
    @Column(name = "limits_bought")
    private boolean limitsBought;

    /** When time itself does the next thing to it: a warning, the expiry, the end of grace. {@link #NEVER} for nothing. */
    @Column(name = "wake_at")
    private Instant wakeAt = NEVER;

    /** Why it is suspended. */
    public enum Hold {
        STAFF,
        /** By dunning; paying lifts it. */
        DEBT
    }

    /** What the data used in the running period has come to. */
    public enum DataState {
        OPEN,
        THROTTLED,
        CUT
    }

    protected SubscriptionRow() {}

    public SubscriptionRow(long subscriberId, long packageId, Long routerId, String pppoeUser, String sealedPassword) {
        this.subscriberId = subscriberId;
        this.packageId = packageId;
        this.payerId = subscriberId;
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

    /** From now on it stands under this edition. */
    public void standUnder(EditionRow e) {
        standUnder(e.getPackageId(), e.getNumber(), e.getService(), e.getCharging());
    }

    public void standUnder(long packageOf, int number, ServiceType serviceOf, Charging chargingOf) {
        packageId = packageOf;
        edition = number;
        service = serviceOf;
        charging = chargingOf;
    }

    public void seal(String sealed) {
        sealedPassword = sealed;
    }

    /** Use {@code Life.enter}, which writes the step down. @param why may be null */
    public void enter(SubscriptionState next, String why) {
        if (next == SubscriptionState.SUSPENDED && state != next) stateBefore = state;
        state = next;
        reason = why;
        if (next != SubscriptionState.SUSPENDED) hold = null;
        if (next != SubscriptionState.GRACE) graceUntil = null;
        // who is cut while paused is paused again afterwards
        if (next != SubscriptionState.PAUSED && next != SubscriptionState.SUSPENDED) {
            pausedAt = null;
            secondsLeft = null;
        }
        if (next == SubscriptionState.CANCELLED) pppoeLive = null;
    }

    public void hold(Hold why) {
        hold = why;
    }

    public void grace(Instant until) {
        graceUntil = until;
    }

    /** @param left seconds, or null when there was no expiry */
    public void pause(Instant at, Long left) {
        pausedAt = at;
        secondsLeft = left;
    }

    public void tryOut(Instant until, Instant now) {
        trialUsed = true;
        periodFrom = now;
        expireAt(until);
    }

    /** Set by hand or import: a new run of periods begins at this expiry. */
    public void expireAt(Instant at) {
        expiry = at == null ? NEVER : at;
        anchorDay = 0;
        anchorSecond = 0;
    }

    /** A period was bought or, postpaid, has begun. */
    public void run(Instant from, Instant to, Anchor anchor) {
        periodFrom = from;
        expiry = to;
        anchorDay = anchor.day();
        anchorSecond = anchor.time().toSecondOfDay();
    }

    /** The period that was bought ahead begins later. */
    public void runFrom(Instant from) {
        periodFrom = from;
    }

    /** The rhythm stays. */
    public void endAt(Instant to) {
        expiry = to;
    }

    public void renewed() {
        renewals++;
    }

    public void ownPrice(Long minor) {
        ownPrice = minor;
    }

    public void paidBy(long payer) {
        payerId = payer;
    }

    public void addressed(String ip, String mac) {
        ipAddress = ip;
        macAddress = mac;
    }

    public void data(DataState state, int down, int up) {
        dataState = state;
        dataDown = down;
        dataUp = up;
    }

    /** @param most 0 for the package's @param bought whether there is one now or to come */
    public void limitDevices(int most, boolean bought) {
        deviceLimit = most;
        limitsBought = bought;
    }

    public void wakeAt(Instant at) {
        wakeAt = at == null ? NEVER : at;
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
        m.put("edition", edition);
        m.put("ownPrice", ownPrice);
        m.put("payerId", payerId);
        if (ipAddress != null) m.put("ipAddress", ipAddress);
        if (macAddress != null) m.put("macAddress", macAddress);
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

    public long getPayerId() {
        return payerId;
    }

    public int getEdition() {
        return edition;
    }

    public ServiceType getService() {
        return service;
    }

    public Charging getCharging() {
        return charging;
    }

    public boolean isPostpaid() {
        return charging == Charging.POSTPAID;
    }

    public Long getOwnPrice() {
        return ownPrice;
    }

    public Instant getPeriodFrom() {
        return periodFrom;
    }

    public Instant getGraceUntil() {
        return graceUntil;
    }

    public Instant getPausedAt() {
        return pausedAt;
    }

    public Long getSecondsLeft() {
        return secondsLeft;
    }

    public Hold getHold() {
        return hold;
    }

    public boolean isTrialUsed() {
        return trialUsed;
    }

    public String getIpAddress() {
        return ipAddress;
    }

    public String getMacAddress() {
        return macAddress;
    }

    public DataState getDataState() {
        return dataState;
    }

    public int getDataDown() {
        return dataDown;
    }

    public int getDataUp() {
        return dataUp;
    }

    public int getDeviceLimit() {
        return deviceLimit;
    }

    public boolean hasLimitsBought() {
        return limitsBought;
    }

    public Instant getWakeAt() {
        return wakeAt;
    }

    public String getReason() {
        return reason;
    }

    public String getPppoeLive() {
        return pppoeLive;
    }
}
