package io.mtandao.voucher.internal.rule;

import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of a subscriber's subscriptions of one package a voucher is for: the one whose time ends first, one that has none before all. */
public final class WhichSubscription {
    private static final Comparator<Subscription> SOONEST =
        Comparator.comparing(Subscription::expiresAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder())).thenComparing(Subscription::id);

    private WhichSubscription() {}

    public static Optional<Subscription> of(List<Subscription> ofThePackage) {
        return ofThePackage.stream().filter(s -> s.state() != SubscriptionState.CANCELLED).min(SOONEST);
    }
}
