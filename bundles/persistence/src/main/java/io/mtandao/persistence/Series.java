package io.mtandao.persistence;

import io.mtandao.api.TenantId;

/** Gapless numbers that people see. The number belongs to the running unit of work: when that rolls back, the number is given again. */
public interface Series {
    /**
     * The next number of a tenant's series, from 1. Holds a row lock until the unit ends, so take it late.
     *
     * @throws IllegalStateException outside a unit of work
     */
    default long next(TenantId tenant, String series) {
        return next(tenant, series, 1);
    }

    /** So many numbers at once. @param count at least 1 @return the first of them */
    long next(TenantId tenant, String series, int count);

    /** Moves a series on so that the next number is above this one (imports). */
    void atLeast(TenantId tenant, String series, long number);
}
