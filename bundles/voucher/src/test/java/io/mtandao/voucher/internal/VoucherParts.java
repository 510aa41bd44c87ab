package io.mtandao.voucher.internal;

import io.mtandao.api.billing.Dependents;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.api.work.JobHandler;
import io.mtandao.persistence.SecretBox;
import io.mtandao.voucher.internal.kit.Isp;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The bundle put together as Declarative Services would, for one ISP of a test. */
public final class VoucherParts {
    private final Isp isp;
    private final Office office;

    public VoucherParts(Isp isp) {
        this.isp = isp;
        office = new Office(isp.db.tx(), isp.settings(), (tenant, event) -> isp.db.tx().afterCommit(() -> isp.events.add(event)), isp.auditLog(), isp.jobs,
            Isp.CLOCK);
    }

    public Vouchers book() {
        return book(isp.db.secrets(), new SecureRandom());
    }

    /** @param random in place of the secure one, to have codes repeat */
    public Vouchers book(SecretBox secrets, RandomGenerator random) {
        Pepper pepper = new Pepper(isp.db.tx(), isp.db.secrets());
        VoucherViews views = new VoucherViews(isp.db.secrets());
        Till till = new Till(new Customers(isp.subscribers(), isp.db.series()), isp.ledger(), isp.subscriptions(), views);
        return new VoucherBook(new BatchDesk(office, pepper, new CodeMint(isp.db.tx(), random), secrets, isp.packages(), isp.taxes(), views), new Withdrawals(office, views),
            new VoucherLists(office, pepper, views), new Redemption(office, pepper, new TryGate(office, pepper), till), new PrintDesk(office, views));
    }

    public Dependents dependents() {
        return new NamedByVouchers(office);
    }

    public JobHandler sweep() {
        return new ShelfSweep(office);
    }

    public ShelfNights nights() {
        return new ShelfNights(office);
    }
}
