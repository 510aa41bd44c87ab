package io.mtandao.billing.internal.catalogue;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.work.JobHandler;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the routers of a package's new speed or profile, a portion of its subscriptions at a time. */
@Component
public final class PackageChangedJob implements JobHandler {
    public static final String NAME = "billing.package-changed";
    private static final int CHUNK = 500;
    private final BillingDesk desk;

    @Activate
    public PackageChangedJob(@Reference BillingDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        long packageId = Long.parseLong(key);
        List<Long> told;
        long last = 0;
        do {
            long after = last;
            told = desk.open(tenant, NAME, d -> tell(d, packageId, after));
            if (!told.isEmpty()) last = told.get(told.size() - 1);
        } while (told.size() == CHUNK);
        return null;
    }

    private static List<Long> tell(Desk d, long packageId, long after) {
        List<Long> ids = d.em().createQuery("select s.id from SubscriptionRow s where s.packageId = ?1 and s.id > ?2 and s.state <> ?3 order by s.id", Long.class)
            .setParameter(1, packageId).setParameter(2, after).setParameter(3, SubscriptionState.CANCELLED).setMaxResults(CHUNK).getResultList();
        ids.forEach(id -> d.raise(new SubscriptionChanged(id, null, null)));
        return ids;
    }
}
