package io.mtandao.billing.internal.work;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.ReadingRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.life.DataMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Forgets readings of the network that nobody will tell again. They are kept so that none counts twice: until the period that they count for is over,
 * which a postpaid one is when it is billed, and for a month in any case. What they came to stays, in the usage of their period.
 */
@Component(service = OldReadings.class)
public final class OldReadings {
    static final Duration KEPT = Duration.ofDays(31);
    private static final int PORTION = 500;
    private final BillingDesk desk;

    @Activate
    public OldReadings(@Reference BillingDesk desk) {
        this.desk = desk;
    }

    private record Portion(int seen, long last, int forgotten) {}

    /** A portion in each unit of work. @return how many were forgotten */
    public long forget(TenantId tenant) {
        long forgotten = 0, last = 0;
        while (true) {
            long after = last;
            Portion done = desk.open(tenant, LedgerNight.NAME, d -> portion(d, after));
            forgotten += done.forgotten;
            if (done.seen < PORTION) return forgotten;
            last = done.last;
        }
    }

    private static Portion portion(Desk d, long after) {
        List<ReadingRow> old = d.em().createQuery("select r from ReadingRow r where r.id > ?1 and r.createdAt < ?2 order by r.id", ReadingRow.class)
            .setParameter(1, after).setParameter(2, d.now().minus(KEPT)).setMaxResults(PORTION).getResultList();
        if (old.isEmpty()) return new Portion(0, after, 0);
        Map<Long, Instant> begins = begins(d, old);
        List<Long> over = old.stream().filter(r -> r.getCreatedAt().isBefore(begins.get(r.getSubscriptionId()))).map(ReadingRow::getId).toList();
        if (!over.isEmpty()) d.em().createQuery("delete from ReadingRow r where r.id in ?1").setParameter(1, over).executeUpdate();
        return new Portion(old.size(), old.get(old.size() - 1).getId(), over.size());
    }

    /** Since when what is read counts for the period that runs; where none runs any more, nothing does. */
    private static Map<Long, Instant> begins(Desk d, List<ReadingRow> of) {
        Map<Long, Instant> begins = new HashMap<>();
        for (SubscriptionRow s : d.all(SubscriptionRow.class, of.stream().map(ReadingRow::getSubscriptionId).distinct().toList()))
            begins.put(s.getId(), s.isCancelled() || s.getState() == SubscriptionState.EXPIRED ? d.now() : DataMeter.periodFrom(d, s));
        return begins;
    }
}
