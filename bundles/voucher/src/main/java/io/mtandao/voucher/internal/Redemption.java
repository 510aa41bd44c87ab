package io.mtandao.voucher.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.Problem;
import io.mtandao.api.voucher.Voucher.State;
import io.mtandao.api.voucher.Vouchers.Redeemed;
import io.mtandao.voucher.internal.Customers.Whom;
import io.mtandao.voucher.internal.TryGate.Attempt;
import io.mtandao.voucher.internal.entity.BatchRow;
import io.mtandao.voucher.internal.entity.VoucherRow;
import io.mtandao.voucher.internal.rule.Phones;
import io.mtandao.voucher.internal.rule.Place;
import io.mtandao.voucher.internal.rule.VoucherLife;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Redeems a code, exactly once: the voucher is locked, changes its state and brings its money in one unit of work, so the second of two who type it waits
 * and finds it used. An unknown code and another ISP's are the same here, since only the ISP's own are looked at.
 */
@Component(service = Redemption.class)
public final class Redemption {
    private final Office office;
    private final Pepper pepper;
    private final TryGate gate;
    private final Till till;

    @Activate
    public Redemption(@Reference Office office, @Reference Pepper pepper, @Reference TryGate gate, @Reference Till till) {
        this.office = office;
        this.pepper = pepper;
        this.gate = gate;
        this.till = till;
    }

    /** @param refusal of a code that is wrong, in a unit that changed nothing; else null */
    private record Answer(Redeemed redeemed, Problem refusal) {}

    Redeemed redeem(Caller caller, String code, Long subscriberId, String phone, String tryingFrom) {
        String place = Place.of(caller, tryingFrom);
        Whom whom = office.open(caller, d -> new Whom(subscriberId, Phones.e164(phone, d.isp().country())));
        if (subscriberId == null && whom.phone() == null) throw Invalid.field("phone", "must be given, or a subscriber");
        String hash = pepper.hash().of(code);
        Attempt attempt = gate.admit(caller, place, subscriberId);
        Answer answer;
        try {
            answer = Again.afterARace(() -> office.open(caller, d -> answer(d, hash, whom, attempt)));
        } catch (RuntimeException e) {
            uncount(attempt, e);
            throw e;
        }
        if (answer.refusal != null) throw answer.refusal;
        return answer.redeemed;
    }

    private Answer answer(Desk d, String hash, Whom whom, Attempt attempt) {
        List<Object[]> found = d.em().createQuery("select v.id, v.batchId from VoucherRow v where v.codeHash = ?1", Object[].class).setParameter(1, hash)
            .getResultList();
        if (found.isEmpty()) return new Answer(null, new NotFound("voucher"));
        BatchRow batch = d.batch((Long) found.get(0)[1]);
        VoucherRow voucher = d.lockVoucher((Long) found.get(0)[0]);
        State state = VoucherLife.at(voucher.getState(), voucher.getSellBy(), d.now());
        if (state != State.UNUSED) return new Answer(null, VoucherLife.refusal(state));
        Redeemed redeemed = till.turn(d, voucher, batch, whom);
        gate.succeeded(d, attempt);
        return new Answer(redeemed, null);
    }

    /** What went wrong was not the code. */
    private void uncount(Attempt attempt, RuntimeException cause) {
        try {
            gate.takeBack(attempt);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
