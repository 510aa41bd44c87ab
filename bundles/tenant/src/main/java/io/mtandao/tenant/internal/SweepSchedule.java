package io.mtandao.tenant.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.tenant.TenantSetup;
import io.mtandao.api.work.Jobs;
import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives each new ISP its daily sweep. */
@Component
public final class SweepSchedule implements TenantSetup {
    static final Duration EVERY = Duration.ofDays(1);
    private final Jobs jobs;
    private final Clock clock;

    @Activate
    public SweepSchedule(@Reference Jobs jobs, @Reference Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public void setUp(Caller system, TenantSettings settings) {
        jobs.schedule(system.tenant(), SweepJob.NAME, "daily", clock.instant().plus(EVERY), null);
    }
}
