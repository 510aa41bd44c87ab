package io.mtandao.billing.internal.desk;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.work.Events;
import io.mtandao.persistence.Series;
import io.mtandao.persistence.TenantTx;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens units of work for all of billing, with the ISP's settings and the time of their begin. */
@Component(service = BillingDesk.class)
public final class BillingDesk {
    final TenantTx tx;
    private final Clock clock;
    final Settings settings;
    final Events events;
    final AuditLog audit;
    final Series series;

    @Activate
    public BillingDesk(@Reference TenantTx tx, @Reference Settings settings, @Reference Clock clock, @Reference Events events, @Reference AuditLog audit,
        @Reference Series series) {
        this.tx = tx;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.audit = audit;
        this.series = series;
    }

    public interface Task<R> {
        R at(Desk desk) throws Exception;
    }

    public interface Chore {
        void at(Desk desk) throws Exception;
    }

    /** One unit of work, or a part of the one that is running for the same tenant. */
    public <R> R open(Caller caller, Task<R> task) {
        return tx.in(caller.tenant(), em -> task.at(new Desk(this, em, caller, clock.instant())));
    }

    public void run(Caller caller, Chore chore) {
        open(caller, desk -> {
            chore.at(desk);
            return null;
        });
    }

    /** As a job of the platform itself. */
    public <R> R open(TenantId tenant, String job, Task<R> task) {
        return open(Caller.system(tenant, job), task);
    }

    public java.time.Instant now() {
        return clock.instant();
    }

    /** Whether a unit of work is running on this thread already. */
    public boolean busy() {
        return tx.running();
    }
}
