package io.mtandao.router.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.api.work.EventHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A new password, speed, user name or router reaches the routers concerned. */
@Component(service = EventHandler.class)
public final class OnSubscriptionChanged implements EventHandler<SubscriptionChanged> {
    private final DesiredState desired;

    @Activate
    public OnSubscriptionChanged(@Reference DesiredState desired) {
        this.desired = desired;
    }

    @Override
    public Class<SubscriptionChanged> type() {
        return SubscriptionChanged.class;
    }

    @Override
    public String name() {
        return "router.subscription-changed";
    }

    @Override
    public void on(TenantId tenant, SubscriptionChanged event) {
        desired.refresh(tenant, event.subscriptionId(), event.formerRouterId(), event.formerUser());
    }
}
