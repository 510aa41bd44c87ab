package io.mtandao.tenant.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.Unavailable;
import io.mtandao.api.billing.Ledger;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether an ISP's ledger has entries, in which case its currency stands. */
@Component(service = MoneyBooked.class)
public final class MoneyBooked {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile ComponentServiceObjects<Ledger> ledger;

    /** @throws Unavailable while billing is away: not knowing must not mean "no" */
    public boolean in(TenantId tenant) {
        return Away.use(ledger, l -> !l.trialBalance(Caller.system(tenant, "tenant.currency"), null).accounts().isEmpty())
                .orElseThrow(() -> new Unavailable("billing is away, so the currency cannot be changed now"));
    }
}
