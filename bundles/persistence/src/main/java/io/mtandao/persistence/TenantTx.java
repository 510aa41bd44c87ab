package io.mtandao.persistence;

import io.mtandao.api.TenantId;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.sql.DataSource;

/**
 * The one door to the database. A unit of work sees one tenant: by EclipseLink's discriminator on every statement and, on PostgreSQL, by row-level
 * security on the connection. It commits when the work returns, rolls back when it throws, and returns records, never entities.
 */
public interface TenantTx {
    /**
     * One unit of work for one tenant; joins the running one of the same tenant on this thread. The work touches the database only: it is repeated
     * (outermost) when the database chose it as the victim of a deadlock, at most three times, and when it {@link LostRace lost a race} for a new row.
     *
     * @throws IllegalStateException when a unit of another tenant is running on this thread
     * @throws io.mtandao.api.Stale when somebody else changed a row meanwhile
     * @throws io.mtandao.api.Conflict when a unique key is taken (check before, for a better text; this is for races)
     */
    <R> R in(TenantId tenant, Work<R> work);

    default void run(TenantId tenant, Action action) {
        in(tenant, em -> {
            action.on(em);
            return null;
        });
    }

    /**
     * The second door: tables named {@code platform_…}, which hold nothing of a tenant but the way to it. Tenant tables are empty here. Joins a running unit of a tenant.
     *
     * @param reason for the log
     */
    <R> R platform(String reason, Work<R> work);

    /**
     * Runs at the end of the outermost unit of work on this thread, as a part of it and before its commit, in the order of these calls. It may write, and may
     * hook on more, which then runs behind what is there. A throw rolls the whole unit back. What a repeated unit hooked on before is forgotten.
     *
     * @throws IllegalStateException outside a unit of work
     */
    void beforeCommit(Action action);

    /**
     * What the running unit of work gathers under a key, made when it is first asked for: in order to do once before the commit what would cost a statement
     * each time. Gone with the unit; a repeated unit starts with a new one.
     *
     * @throws IllegalStateException outside a unit of work
     */
    <T> T perUnit(Class<T> key, Supplier<T> made);

    /** Runs when the outermost unit of work on this thread has committed; at once when none is running. A throw is logged. */
    void afterCommit(Runnable action);

    /** A data source whose only connection is the running unit's; close and commit do nothing, rollback marks the unit. For libraries that want to join. */
    DataSource joined();

    /** Whether a unit of work is running on this thread. */
    boolean running();

    interface Work<R> {
        R on(EntityManager em) throws Exception;
    }

    interface Action {
        void on(EntityManager em) throws Exception;
    }
}
