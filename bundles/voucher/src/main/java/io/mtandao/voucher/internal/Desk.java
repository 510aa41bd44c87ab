package io.mtandao.voucher.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.NotFound;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.work.DomainEvent;
import io.mtandao.voucher.internal.entity.BatchRow;
import io.mtandao.voucher.internal.entity.VoucherRow;
import io.mtandao.voucher.internal.rule.ShelfLife;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;

/** One unit of work with vouchers: for whom, by whom, when, and where it leaves word of what it did. */
final class Desk {
    private final Office office;
    private final EntityManager em;
    private final Caller caller;
    private final Instant now;
    private TenantSettings isp;

    Desk(Office office, EntityManager em, Caller caller) {
        this.office = office;
        this.em = em;
        this.caller = caller;
        // as the database will tell it
        this.now = office.clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    EntityManager em() {
        return em;
    }

    Caller caller() {
        return caller;
    }

    TenantId tenant() {
        return caller.tenant();
    }

    /** For other bundles' services, which ask for rights of their own: who may redeem is decided here. */
    Caller system() {
        return Caller.system(tenant(), "voucher");
    }

    Instant now() {
        return now;
    }

    /** Read when first needed, and by the platform itself: what the caller may read does not matter here. */
    TenantSettings isp() {
        if (isp == null) isp = office.settings.get(system());
        return isp;
    }

    ZoneId zone() {
        return isp().zone();
    }

    BatchRow batch(long id) {
        BatchRow found = em.find(BatchRow.class, id);
        if (found == null) throw new NotFound("batch of vouchers");
        return found;
    }

    BatchRow lockBatch(long id) {
        BatchRow found = em.find(BatchRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) throw new NotFound("batch of vouchers");
        return found;
    }

    /** Its batch is read before it is locked: who withdraws the batch holds that and waits for vouchers. */
    VoucherRow lockVoucher(long id) {
        VoucherRow found = em.find(VoucherRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) throw new NotFound("voucher");
        return found;
    }

    void audit(String action, String subject, Map<String, ?> before, Map<String, ?> after) {
        office.audit.record(caller, action, subject, before, after);
    }

    void raise(DomainEvent event) {
        office.events.raise(tenant(), event);
    }

    /** Sees to it that the coming night writes which vouchers are over. */
    void sweepTonight() {
        office.jobs.schedule(tenant(), ShelfSweep.NAME, ShelfSweep.KEY, ShelfLife.nextNight(now, zone()), null);
    }
}
