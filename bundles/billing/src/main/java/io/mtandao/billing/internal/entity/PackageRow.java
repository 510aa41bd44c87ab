package io.mtandao.billing.internal.entity;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Packages.Draft;
import io.mtandao.api.billing.Period;
import io.mtandao.persistence.TenantEntity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

@Entity
@Table(name = "billing_package")
public class PackageRow extends TenantEntity {
    private String name;

    @Column(name = "name_key")
    private String nameKey;

    /** The name while it is sold, null once archived, so that the name is free again. */
    @Column(name = "live_key")
    private String liveKey;

    @Column(name = "price_minor")
    private long priceMinor;

    private String currency;

    /** False while only a router has told of it: then nobody knows its price, and it is not sold. */
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
    private boolean archived;

    protected PackageRow() {}

    public PackageRow(Draft draft, boolean priced) {
        set(draft, priced);
    }

    public final void set(Draft d, boolean isPriced) {
        name = d.name().strip();
        nameKey = key(name);
        liveKey = archived ? null : nameKey;
        priceMinor = d.price().minor();
        currency = d.price().currency();
        priced = isPriced;
        periodCount = d.period().count();
        periodUnit = d.period().unit();
        downKbps = d.downKbps();
        upKbps = d.upKbps();
        profile = d.profile() == null || d.profile().isBlank() ? null : d.profile().strip();
    }

    public static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public void priceAt(Money price) {
        priceMinor = price.minor();
        currency = price.currency();
        priced = true;
    }

    public void archive() {
        archived = true;
        liveKey = null;
    }

    /** For the audit log. */
    public Map<String, Object> told() {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("name", name);
        m.put("price", priced ? getPrice().toString() : "not known");
        m.put("period", getPeriod().toString());
        m.put("downKbps", downKbps);
        m.put("upKbps", upKbps);
        m.put("profile", getProfile());
        m.put("archived", archived);
        return m;
    }

    public String getName() {
        return name;
    }

    public String getNameKey() {
        return nameKey;
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

    public String getProfile() {
        return profile == null ? name : profile;
    }

    public boolean isArchived() {
        return archived;
    }
}
