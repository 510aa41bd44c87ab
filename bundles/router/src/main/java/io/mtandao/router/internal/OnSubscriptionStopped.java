package io.mtandao.router.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.SubscriptionStopped;
import io.mtandao.api.work.EventHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whoever expired, was suspended or cancelled is cut. */
@Component(service = EventHandler.class)
public final class OnSubscriptionStopped implements EventHandler<SubscriptionStopped> {
    private final DesiredState desired;

    @Activate
    public OnSubscriptionStopped(@Reference DesiredState desired) {
        this.desired = desired;
    }

    @Override
    public Class<SubscriptionStopped> type() {
        return SubscriptionStopped.class;
    }

    @Override
    public String name() {
        return "router.subscription-stopped";
    }

    @Override
    public void on(TenantId tenant, SubscriptionStopped event) {
        desired.refresh(tenant, event.subscriptionId(), null, null);
    }
}
