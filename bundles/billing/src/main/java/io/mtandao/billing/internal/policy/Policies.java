package io.mtandao.billing.internal.policy;

import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.BillingPolicy.Fuse;
import io.mtandao.api.billing.BillingPolicy.Numbering;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.PolicyRow;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** How the ISP bills, for the rest of billing. */
@Component(service = Policies.class)
public final class Policies {
    /** What holds while the ISP has changed nothing. */
    public static final BillingPolicy STANDARD = new BillingPolicy(0, RenewalPolicy.STANDARD, 7,
        List.of(new DunningStep(-3, DunningStep.Action.REMIND), new DunningStep(1, DunningStep.Action.REMIND), new DunningStep(7, DunningStep.Action.SUSPEND)), null, null,
        Fuse.STANDARD, Numbering.STANDARD);

    public BillingPolicy of(Desk d) {
        PolicyRow row = row(d);
        return row == null ? STANDARD : row.view(d.currency());
    }

    /** For those who write numbers and need nothing else of it. */
    public static Numbering numbering(Desk d) {
        PolicyRow row = row(d);
        return row == null ? Numbering.STANDARD : row.view(d.currency()).numbering();
    }

    static PolicyRow row(Desk d) {
        return d.em().createQuery("select p from PolicyRow p", PolicyRow.class).getResultList().stream().findFirst().orElse(null);
    }
}
