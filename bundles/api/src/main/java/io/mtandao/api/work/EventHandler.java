package io.mtandao.api.work;

import io.mtandao.api.TenantId;

/**
 * Reacts to one type of event; registered as an OSGi service. It runs inside a unit of work of the tenant, together with the note that it has
 * run: its changes to the database happen exactly once. A throw rolls back and is tried again with growing pauses. It makes no calls to vendors
 * or routers: it schedules a {@link Jobs job} for that.
 */
public interface EventHandler<E extends DomainEvent> {
    Class<E> type();

    /** Unique and stable, for example {@code router.subscription-renewed}. */
    String name();

    void on(TenantId tenant, E event);
}
