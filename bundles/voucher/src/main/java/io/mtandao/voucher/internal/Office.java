package io.mtandao.voucher.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.work.Events;
import io.mtandao.api.work.Jobs;
import io.mtandao.persistence.TenantTx;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens units of work for all of this bundle, with the time of their begin and the ISP's settings. */
@Component(service = Office.class)
public final class Office {
    final TenantTx tx;
    final Settings settings;
    final Events events;
    final AuditLog audit;
    final Jobs jobs;
    final Clock clock;

    @Activate
    public Office(@Reference TenantTx tx, @Reference Settings settings, @Reference Events events, @Reference AuditLog audit, @Reference Jobs jobs,
        @Reference Clock clock) {
        this.tx = tx;
        this.settings = settings;
        this.events = events;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    interface Task<R> {
        R at(Desk desk);
    }

    /** One unit of work, or a part of the one that is running for the same tenant. */
    <R> R open(Caller caller, Task<R> task) {
        return tx.in(caller.tenant(), em -> task.at(new Desk(this, em, caller)));
    }

    boolean busy() {
        return tx.running();
    }
}
