package io.mtandao.api.work;

import io.mtandao.api.TenantId;

/** Where a unit of work says what it has done. */
public interface Events {
    /**
     * Writes the event in the running unit of work; handlers get it right after the commit, and never when it rolls back.
     *
     * @throws IllegalStateException outside a unit of work of this tenant
     */
    void raise(TenantId tenant, DomainEvent event);
}
