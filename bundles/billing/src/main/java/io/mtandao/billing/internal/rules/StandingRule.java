package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.Subscriber.Standing;
import io.mtandao.api.billing.SubscriptionState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What is shown of a subscriber who has several services: the one that matters most. */
public final class StandingRule {
    private static final Comparator<Service> MATTERS = Comparator.comparingInt((Service s) -> rank(s.state()))
        .thenComparing(Service::expiresAt, Comparator.nullsLast(Comparator.naturalOrder()));

    private StandingRule() {}

    /** One subscription. @param expiresAt null for none */
    public record Service(SubscriptionState state, Instant expiresAt) {}

    /** Null when there is none but cancelled ones. */
    public static Standing of(List<Service> all) {
        List<Service> counted = all.stream().filter(s -> s.state() != SubscriptionState.CANCELLED).toList();
        return counted.stream().min(MATTERS).map(s -> new Standing(s.state(), s.expiresAt(), counted.size())).orElse(null);
    }

    private static int rank(SubscriptionState s) {
        return switch (s) {
            case ACTIVE, GRACE, TRIAL -> 0;
            case SUSPENDED, PAUSED -> 1;
            case PENDING, EXPIRED -> 2;
            case CANCELLED -> 3;
        };
    }
}
