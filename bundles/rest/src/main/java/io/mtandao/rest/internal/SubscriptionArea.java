package io.mtandao.rest.internal;

import io.mtandao.api.billing.Extras;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Usage;
import io.mtandao.api.router.Routers;
import io.mtandao.rest.internal.v1.DepositsResource;
import io.mtandao.rest.internal.v1.ExtrasResource;
import io.mtandao.rest.internal.v1.SubscriptionChangesResource;
import io.mtandao.rest.internal.v1.SubscriptionStepsResource;
import io.mtandao.rest.internal.v1.SubscriptionsResource;
import io.mtandao.rest.internal.v1.UsageResource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who has what, and how it stands. */
@Component(service = SubscriptionArea.class)
public final class SubscriptionArea implements Area {
    private final List<Object> resources;

    @Activate
    public SubscriptionArea(@Reference Subscriptions subscriptions, @Reference Routers routers, @Reference Extras extras, @Reference Usage usage) {
        resources = List.of(new SubscriptionsResource(subscriptions, routers), new SubscriptionStepsResource(subscriptions),
            new SubscriptionChangesResource(subscriptions), new DepositsResource(subscriptions), new ExtrasResource(extras), new UsageResource(usage));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
