package io.mtandao.tenant.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.tenant.TenantSetup;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the other bundles give a new ISP. */
@Component(service = SetupSteps.class)
public final class SetupSteps {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<TenantSetup> steps = List.of();

    public SetupSteps() {}

    public SetupSteps(List<TenantSetup> steps) {
        this.steps = steps;
    }

    void run(Caller system, TenantSettings settings) {
        for (TenantSetup step : steps) step.setUp(system, settings);
    }
}
