package io.mtandao.billing.internal.work;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.work.JobHandler;
import io.mtandao.api.work.Jobs;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The net below the clock: once an hour it sees that the clock is wound (an ISP from before there was one, a backup that was put back), and has it look
 * again at every subscription that is let on although its time is over.
 */
@Component
public final class OverdueSweep implements JobHandler {
    public static final String NAME = "billing.sweep";
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CHUNK = 500;
    private final BillingDesk desk;
    private final Jobs jobs;
    private final LedgerNight night;
    private final Clock clock;

    @Activate
    public OverdueSweep(@Reference BillingDesk desk, @Reference Jobs jobs, @Reference LedgerNight night, @Reference Clock clock) {
        this.desk = desk;
        this.jobs = jobs;
        this.night = night;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        // ISPs from before there was a nightly proof, and those whose job was lost
        night.schedule(tenant);
        List<Long> found;
        long last = 0;
        do {
            long after = last;
            found = desk.open(tenant, NAME, d -> sweep(d, after));
            if (!found.isEmpty()) last = found.get(found.size() - 1);
        } while (found.size() == CHUNK);
        return clock.instant().plus(EVERY);
    }

    private List<Long> sweep(Desk d, long after) {
        if (after == 0) jobs.schedule(d.tenant(), Alarms.CLOCK, Alarms.KEY, d.now(), null);
        List<SubscriptionRow> overdue = d.em().createQuery("select s from SubscriptionRow s where s.id > ?1 and s.state = ?2 and s.expiry < ?3 and s.wakeAt > ?4 order by s.id",
            SubscriptionRow.class).setParameter(1, after).setParameter(2, SubscriptionState.ACTIVE).setParameter(3, d.now().minus(PATIENCE)).setParameter(4, d.now())
            .setMaxResults(CHUNK).getResultList();
        overdue.forEach(s -> s.wakeAt(d.now()));
        return overdue.stream().map(SubscriptionRow::getId).toList();
    }
}
