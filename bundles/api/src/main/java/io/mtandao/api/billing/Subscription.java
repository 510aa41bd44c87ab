package io.mtandao.api.billing;

import io.mtandao.api.Money;
import java.time.Instant;

/** A subscriber's use of a package through a router. The PPPoE password is write-only. */
public record Subscription(
        long id,
        int version,
        long subscriberId,
        String subscriberName,
        String accountNumber,
        long packageId,
        String packageName,
        Money price,
        Long routerId,
        String pppoeUser,
        SubscriptionState state,
        Instant expiresAt,
        Instant createdAt) {}
