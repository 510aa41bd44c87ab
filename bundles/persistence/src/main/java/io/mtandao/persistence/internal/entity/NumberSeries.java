package io.mtandao.persistence.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** The last number given in one of a tenant's series. */
@Entity
@Table(name = "persistence_series")
public class NumberSeries extends TenantEntity {
    private String name;

    @Column(name = "last_number")
    private long lastNumber;

    protected NumberSeries() {}

    public NumberSeries(String name) {
        this.name = name;
    }

    public long advance() {
        return ++lastNumber;
    }

    public void atLeast(long number) {
        lastNumber = Math.max(lastNumber, number);
    }

    public String getName() {
        return name;
    }
}
