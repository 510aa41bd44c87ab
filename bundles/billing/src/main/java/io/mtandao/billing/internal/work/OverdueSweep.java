package io.mtandao.billing.internal.work;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.work.JobHandler;
import io.mtandao.api.work.Jobs;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.search.EarlierSubscribers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The net below the clock: once an hour it sees that the clock is wound (an ISP from before there was one, a backup that was put back), and has it look
 * again at every subscription that is let on although its time is over. Subscribers from before there were search words get theirs.
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
    private final Alarms alarms;
    private final Clock clock;

    @Activate
    public OverdueSweep(@Reference BillingDesk desk, @Reference Jobs jobs, @Reference LedgerNight night, @Reference Alarms alarms, @Reference Clock clock) {
        this.desk = desk;
        this.jobs = jobs;
        this.night = night;
        this.alarms = alarms;
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
        boolean more = true;
        while (more) more = desk.open(tenant, NAME, EarlierSubscribers::spellOut);
        return clock.instant().plus(EVERY);
    }

    private List<Long> sweep(Desk d, long after) {
        List<SubscriptionRow> overdue = d.em().createQuery("select s from SubscriptionRow s where s.id > ?1 and s.state = ?2 and s.expiry < ?3 order by s.id", SubscriptionRow.class)
            .setParameter(1, after).setParameter(2, SubscriptionState.ACTIVE).setParameter(3, d.now().minus(PATIENCE)).setMaxResults(CHUNK).getResultList();
        overdue.stream().filter(s -> s.getWakeAt().isAfter(d.now())).forEach(s -> s.wakeAt(d.now()));
        if (after == 0) jobs.schedule(d.tenant(), Alarms.CLOCK, Alarms.KEY, overdue.isEmpty() ? d.now().plus(alarms.soon()) : d.now(), null);
        return overdue.stream().map(SubscriptionRow::getId).toList();
    }
}
