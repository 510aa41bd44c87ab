package io.mtandao.router.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.SubscriptionActivated;
import io.mtandao.api.work.EventHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whoever paid is let on. */
@Component(service = EventHandler.class)
public final class OnSubscriptionActivated implements EventHandler<SubscriptionActivated> {
    private final DesiredState desired;

    @Activate
    public OnSubscriptionActivated(@Reference DesiredState desired) {
        this.desired = desired;
    }

    @Override
    public Class<SubscriptionActivated> type() {
        return SubscriptionActivated.class;
    }

    @Override
    public String name() {
        return "router.subscription-activated";
    }

    @Override
    public void on(TenantId tenant, SubscriptionActivated event) {
        desired.refresh(tenant, event.subscriptionId(), null, null);
    }
}
