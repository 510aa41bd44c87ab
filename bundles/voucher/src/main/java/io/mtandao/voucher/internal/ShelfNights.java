package io.mtandao.voucher.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.tenant.TenantSetup;
import io.mtandao.voucher.internal.rule.ShelfLife;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives each new ISP its nightly sweep; ISPs that were there before this bundle get it with their first batch. */
@Component
public final class ShelfNights implements TenantSetup {
    private final Office office;

    @Activate
    public ShelfNights(@Reference Office office) {
        this.office = office;
    }

    @Override
    public void setUp(Caller system, TenantSettings settings) {
        office.jobs.schedule(system.tenant(), ShelfSweep.NAME, ShelfSweep.KEY, ShelfLife.nextNight(office.clock.instant(), settings.zone()), null);
    }
}
