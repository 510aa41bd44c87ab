package io.mtandao.ui.subscription;

import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.router.Router;
import io.mtandao.ui.access.Who;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Gathers what a card shows beside the subscription itself. */
final class Surroundings {
    private final SubscriptionServices services;
    private final List<Router> routers;
    private final Who who;

    Surroundings(SubscriptionServices services, List<Router> routers, Who who) {
        this.services = services;
        this.routers = routers;
        this.who = who;
    }

    SubscriptionCard.Around of(Subscription s) {
        String router = routers.stream().filter(r -> Objects.equals(r.id(), s.routerId())).map(Router::name).findFirst().orElse(null);
        if (hasEnded(s)) return new SubscriptionCard.Around(Optional.empty(), router, null, List.of());
        List<ScheduledChange> toCome = services.subscriptions().scheduled(who.caller(), s.id()).stream().filter(c -> c.state() == ScheduledChange.State.WAITING).toList();
        return new SubscriptionCard.Around(services.routers().state(who.caller(), s.id()), router, services.usage().of(who.caller(), s.id()), toCome);
    }

    static boolean hasEnded(Subscription s) {
        return s.state() == SubscriptionState.CANCELLED;
    }
}
