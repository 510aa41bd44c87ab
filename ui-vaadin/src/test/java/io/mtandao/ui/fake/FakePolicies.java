package io.mtandao.ui.fake;

import static io.mtandao.ui.fake.FakeTenant.kes;

import io.mtandao.api.Caller;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.BillingPolicies;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.BillingPolicy.DunningStep.Action;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.RenewalPolicy;
import java.util.List;

/** How the ISP bills, in memory. */
public final class FakePolicies implements BillingPolicies {
    public BillingPolicy now = new BillingPolicy(1, RenewalPolicy.STANDARD, 14, List.of(), null, null, BillingPolicy.Fuse.STANDARD, BillingPolicy.Numbering.STANDARD);

    public FakePolicies fill() {
        now = new BillingPolicy(3, RenewalPolicy.STANDARD, 14, List.of(new DunningStep(-3, Action.REMIND), new DunningStep(5, Action.LATE_FEE), new DunningStep(10, Action.SUSPEND)),
            Reduction.of(kes(200)), kes(50_000), BillingPolicy.Fuse.STANDARD, BillingPolicy.Numbering.STANDARD);
        return this;
    }

    @Override
    public BillingPolicy get(Caller caller) {
        return now;
    }

    @Override
    public BillingPolicy update(Caller caller, BillingPolicy c) {
        if (c.version() != now.version()) throw new Stale("billing policy");
        now = new BillingPolicy(c.version() + 1, c.renewal(), c.dueDays(), c.dunning(), c.lateFee(), c.ceiling(), c.fuse(), c.numbering());
        return now;
    }
}
