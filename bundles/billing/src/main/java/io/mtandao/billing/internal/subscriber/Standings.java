package io.mtandao.billing.internal.subscriber;

import io.mtandao.api.billing.Subscriber.Standing;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.StandingRule;
import io.mtandao.billing.internal.rules.StandingRule.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the subscribers of a page stand, by one query. */
final class Standings {
    private Standings() {}

    /** By subscriber; those without a service are not in it. */
    static Map<Long, Standing> of(Desk d, List<Long> subscriberIds) {
        Map<Long, List<Service>> services = d.ofIds(SubscriptionRow.class, "subscriberId", subscriberIds, "e.state <> ?3", SubscriptionState.CANCELLED).stream()
            .collect(Collectors.groupingBy(SubscriptionRow::getSubscriberId,
                Collectors.mapping(s -> new Service(s.getState(), s.getExpiresAt()), Collectors.toList())));
        Map<Long, Standing> standings = new HashMap<>();
        services.forEach((subscriber, all) -> standings.put(subscriber, StandingRule.of(all)));
        return standings;
    }
}
