package io.mtandao.billing.internal.work;

import io.mtandao.api.Caller;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.tenant.TenantSetup;
import io.mtandao.api.work.Jobs;
import io.mtandao.billing.internal.bill.Numbers;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.ledger.DoubleEntryLedger;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.subscriber.AccountNumbers;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens a new ISP's suspense account and number series, so that the first two who need them do not race to make them, and starts its hourly sweep. */
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
            for (String series : List.of(AccountNumbers.SERIES, Numbers.BILLS, Numbers.CREDIT_NOTES, DoubleEntryLedger.ADJUSTMENTS)) d.atLeast(series, 0);
            jobs.schedule(d.tenant(), Alarms.CLOCK, Alarms.KEY, d.now(), null);
            jobs.schedule(d.tenant(), OverdueSweep.NAME, "hourly", d.now(), null);
        });
    }
}
