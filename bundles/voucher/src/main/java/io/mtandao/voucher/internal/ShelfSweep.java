package io.mtandao.voucher.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.voucher.Voucher.State;
import io.mtandao.api.work.JobHandler;
import io.mtandao.voucher.internal.entity.BatchRow;
import io.mtandao.voucher.internal.rule.ShelfLife;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Each night: writes which vouchers are over, a batch at a time, and forgets the tries that no rule remembers. What is over is so without it; it keeps counts
 * cheap.
 */
@Component
public final class ShelfSweep implements JobHandler {
    static final String NAME = "voucher.sweep";
    static final String KEY = "nightly";
    private final Office office;

    @Activate
    public ShelfSweep(@Reference Office office) {
        this.office = office;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        Caller system = Caller.system(tenant, NAME);
        List<Long> over = office.open(system, d -> d.em().createQuery("select b.id from BatchRow b where b.sellBy <= ?1"
            + " and exists (select v.id from VoucherRow v where v.batchId = b.id and v.state = ?2)", Long.class)
            .setParameter(1, d.now()).setParameter(2, State.UNUSED).getResultList());
        for (long batch : over) office.open(system, d -> close(d, batch));
        return office.open(system, d -> {
            d.em().createQuery("delete from TryRow t where t.forgetAt <= ?1").setParameter(1, d.now()).executeUpdate();
            return ShelfLife.nextNight(d.now(), d.zone());
        });
    }

    private static int close(Desk d, long id) {
        BatchRow batch = d.lockBatch(id);
        int codes = Withdrawals.leaveUnused(d, id, State.OVER);
        if (codes > 0) d.audit("voucher.over", BatchDesk.subject(batch.getId()), null, Map.of("codes", codes));
        return codes;
    }
}
