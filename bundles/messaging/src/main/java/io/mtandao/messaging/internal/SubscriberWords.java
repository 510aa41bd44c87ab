package io.mtandao.messaging.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.tenant.TenantSettings;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What can be said of a subscriber in a message. */
@Component(service = SubscriberWords.class)
public final class SubscriberWords {
    private final Subscribers subscribers;
    private final Subscriptions subscriptions;

    @Activate
    public SubscriberWords(@Reference Subscribers subscribers, @Reference Subscriptions subscriptions) {
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
    }

    Subscriber subscriber(TenantId tenant, long id) {
        return subscribers.get(Caller.system(tenant, "messaging"), id);
    }

    /** @param subscriptionId null for the one that lasts longest */
    Map<String, String> of(TenantId tenant, Subscriber s, Long subscriptionId, TenantSettings settings) {
        Map<String, String> w = new HashMap<>();
        w.put("name", s.name());
        w.put("account", s.accountNumber());
        w.put("isp", settings.name());
        w.put("support", settings.supportPhone() == null ? "" : settings.supportPhone());
        Subscription sub = subscription(tenant, s.id(), subscriptionId);
        if (sub != null) {
            w.put("package", sub.packageName());
            w.put("price", sub.price().toString());
            w.put("expires", when(sub.expiresAt(), settings));
        }
        return w;
    }

    private Subscription subscription(TenantId tenant, long subscriber, Long id) {
        Caller system = Caller.system(tenant, "messaging");
        if (id != null) return subscriptions.get(system, id);
        return subscriptions.list(system, ListQuery.where("subscriberId", Long.toString(subscriber))).items().stream()
            .max(Comparator.comparing(x -> x.expiresAt() == null ? Instant.EPOCH : x.expiresAt())).orElse(null);
    }

    private static String when(Instant at, TenantSettings settings) {
        return format("d MMM yyyy HH:mm", at, settings);
    }

    String day(Instant at, TenantSettings settings) {
        return format("d MMM yyyy", at, settings);
    }

    private static String format(String pattern, Instant at, TenantSettings settings) {
        return at == null ? "-" : DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(settings.language())).format(at.atZone(settings.zone()));
    }
}
