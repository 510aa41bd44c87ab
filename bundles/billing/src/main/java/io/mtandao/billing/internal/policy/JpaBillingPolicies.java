package io.mtandao.billing.internal.policy;

import io.mtandao.api.Caller;
import io.mtandao.api.Permission;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.BillingPolicies;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.entity.PolicyRow;
import io.mtandao.billing.internal.rules.PolicyCheck;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaBillingPolicies implements BillingPolicies {
    private final BillingDesk desk;
    private final Policies policies;

    @Activate
    public JpaBillingPolicies(@Reference BillingDesk desk, @Reference Policies policies) {
        this.desk = desk;
        this.policies = policies;
    }

    @Override
    public BillingPolicy get(Caller caller) {
        caller.require(Permission.SETTINGS_READ);
        return desk.open(caller, policies::of);
    }

    @Override
    public BillingPolicy update(Caller caller, BillingPolicy changed) {
        caller.require(Permission.SETTINGS_WRITE);
        return desk.open(caller, d -> {
            PolicyCheck.check(changed, d.currency());
            PolicyRow row = Policies.row(d);
            BillingPolicy before = policies.of(d);
            if (changed.version() != before.version()) throw new Stale("billing policy");
            if (row == null) {
                row = new PolicyRow(changed);
                d.em().persist(row);
            } else row.set(changed);
            // versions are known once written
            d.em().flush();
            BillingPolicy after = row.view(d.currency());
            d.audit("billing-policy.update", "billing-policy", row.getId(), told(before), told(after));
            return after;
        });
    }

    private static Map<String, Object> told(BillingPolicy p) {
        return Map.of("renewal", p.renewal().toString(), "dueDays", p.dueDays(), "dunning", p.dunning().toString(), "lateFee", String.valueOf(p.lateFee()), "ceiling",
            String.valueOf(p.ceiling()), "fuse", p.fuse().toString(), "numbering", p.numbering().toString());
    }
}
