package io.mtandao.billing.internal.entity;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.PackageTerms.Burst;
import io.mtandao.api.billing.PackageTerms.DataCap;
import io.mtandao.api.billing.Packages.Draft;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.billing.internal.rules.EditionRule;
import io.mtandao.billing.internal.rules.FairUseText;
import io.mtandao.billing.internal.rules.HoursText;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** What is agreed with a package from a moment on. Never changed once it holds, but for the price that a router could not tell. */
@Entity
@Table(name = "billing_package_edition")
public class EditionRow extends TenantEntity {
    @Column(name = "package_id")
    private long packageId;

    @Column(name = "edition_number")
    private int number;

    @Column(name = "effective_from")
    private Instant from;

    @Column(name = "for_all")
    private boolean forAll;

    @Column(name = "price_minor")
    private long priceMinor;

    private String currency;
    private boolean priced;

    @Column(name = "period_count")
    private int periodCount;

    @Enumerated(EnumType.STRING)
    @Column(name = "period_unit")
    private Period.Unit periodUnit;

    @Column(name = "down_kbps")
    private int downKbps;

    @Column(name = "up_kbps")
    private int upKbps;

    private String profile;

    @Enumerated(EnumType.STRING)
    private ServiceType service;

    @Enumerated(EnumType.STRING)
    private Charging charging;

    @Column(name = "calendar_period")
    private boolean calendar;

    @Column(name = "tax_included")
    private boolean taxIncluded;

    @Column(name = "tax_code")
    private String taxCode;

    @Column(name = "burst_down")
    private int burstDown;

    @Column(name = "burst_up")
    private int burstUp;

    @Column(name = "burst_threshold_down")
    private int burstThresholdDown;

    @Column(name = "burst_threshold_up")
    private int burstThresholdUp;

    /** 0 for no burst. */
    @Column(name = "burst_seconds")
    private int burstSeconds;

    /** 0 for no cap. */
    @Column(name = "cap_megabytes")
    private long capMegabytes;

    @Enumerated(EnumType.STRING)
    @Column(name = "cap_action")
    private DataCap.AtCap capAction;

    @Column(name = "cap_down")
    private int capDown;

    @Column(name = "cap_up")
    private int capUp;

    @Column(name = "fair_use")
    private String fairUse;

    @Column(name = "device_limit")
    private int deviceLimit;

    @Column(name = "use_days")
    private String useDays;

    @Column(name = "use_from")
    private String useFrom;

    @Column(name = "use_to")
    private String useTo;

    @Column(name = "installation_minor")
    private long installationMinor;

    @Column(name = "deposit_minor")
    private long depositMinor;

    /** 0 for no trial. */
    @Column(name = "trial_count")
    private int trialCount;

    @Enumerated(EnumType.STRING)
    @Column(name = "trial_unit")
    private Period.Unit trialUnit;

    @Enumerated(EnumType.STRING)
    @Column(name = "late_payment")
    private RenewalPolicy.Late late;

    @Enumerated(EnumType.STRING)
    @Column(name = "partial_payment")
    private RenewalPolicy.Partial partial;

    @Enumerated(EnumType.STRING)
    @Column(name = "excess_payment")
    private RenewalPolicy.Excess excess;

    @Column(name = "auto_renew")
    private String autoRenew;

    @Column(name = "grace_days")
    private int graceDays;

    @Enumerated(EnumType.STRING)
    @Column(name = "expiry_time")
    private RenewalPolicy.ExpiryTime expiryTime;

    protected EditionRow() {}

    public EditionRow(long packageId, int number, Instant from, boolean forAll, Draft draft, boolean priced) {
        this.packageId = packageId;
        this.number = number;
        this.from = from;
        this.forAll = forAll;
        agree(draft, priced);
    }

