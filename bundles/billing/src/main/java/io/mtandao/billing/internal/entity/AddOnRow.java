package io.mtandao.billing.internal.entity;

import io.mtandao.api.Money;
import io.mtandao.api.billing.AddOn;
import io.mtandao.api.billing.AddOns.Draft;
import io.mtandao.persistence.TenantEntity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

@Entity
@Table(name = "billing_add_on")
public class AddOnRow extends TenantEntity {
    private String name;

    @Column(name = "name_key")
    private String nameKey;

    /** The name while it is sold, null once archived, so that the name is free again. */
    @Column(name = "live_key")
    private String liveKey;

    @Column(name = "price_minor")
    private long priceMinor;

    private String currency;
    private boolean recurring;

    @Column(name = "tax_included")
    private boolean taxIncluded;

    @Column(name = "tax_code")
    private String taxCode;

    @Column(name = "data_megabytes")
    private long dataMegabytes;

    private boolean archived;

    protected AddOnRow() {}

    public AddOnRow(Draft draft) {
        set(draft);
    }

    public final void set(Draft d) {
        name = d.name().strip();
        nameKey = key(name);
        liveKey = archived ? null : nameKey;
        priceMinor = d.price().minor();
        currency = d.price().currency();
        recurring = d.recurring();
        taxIncluded = d.taxIncluded();
        taxCode = d.taxCode() == null || d.taxCode().isBlank() ? null : d.taxCode().strip();
        dataMegabytes = d.dataMegabytes();
    }

    public static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public void archive() {
        archived = true;
        liveKey = null;
    }

    public AddOn view() {
        return new AddOn(getId(), getVersion(), name, getPrice(), recurring, taxIncluded, taxCode, dataMegabytes, archived);
    }

    /** For the audit log. */
    public Map<String, Object> told() {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("name", name);
        m.put("price", getPrice().toString());
        m.put("recurring", recurring);
        m.put("taxIncluded", taxIncluded);
        m.put("taxCode", taxCode);
        m.put("dataMegabytes", dataMegabytes);
        return m;
    }

    public String getName() {
        return name;
    }

    public String getNameKey() {
        return nameKey;
    }

    public Money getPrice() {
        return Money.of(priceMinor, currency);
    }

    public boolean isRecurring() {
        return recurring;
    }

    public boolean isTaxIncluded() {
        return taxIncluded;
    }

    public String getTaxCode() {
        return taxCode;
    }

    public long getDataMegabytes() {
        return dataMegabytes;
    }

    public boolean isArchived() {
        return archived;
    }
}
