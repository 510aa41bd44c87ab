package io.mtandao.rest.internal;

import io.mtandao.api.billing.CutOffs;
import io.mtandao.api.billing.ShadowBilling;
import io.mtandao.rest.internal.v1.CutOffsResource;
import io.mtandao.rest.internal.v1.ShadowBillingResource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is going to happen, and what would have happened. */
@Component(service = ForesightArea.class)
public final class ForesightArea implements Area {
    private final List<Object> resources;

    @Activate
    public ForesightArea(@Reference CutOffs cutOffs, @Reference ShadowBilling shadow) {
        resources = List.of(new CutOffsResource(cutOffs), new ShadowBillingResource(shadow));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