    private void agree(Draft d, boolean isPriced) {
        priceMinor = d.price().minor();
        currency = d.price().currency();
        priced = isPriced;
        periodCount = d.period().count();
        periodUnit = d.period().unit();
        downKbps = d.downKbps();
        upKbps = d.upKbps();
        profile = d.profile() == null || d.profile().isBlank() ? null : d.profile().strip();
        PackageTerms t = d.terms();
        service = t.service();
        charging = t.charging();
        calendar = t.calendar();
        taxIncluded = t.taxIncluded();
        taxCode = t.taxCode() == null || t.taxCode().isBlank() ? null : t.taxCode().strip();
        if (t.burst() != null) {
            burstDown = t.burst().downKbps();
            burstUp = t.burst().upKbps();
            burstThresholdDown = t.burst().thresholdDownKbps();
            burstThresholdUp = t.burst().thresholdUpKbps();
            burstSeconds = t.burst().seconds();
        }
        if (t.dataCap() != null) {
            capMegabytes = t.dataCap().megabytes();
            capAction = t.dataCap().atCap();
            capDown = t.dataCap().downKbps();
            capUp = t.dataCap().upKbps();
        }
        fairUse = FairUseText.write(t.fairUse());
        deviceLimit = t.deviceLimit();
        useDays = HoursText.days(t.hours());
        useFrom = HoursText.from(t.hours());
        useTo = HoursText.to(t.hours());
        installationMinor = t.installationFee() == null ? 0 : t.installationFee().minor();
        depositMinor = t.deposit() == null ? 0 : t.deposit().minor();
        trialCount = t.trial() == null ? 0 : t.trial().count();
        trialUnit = t.trial() == null ? null : t.trial().unit();
        RenewalPolicy p = t.policy() == null ? RenewalPolicy.INHERIT : t.policy();
        late = p.late();
        partial = p.partial();
        excess = p.excess();
        autoRenew = p.autoRenew() == null ? null : p.autoRenew() ? "YES" : "NO";
        graceDays = p.graceDays();
        expiryTime = p.expiry();
    }

    /** A router told of the package, and now somebody knows the price. */
    public void priceAt(Money price) {
        priceMinor = price.minor();
        currency = price.currency();
        priced = true;
    }

    public PackageTerms getTerms() {
        RenewalPolicy policy = new RenewalPolicy(late, partial, excess, autoRenew == null ? null : autoRenew.equals("YES"), graceDays, expiryTime);
        return new PackageTerms(service, charging, calendar, taxIncluded, taxCode,
            burstSeconds == 0 ? null : new Burst(burstDown, burstUp, burstThresholdDown, burstThresholdUp, burstSeconds),
            capMegabytes == 0 ? null : new DataCap(capMegabytes, capAction, capDown, capUp), FairUseText.read(fairUse), deviceLimit,
            HoursText.read(useDays, useFrom, useTo), installationMinor == 0 ? null : Money.of(installationMinor, currency),
            depositMinor == 0 ? null : Money.of(depositMinor, currency), trialCount == 0 ? null : new Period(trialCount, trialUnit),
            policy.equals(RenewalPolicy.INHERIT) ? null : policy);
    }

    /** For choosing the one that holds. */
    public EditionRule.Facts facts() {
        return new EditionRule.Facts(number, from, forAll);
    }

    /** What the routers hear of, to know whether they must be told. */
    public String delivered(String packageName) {
        return getProfile(packageName) + "/" + downKbps + "/" + upKbps + "/" + burstDown + "/" + burstUp + "/" + burstThresholdDown + "/" + burstThresholdUp + "/" + burstSeconds
            + "/" + deviceLimit + "/" + useDays + "/" + useFrom + "/" + useTo;
    }

    /** For the audit log. */
    public Map<String, Object> told(String packageName) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("name", packageName);
        m.put("price", priced ? getPrice().toString() : "not known");
        m.put("period", getPeriod().toString());
        m.put("downKbps", downKbps);
        m.put("upKbps", upKbps);
        m.put("profile", getProfile(packageName));
        m.put("edition", number);
        m.put("from", from.toString());
        m.put("forAll", forAll);
        m.put("terms", getTerms().equals(PackageTerms.PLAIN) ? "plain" : getTerms().toString());
        return m;
    }

    public long getPackageId() {
        return packageId;
    }

    public int getNumber() {
        return number;
    }

    public Instant getFrom() {
        return from;
    }

    public boolean isForAll() {
        return forAll;
    }

    public long getPriceMinor() {
        return priceMinor;
    }

    public Money getPrice() {
        return Money.of(priceMinor, currency);
    }

    public boolean isPriced() {
        return priced;
    }

    public Period getPeriod() {
        return new Period(periodCount, periodUnit);
    }

    public int getDownKbps() {
        return downKbps;
    }

    public int getUpKbps() {
        return upKbps;
    }

    /** As the form shows it: null for the package's name. */
    public String getProfile() {
        return profile;
    }

    public String getProfile(String packageName) {
        return profile == null ? packageName : profile;
    }

    public ServiceType getService() {
        return service;
    }

    public boolean isCalendar() {
        return calendar;
    }

    public boolean isInRhythmOf(EditionRow other) {
        return getPeriod().equals(other.getPeriod()) && isCalendar() == other.isCalendar();
    }

    public Charging getCharging() {
        return charging;
    }
}
