package io.mtandao.billing.internal.entity;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Coupon;
import io.mtandao.api.billing.Coupons.Draft;
import io.mtandao.api.billing.Reduction;
import io.mtandao.persistence.TenantEntity;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

@Entity
@Table(name = "billing_coupon")
public class CouponRow extends TenantEntity {
    private String code;

    /** As it is compared: people type codes in any case, with spaces and dashes. */
    @Column(name = "code_key")
    private String codeKey;

    @Column(name = "percent_hundredths")
    private Integer percentHundredths;

    @Column(name = "amount_minor")
    private Long amountMinor;

    private String currency;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    private Integer most;

    /** Counted under this row's lock. */
    private int redeemed;

    private Integer bills;

    @Column(name = "package_id")
    private Long packageId;

    private boolean archived;

    protected CouponRow() {}

    public CouponRow(String code, Draft draft) {
        set(code, draft);
    }

    public final void set(String written, Draft d) {
        code = written.strip();
        codeKey = key(written);
        percentHundredths = d.reduction().percentHundredths();
        amountMinor = d.reduction().amount() == null ? null : d.reduction().amount().minor();
        currency = d.reduction().amount() == null ? null : d.reduction().amount().currency();
        firstDay = d.from();
        lastDay = d.until();
        most = d.most();
        bills = d.bills();
        packageId = d.packageId();
    }

    public static String key(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    public void redeem() {
        redeemed++;
    }

    public void archive() {
        archived = true;
    }

    public Coupon view() {
        return new Coupon(getId(), getVersion(), code, getReduction(), getFrom(), getUntil(), most, redeemed, bills, packageId, archived);
    }

    /** For the audit log. */
    public Map<String, Object> told() {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("code", code);
        m.put("reduction", getReduction().toString());
        m.put("from", String.valueOf(getFrom()));
        m.put("until", String.valueOf(getUntil()));
        m.put("most", most);
        m.put("redeemed", redeemed);
        m.put("bills", bills);
        m.put("packageId", packageId);
        return m;
    }

    public String getCode() {
        return code;
    }

    public String getCodeKey() {
        return codeKey;
    }

    public Reduction getReduction() {
        return percentHundredths != null ? Reduction.percent(percentHundredths) : Reduction.of(Money.of(amountMinor, currency));
    }

    public LocalDate getFrom() {
        return firstDay;
    }

    public LocalDate getUntil() {
        return lastDay;
    }

    public boolean isUsedUp() {
        return most != null && redeemed >= most;
    }

    public int getRedeemed() {
        return redeemed;
    }

    public Integer getBills() {
        return bills;
    }

    public Long getPackageId() {
        return packageId;
    }

    public boolean isArchived() {
        return archived;
    }
}
