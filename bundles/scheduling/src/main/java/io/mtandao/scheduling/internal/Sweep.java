package io.mtandao.scheduling.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.tenant.TenantSetup;
import io.mtandao.api.work.JobHandler;
import io.mtandao.api.work.Jobs;
import io.mtandao.persistence.TenantTx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Clears away a tenant's events that have long been handled. */
@Component(service = {JobHandler.class, TenantSetup.class})
public final class Sweep implements JobHandler, TenantSetup {
    private static final Duration KEPT = Duration.ofDays(30);
    private final TenantTx tx;
    private final Jobs jobs;
    private final Clock clock;

    @Activate
    public Sweep(@Reference TenantTx tx, @Reference Jobs jobs, @Reference Clock clock) {
        this.tx = tx;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "scheduling.sweep";
    }

    @Override
    public void setUp(Caller system, TenantSettings settings) {
        jobs.schedule(system.tenant(), name(), "daily", clock.instant().plus(Duration.ofDays(1)), null);
    }

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        Instant before = clock.instant().minus(KEPT);
        tx.run(tenant, em -> {
            em.createQuery("delete from HandledRow h where h.createdAt < ?1").setParameter(1, before).executeUpdate();
            em.createQuery("delete from EventRow e where e.createdAt < ?1 and not exists (select h from HandledRow h where h.eventId = e.id)").setParameter(1, before).executeUpdate();
        });
        return clock.instant().plus(Duration.ofDays(1));
    }
}
