package io.mtandao.messaging.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.SubscriptionAboutToExpire;
import io.mtandao.api.work.EventHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns before a subscription ends, once for each expiry. */
@Component(service = EventHandler.class)
public final class OnAboutToExpire implements EventHandler<SubscriptionAboutToExpire> {
    private final Outbox outbox;
    private final SubscriberWords about;

    @Activate
    public OnAboutToExpire(@Reference Outbox outbox, @Reference SubscriberWords about) {
        this.outbox = outbox;
        this.about = about;
    }

    @Override
    public Class<SubscriptionAboutToExpire> type() {
        return SubscriptionAboutToExpire.class;
    }

    @Override
    public String name() {
        return "messaging.about-to-expire";
    }

    @Override
    public void on(TenantId tenant, SubscriptionAboutToExpire e) {
        Subscriber s = about.subscriber(tenant, e.subscriberId());
        outbox.write(tenant, Occasion.ABOUT_TO_EXPIRE, new Outbox.Reader(s.id(), s.phone()), about.of(tenant, s, e.subscriptionId(), outbox.settings(tenant)),
            "about-to-expire/" + e.subscriptionId() + "/" + e.expiresAt().getEpochSecond());
    }
}
