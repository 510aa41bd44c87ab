package io.mtandao.voucher.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.Voucher.State;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.voucher.internal.entity.BatchRow;
import io.mtandao.voucher.internal.entity.VoucherRow;
import io.mtandao.voucher.internal.rule.ShelfLife;
import io.mtandao.voucher.internal.rule.VoucherLife;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes unused vouchers worth nothing. Against a redemption at the same time the row decides: the later of the two finds it changed. */
@Component(service = Withdrawals.class)
public final class Withdrawals {
    private final Office office;
    private final VoucherViews views;

    @Activate
    public Withdrawals(@Reference Office office, @Reference VoucherViews views) {
        this.office = office;
        this.views = views;
    }

    VoucherBatch batch(Caller caller, long id, String reason) {
        check(reason);
        return office.open(caller, d -> {
            BatchRow batch = d.lockBatch(id);
            if (batch.isWithdrawn()) throw new Conflict("this batch was withdrawn already");
            batch.withdraw();
            int codes = ShelfLife.isOver(batch.getSellBy(), d.now()) ? 0 : leaveUnused(d, id, State.WITHDRAWN);
            d.audit("voucher.withdraw", BatchDesk.subject(batch.getId()), null, Map.of("reason", reason.strip(), "codes", codes));
            return views.batch(d, batch);
        });
    }

    /** All of a batch that are unused, in one statement; each keeps what it became if somebody was faster. */
    static int leaveUnused(Desk d, long batchId, State next) {
        return d.em().createQuery("update VoucherRow v set v.state = ?1, v.version = v.version + 1, v.updatedAt = ?2 where v.batchId = ?3 and v.state = ?4")
            .setParameter(1, next).setParameter(2, d.now()).setParameter(3, batchId).setParameter(4, State.UNUSED).executeUpdate();
    }

    Voucher one(Caller caller, long id, String reason) {
        check(reason);
        return office.open(caller, d -> {
            BatchRow batch = d.batch(batchOf(d, id));
            VoucherRow voucher = d.lockVoucher(id);
            State state = VoucherLife.at(voucher.getState(), voucher.getSellBy(), d.now());
            if (state != State.UNUSED) throw VoucherLife.refusal(state);
            voucher.withdraw();
            d.audit("voucher.withdraw", "voucher/" + id, null, Map.of("reason", reason.strip(), "batch", batch.getName()));
            return views.voucher(d, voucher, batch);
        });
    }

    private static long batchOf(Desk d, long id) {
        return d.em().createQuery("select v.batchId from VoucherRow v where v.id = ?1", Long.class).setParameter(1, id).getResultStream().findFirst()
            .orElseThrow(() -> new NotFound("voucher"));
    }

    private static void check(String reason) {
        new Invalid.Check().notBlank(reason, "reason", 300).orThrow();
    }
}
