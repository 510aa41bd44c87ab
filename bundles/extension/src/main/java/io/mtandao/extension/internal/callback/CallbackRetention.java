package io.mtandao.extension.internal.callback;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.extension.CallbackInbox.State;
import io.mtandao.api.tenant.Settings;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes callbacks once a day when the ISP's retention is over. What still waits is kept whatever its age: it may be money. */
@Component
public final class CallbackRetention implements JobHandler, TenantSetup {
    static final String NAME = "extension.retention";
    private static final Logger LOG = LoggerFactory.getLogger(CallbackRetention.class);
    private static final Duration DAILY = Duration.ofDays(1);
    private final TenantTx tx;
    private final Settings settings;
    private final Jobs jobs;
    private final Clock clock;

    @Activate
    public CallbackRetention(@Reference TenantTx tx, @Reference Settings settings, @Reference Jobs jobs, @Reference Clock clock) {
        this.tx = tx;
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public void setUp(Caller system, TenantSettings made) {
        jobs.schedule(system.tenant(), NAME, "daily", clock.instant().plus(DAILY), null);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        int days = settings.get(Caller.system(tenant, "extension")).retentionDays();
        if (days > 0) {
            Instant before = clock.instant().minus(Duration.ofDays(days));
            int gone = tx.in(tenant, em -> em.createQuery("delete from CallbackRow e where e.state <> ?1 and e.receivedAt < ?2")
                .setParameter(1, State.WAITING).setParameter(2, before).executeUpdate());
            if (gone > 0) LOG.info("tenant {}: {} callbacks older than {} days deleted", tenant, gone, days);
        }
        return clock.instant().plus(DAILY);
    }
}
