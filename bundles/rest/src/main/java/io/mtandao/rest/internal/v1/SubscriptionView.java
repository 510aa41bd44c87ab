package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import io.mtandao.rest.internal.edge.Versioned;
import java.time.Instant;

/** A subscription as it stands. */
public record SubscriptionView(
        long id,
        int version,
        long subscriberId,
        @Field(eg = "Grace Muthoni") String subscriberName,
        @Field(eg = "MT-1000") String accountNumber,
        long packageId,
        @Field(eg = "Home 10M") String packageName,
        @Field(needed = true, help = "of its next period, before items, discounts and tax") Amount price,
        Long routerId,
        @Field(eg = "gracemuthoni0") String pppoeUser,
        @Field(needed = true) SubscriptionState state,
        Instant expiresAt,
        @Field(needed = true) Instant createdAt,
        @Field(needed = true) SubscriptionDetails details) implements Identified, Versioned {
    static SubscriptionView of(Subscription s) {
        return new SubscriptionView(s.id(), s.version(), s.subscriberId(), s.subscriberName(), s.accountNumber(), s.packageId(), s.packageName(),
            Amount.of(s.price()), s.routerId(), s.pppoeUser(), s.state(), s.expiresAt(), s.createdAt(), SubscriptionDetails.of(s.details()));
    }

    public record SubscriptionDetails(
            @Field(needed = true) ServiceType service,
            @Field(needed = true) Charging charging,
            @Field(eg = "2", help = "of the package, under which it stands") int edition,
            @Field(help = "whether it has its own price") boolean ownPrice,
            @Field(eg = "102.68.10.7", help = "of a fixed address") String ipAddress,
            @Field(eg = "AA:BB:CC:00:11:22") String macAddress,
            @Field(eg = "abuse", help = "of the state, as staff or dunning gave it") String reason,
            @Field(help = "in grace: when it will be cut") Instant graceUntil,
            @Field(help = "paused: since when") Instant pausedAt,
            @Field(help = "the subscriber whose wallet pays") Long payerId,
            @Field(help = "whether it is cut or throttled because the data of its period is used up") boolean dataUsedUp) {
        static SubscriptionDetails of(Subscription.Details d) {
            return new SubscriptionDetails(d.service(), d.charging(), d.edition(), d.ownPrice(), d.ipAddress(), d.macAddress(), d.reason(), d.graceUntil(),
                d.pausedAt(), d.payerId(), d.dataUsedUp());
        }
    }
}
