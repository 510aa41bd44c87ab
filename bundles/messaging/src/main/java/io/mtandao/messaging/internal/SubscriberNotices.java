package io.mtandao.messaging.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.tenant.TenantSettings;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes to a subscriber on an occasion, once for each key. */
@Component(service = SubscriberNotices.class)
public final class SubscriberNotices {
    private final Outbox outbox;
    private final SubscriberWords about;

    @Activate
    public SubscriberNotices(@Reference Outbox outbox, @Reference SubscriberWords about) {
        this.outbox = outbox;
        this.about = about;
    }

    /** @param subscriptionId whose package and expiry are told; null for the one that lasts longest @param more words of the occasion */
    void tell(TenantId tenant, Occasion occasion, long subscriberId, Long subscriptionId, Map<String, String> more, String dedupeKey) {
        Subscriber s = about.subscriber(tenant, subscriberId);
        TenantSettings settings = outbox.settings(tenant);
        Map<String, String> words = about.of(tenant, s, subscriptionId, settings);
        words.putAll(more);
        outbox.write(tenant, occasion, new Outbox.Reader(s.id(), s.phone()), words, dedupeKey);
    }
}
