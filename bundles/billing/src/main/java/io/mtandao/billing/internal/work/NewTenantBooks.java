package io.mtandao.billing.internal.work;

import io.mtandao.api.Caller;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.tenant.TenantSetup;
import io.mtandao.api.work.Jobs;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.BillingDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens a new ISP's suspense account and starts its hourly sweep. */
@Component
public final class NewTenantBooks implements TenantSetup {
    private final BillingDesk desk;
    private final Books books;
    private final Jobs jobs;

    @Activate
    public NewTenantBooks(@Reference BillingDesk desk, @Reference Books books, @Reference Jobs jobs) {
        this.desk = desk;
        this.books = books;
        this.jobs = jobs;
    }

    @Override
    public void setUp(Caller system, TenantSettings settings) {
        desk.run(system, d -> {
            books.suspense(d);
            jobs.schedule(d.tenant(), OverdueSweep.NAME, "hourly", d.now(), null);
        });
    }
}
