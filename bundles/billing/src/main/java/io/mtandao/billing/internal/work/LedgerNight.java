package io.mtandao.billing.internal.work;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.LedgerBroken;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.tenant.TenantSetup;
import io.mtandao.api.work.JobHandler;
import io.mtandao.api.work.Jobs;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each night: proves every ISP's ledger and raises the alarm when it is not whole; then forgets old readings. */
@Component(service = {LedgerNight.class, JobHandler.class, TenantSetup.class})
public final class LedgerNight implements JobHandler, TenantSetup {
    public static final String NAME = "billing.ledger-proof";
    private static final Logger LOG = LoggerFactory.getLogger(LedgerNight.class);
    private final BillingDesk desk;
    private final Books books;
    private final Ledger ledger;
    private final OldReadings readings;
    private final Jobs jobs;

    @Activate
    public LedgerNight(@Reference BillingDesk desk, @Reference Books books, @Reference Ledger ledger, @Reference OldReadings readings, @Reference Jobs jobs) {
        this.desk = desk;
        this.books = books;
        this.ledger = ledger;
        this.readings = readings;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** A new ISP's chain begins with it, so that its first two bookings do not race to begin it. */
    @Override
    public void setUp(Caller system, TenantSettings settings) {
        desk.run(system, d -> {
            books.openChain(d);
            schedule(d);
        });
    }

    /** Asking again changes nothing: the time is the same until it has come. */
    public void schedule(TenantId tenant) {
        desk.open(tenant, NAME, d -> {
            schedule(d);
            return null;
        });
    }

    private void schedule(Desk d) {
        jobs.schedule(d.tenant(), NAME, "nightly", next(d), null);
    }

    private static Instant next(Desk d) {
        return ProofTime.after(d.now(), d.zone(), d.tenant());
    }

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        Ledger.Proof proof = ledger.prove(Caller.system(tenant, NAME));
        if (!proof.whole()) LOG.error("tenant {}: the ledger is not whole: {}", tenant, proof.firstFault());
        Instant next = desk.open(tenant, NAME, d -> {
            if (!proof.whole()) d.raise(new LedgerBroken(proof.firstFault()));
            return next(d);
        });
        // the alarm comes first, whatever else the night brings
        readings.forget(tenant);
        return next;
    }
}
