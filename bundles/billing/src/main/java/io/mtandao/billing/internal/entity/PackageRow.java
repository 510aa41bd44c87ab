package io.mtandao.billing.internal.entity;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.persistence.TenantEntity;
import java.util.Locale;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** A name under which something is sold. What is agreed stands in its {@link EditionRow editions}; the price here is a copy of the present one's, for lists. */
@Entity
@Table(name = "billing_package")
public class PackageRow extends TenantEntity {
    private String name;

    @Column(name = "name_key")
    private String nameKey;

    /** The name while it is sold, null once archived, so that the name is free again. */
    @Column(name = "live_key")
    private String liveKey;

    /** Number of the edition that is sold now. */
    private int edition;

    @Column(name = "price_minor")
    private long priceMinor;

    private String currency;

    /** False while only a router has told of it: then nobody knows its price, and it is not sold. */
    private boolean priced;

    @Enumerated(EnumType.STRING)
    private ServiceType service;

    @Enumerated(EnumType.STRING)
    private Charging charging;

    private boolean archived;

    protected PackageRow() {}

    public PackageRow(String name) {
        rename(name);
    }

    public final void rename(String changed) {
        name = changed.strip();
        nameKey = key(name);
        liveKey = archived ? null : nameKey;
    }

    /** From now on this edition is sold. */
    public void sell(EditionRow e) {
        edition = e.getNumber();
        priceMinor = e.getPriceMinor();
        currency = e.getPrice().currency();
        priced = e.isPriced();
        service = e.getService();
        charging = e.getCharging();
    }

    public static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public void archive() {
        archived = true;
        liveKey = null;
    }

    public void restore() {
        archived = false;
        liveKey = nameKey;
    }

    public String getName() {
        return name;
    }

    public String getNameKey() {
        return nameKey;
    }

    public int getEdition() {
        return edition;
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

    public ServiceType getService() {
        return service;
    }

    public Charging getCharging() {
        return charging;
    }

    public boolean isArchived() {
        return archived;
    }
}
