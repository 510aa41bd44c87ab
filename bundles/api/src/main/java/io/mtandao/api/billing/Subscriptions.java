package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import java.time.Instant;
import java.util.Optional;

/** Subscriptions. Search covers PPPoE user and subscriber; filters: {@code subscriberId}, {@code packageId}, {@code routerId}, {@code state}, {@code expiresBefore}; sorts: expiresAt, createdAt. */
public interface Subscriptions {
    Page<Subscription> list(Caller caller, ListQuery query);

    long count(Caller caller, ListQuery query);

    Subscription get(Caller caller, long id);

    Subscription create(Caller caller, Draft draft);

    Subscription update(Caller caller, long id, int version, Draft draft);

    /** Cancels: the router forgets it, its bills and payments stay. */
    void cancel(Caller caller, long id);

    /** Bills the next period and pays it from the wallet. @throws io.mtandao.api.Conflict when the wallet does not cover it, saying how much is missing */
    Subscription renew(Caller caller, long id);

    Subscription suspend(Caller caller, long id, String reason);

    Subscription resume(Caller caller, long id);

    /** What the router is to deliver; includes the PPPoE password in clear, so for the router bundle only. Empty when the subscription is cancelled or gone. */
    Optional<ServiceToDeliver> serviceToDeliver(Caller system, long id);

    /** @param pppoePassword null to keep it (on creation: one is made) @param expiresAt null until the first payment */
    record Draft(long subscriberId, long packageId, Long routerId, String pppoeUser, String pppoePassword, Instant expiresAt) {}

    /** @param allowed whether the subscriber is to be let on now */
    record ServiceToDeliver(
            long subscriptionId, Long routerId, String user, String password, String profile, int downKbps, int upKbps, boolean allowed, String subscriberName) {}
}
