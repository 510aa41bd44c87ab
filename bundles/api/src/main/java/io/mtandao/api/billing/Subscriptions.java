package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Subscriptions. Search covers PPPoE user and subscriber; filters: {@code subscriberId}, {@code packageId}, {@code routerId}, {@code state},
 * {@code charging}, {@code expiresBefore}; sorts: expiresAt, createdAt.
 */
public interface Subscriptions {
    Page<Subscription> list(Caller caller, ListQuery query);

    long count(Caller caller, ListQuery query);

    /** How many stand on a router, whether or not it has ever been told of them: all but the cancelled. */
    long standingOn(Caller caller, long routerId);

    Subscription get(Caller caller, long id);

    Subscription create(Caller caller, Draft draft);

    /**
     * A package that differs is changed for the period to come without proration; {@link #changePackage} settles the running one. Of a postpaid one that
     * is served what was used is billed, and a new period begins.
     */
    Subscription update(Caller caller, long id, int version, Draft draft);

    /**
     * Switches a pending one on: its trial when there is one, else postpaid from now, else prepaid by buying the first period from the wallet.
     *
     * @throws io.mtandao.api.Conflict when the wallet does not cover the first bill, saying how much is missing
     */
    Subscription activate(Caller caller, long id, String reason);

    /** Cancels: the router forgets it, its bills and payments stay. @param reason may be null */
    void cancel(Caller caller, long id, String reason);

    default void cancel(Caller caller, long id) {
        cancel(caller, id, null);
    }

    Deposit deposit(Caller caller, long id);

    /**
     * Gives the deposit of a cancelled subscription back, or keeps it; exactly once. Needs {@code wallets:adjust}.
     *
     * @throws io.mtandao.api.Conflict when it is not cancelled, when nothing is held or it is settled already, and for GIVE_BACK while a debt is open
     */
    Deposit settleDeposit(Caller caller, long id, Deposit.Settlement how);

    /** Bills the next period and pays it from the wallet. @throws io.mtandao.api.Conflict when the wallet does not cover it, saying how much is missing */
    Subscription renew(Caller caller, long id);

    /**
     * As {@link #create}, for something that was sold in advance: also of a package that is archived by now, and under the edition that was sold.
     *
     * @param edition number of the package's edition; 0 for the one that is sold now
     */
    Subscription createSold(Caller system, Draft draft, int edition);

    /**
     * Buys exactly one period with something that was sold in advance (a voucher): books the source's method account against the wallet and a bill over
     * the value, whatever the price is now, and whether or not the package is sold any more. The same source a second time changes nothing.
     */
    Subscription redeemPeriod(Caller system, long id, InAdvance bought);

    /** A period of the edition that holds, with the package's own device limit. */
    default Subscription redeemPeriod(Caller system, long id, Ledger.Source source, Money value, String memo) {
        return redeemPeriod(system, id, new InAdvance(source, value, memo, 0, 0));
    }

    Subscription suspend(Caller caller, long id, String reason);

    /** Of a suspended or a paused one. A paused one gets the time back that was left. */
    Subscription resume(Caller caller, long id);

    /** Stops service at the subscriber's wish and keeps the time that is left. */
    Subscription pause(Caller caller, long id, String reason);

    /** Gives or takes time by hand; no money moves. @param reason must be given */
    Subscription moveExpiry(Caller caller, long id, Instant expiresAt, String reason);

    ChangeQuote quoteChange(Caller caller, long id, long packageId);

    /** Now, settled by {@link #quoteChange}. @throws io.mtandao.api.Conflict when the wallet does not cover it */
    Subscription changePackage(Caller caller, long id, long packageId, String reason);

    /** @param at null for the next renewal (CHANGE_PACKAGE and CANCEL only) */
    ScheduledChange schedule(Caller caller, long id, ScheduledChange.Kind kind, Instant at, Long packageId, String reason);

    /** Newest first, those that are done among them. */
    List<ScheduledChange> scheduled(Caller caller, long subscriptionId);

    /** @throws io.mtandao.api.Conflict when it waits no more */
    void cancelScheduled(Caller caller, long scheduledId);

    /** Who let it take which step and why, newest first. */
    Page<Step> history(Caller caller, long subscriptionId, ListQuery query);

    /** What the router is to deliver; includes the PPPoE password in clear, so for the router bundle only. Empty when the subscription is cancelled or gone. */
    Optional<ServiceToDeliver> serviceToDeliver(Caller system, long id);

    /**
     * @param pppoePassword null to keep it (on creation: one is made)
     * @param expiresAt null until the first payment
     * @param ipAddress for STATIC_IP: an IPv4 address
     */
    record Draft(long subscriberId, long packageId, Long routerId, String pppoeUser, String pppoePassword, Instant expiresAt, String ipAddress, String macAddress) {
        public Draft(long subscriberId, long packageId, Long routerId, String pppoeUser, String pppoePassword, Instant expiresAt) {
            this(subscriberId, packageId, routerId, pppoeUser, pppoePassword, expiresAt, null, null);
        }
    }

    /**
     * What was sold in advance.
     *
     * @param value what the source is worth, tax included
     * @param edition of the package whose period was sold; 0 for the one that holds
     * @param deviceLimit devices at once while this period lasts; 0 for the package's
     */
    record InAdvance(Ledger.Source source, Money value, String memo, int edition, int deviceLimit) {}

    /** @param from null for the creation @param why may be null */
    record Step(long id, Instant at, SubscriptionState from, SubscriptionState to, String who, String why) {}

    /**
     * @param allowed whether the subscriber is to be let on now
     * @param downKbps what counts now: the package's, or less by fair use or a used-up cap
     * @param burst null for none
     * @param deviceLimit devices at once; 0 for any number. What the running period was bought with (a voucher), else the package's
     * @param personal whether the speed is not that of today's package (less data left, or sold under an earlier edition), so others on the profile must not get it
     * @param hours when it may be used, in {@code zone}; both null for always. {@code allowed} does not count them in
     */
    record ServiceToDeliver(
            long subscriptionId, Long routerId, String user, String password, String profile, int downKbps, int upKbps, boolean allowed, String subscriberName,
            ServiceType service, PackageTerms.Burst burst, int deviceLimit, String ipAddress, String macAddress, boolean personal,
            PackageTerms.Hours hours, ZoneId zone) {
        public ServiceToDeliver(long subscriptionId, Long routerId, String user, String password, String profile, int downKbps, int upKbps, boolean allowed, String subscriberName) {
            this(subscriptionId, routerId, user, password, profile, downKbps, upKbps, allowed, subscriberName, ServiceType.PPPOE, null, 0, null, null, false, null,
                null);
        }
    }
}
