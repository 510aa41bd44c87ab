package io.mtandao.api.billing;

import io.mtandao.api.Money;
import java.time.Instant;

/**
 * A subscriber's use of a package through a router. The PPPoE password is write-only.
 *
 * @param price what its next period costs before items, discounts and tax: its own price, or its edition's
 */
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
        Instant createdAt,
        Details details) {
    public Subscription(long id, int version, long subscriberId, String subscriberName, String accountNumber, long packageId, String packageName, Money price,
            Long routerId, String pppoeUser, SubscriptionState state, Instant expiresAt, Instant createdAt) {
        this(id, version, subscriberId, subscriberName, accountNumber, packageId, packageName, price, routerId, pppoeUser, state, expiresAt, createdAt, Details.PLAIN);
    }

    /**
     * @param edition of the package that it stands under
     * @param ipAddress of STATIC_IP; else null
     * @param macAddress of STATIC_IP or HOTSPOT, may be null
     * @param reason of the state, as staff or dunning gave it; null when there is none
     * @param graceUntil in GRACE: when it will be cut
     * @param pausedAt in PAUSED: since when
     * @param payerId the subscriber whose wallet pays
     * @param dataUsedUp whether the data of the period is used up and it is cut or throttled for that
     */
    public record Details(
            ServiceType service, Charging charging, int edition, boolean ownPrice, String ipAddress, String macAddress, String reason, Instant graceUntil, Instant pausedAt,
            Long payerId, boolean dataUsedUp) {
        public static final Details PLAIN = new Details(ServiceType.PPPOE, Charging.PREPAID, 1, false, null, null, null, null, null, null, false);
    }
}
