package io.mtandao.rest.internal;

import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.router.Routers;
import io.mtandao.rest.internal.v1.SubscriptionsResource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who has what, and how it stands. */
@Component(service = SubscriptionArea.class)
public final class SubscriptionArea implements Area {
    private final List<Object> resources;

    @Activate
    public SubscriptionArea(@Reference Subscriptions subscriptions, @Reference Routers routers) {
        resources = List.of(new SubscriptionsResource(subscriptions, routers));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
