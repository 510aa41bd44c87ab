package io.mtandao.billing.internal.subscription;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.Unavailable;
import io.mtandao.api.router.Routers;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The way to the router bundle, which itself depends on subscriptions: so the reference is optional and comes and goes. */
@Component(service = RouterLink.class)
public final class RouterLink {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Routers routers;

    /** @throws Unavailable while the router bundle is away */
    public Routers routers() {
        Routers there = routers;
        if (there == null) throw new Unavailable("routers cannot be reached just now; try again in a moment");
        return there;
    }

    /** @throws io.mtandao.api.NotFound when the tenant has no such router */
    public void require(TenantId tenant, Long routerId) {
        if (routerId != null) routers().get(Caller.system(tenant, "billing"), routerId);
    }
}
