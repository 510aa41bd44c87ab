package io.mtandao.voucher.internal.entity;

import io.mtandao.api.Money;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Vouchers made together. What they are worth never changes: name and price of the package stay as they were when the batch was made. */
@Entity
@Table(name = "voucher_batch")
public class BatchRow extends TenantEntity {
    private String name;

    @Column(name = "package_id")
    private Long packageId;

    @Column(name = "package_name")
    private String packageName;

    /** Of the package, which was sold; 0 when that was not written down. */
    @Column(name = "package_edition")
    private int edition;

    private long amount;
    private String currency;
    private String prefix;
    private int codes;

    @Column(name = "sell_by")
    private Instant sellBy;

    @Column(name = "device_limit")
    private int deviceLimit;

    private boolean withdrawn;

    @Column(name = "made_by")
    private String madeBy;

    protected BatchRow() {}

    public BatchRow(String name, String prefix, int codes, Instant sellBy, int deviceLimit, String madeBy) {
        this.name = name;
        this.prefix = prefix;
        this.codes = codes;
        this.sellBy = sellBy;
        this.deviceLimit = deviceLimit;
        this.madeBy = madeBy;
    }

    /** @param sold the package; null for money */
    public void isWorth(Money value, InternetPackage sold) {
        amount = value.minor();
        currency = value.currency();
        if (sold == null) return;
        packageId = sold.id();
        packageName = sold.name();
        edition = sold.edition();
    }

    public void withdraw() {
        withdrawn = true;
    }

    public String getName() {
        return name;
    }

    public Long getPackageId() {
        return packageId;
    }

    public String getPackageName() {
        return packageName;
    }

    public int getEdition() {
        return edition;
    }

    public Money getValue() {
        return Money.of(amount, currency);
    }

    public String getPrefix() {
        return prefix;
    }

    public int getCodes() {
        return codes;
    }

    public Instant getSellBy() {
        return sellBy;
    }

    public int getDeviceLimit() {
        return deviceLimit;
    }

    public boolean isWithdrawn() {
        return withdrawn;
    }

    public String getMadeBy() {
        return madeBy;
    }
}
