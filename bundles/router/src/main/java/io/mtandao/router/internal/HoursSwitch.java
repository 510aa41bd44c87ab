package io.mtandao.router.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.work.JobHandler;
import io.mtandao.persistence.TenantTx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Switches services on and off whose hours of use begin or end: one job per ISP, due when the first of them does, so that downtime is made up for. */
@Component(service = JobHandler.class)
public final class HoursSwitch implements JobHandler {
    static final String NAME = "router.hours";
    static final String KEY = "all";
    private static final int MOST_PER_RUN = 500;
    private final TenantTx tx;
    private final DesiredState desired;
    private final Clock clock;

    @Activate
    public HoursSwitch(@Reference TenantTx tx, @Reference DesiredState desired, @Reference Clock clock) {
        this.tx = tx;
        this.desired = desired;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        List<Long> due = tx.in(tenant, em -> em.createQuery("select s.subscriptionId from ServiceRow s where s.switchAt <= ?1 order by s.switchAt, s.id",
            Long.class).setParameter(1, clock.instant()).setMaxResults(MOST_PER_RUN).getResultList());
        for (long subscription : due) desired.refresh(tenant, subscription, null, null);
        return tx.in(tenant, em -> em.createQuery("select min(s.switchAt) from ServiceRow s", Instant.class).getSingleResult());
    }
}
