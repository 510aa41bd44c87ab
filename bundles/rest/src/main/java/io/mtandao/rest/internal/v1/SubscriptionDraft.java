package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.Subscriptions;
import io.mtandao.rest.internal.edge.Field;
import java.time.Instant;

/** A subscription as somebody writes it. */
public record SubscriptionDraft(
        @Field(needed = true) Long subscriberId,
        @Field(needed = true) Long packageId,
        @Field(help = "null while no router is known") Long routerId,
        @Field(eg = "gracemuthoni0", help = "of PPPoE") String pppoeUser,
        @Field(eg = "pw522089", help = "write-only; null to keep it, or to have one made") String pppoePassword,
        @Field(help = "null until the first payment") Instant expiresAt,
        @Field(eg = "null", help = "of a fixed address: IPv4, without leading zeros") String ipAddress,
        @Field(eg = "null", help = "of a fixed address or a hotspot") String macAddress) {
    Subscriptions.Draft toDraft() {
        return new Subscriptions.Draft(subscriberId, packageId, routerId, pppoeUser, pppoePassword, expiresAt, ipAddress, macAddress);
    }
}
