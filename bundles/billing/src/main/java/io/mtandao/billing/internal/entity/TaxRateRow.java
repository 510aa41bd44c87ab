package io.mtandao.billing.internal.entity;

import io.mtandao.api.billing.TaxRate;
import io.mtandao.billing.internal.rules.TaxTable;
import io.mtandao.persistence.TenantEntity;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

@Entity
@Table(name = "billing_tax_rate")
public class TaxRateRow extends TenantEntity {
    @Column(name = "tax_code")
    private String code;

    private String name;

    @Column(name = "percent_hundredths")
    private int percentHundredths;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    protected TaxRateRow() {}

    public TaxRateRow(String code, String name, int percentHundredths, LocalDate from, LocalDate until) {
        set(code, name, percentHundredths, from, until);
    }

    public final void set(String taxCode, String taxName, int percent, LocalDate from, LocalDate until) {
        code = TaxTable.code(taxCode);
        name = taxName.strip();
        percentHundredths = percent;
        firstDay = from;
        lastDay = until;
    }

    public TaxRate view() {
        return new TaxRate(getId(), getVersion(), code, name, percentHundredths, getFrom(), getUntil());
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public int getPercentHundredths() {
        return percentHundredths;
    }

    public LocalDate getFrom() {
        return firstDay;
    }

    public LocalDate getUntil() {
        return lastDay;
    }
}
