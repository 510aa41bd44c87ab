package io.mtandao.billing.internal.subscription;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.ChangeQuote;
import io.mtandao.api.billing.Deposit;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.billing.internal.bill.Deposits;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.StepRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.persistence.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaSubscriptions implements Subscriptions {
    private static final Listing<StepRow> STEPS = Listing.of(StepRow.class).filter("subscriptionId", (text, where) -> where.and("e.subscriptionId = ?", Long.valueOf(text)));
    private final BillingDesk desk;
    private final SubscriptionEditor editor;
    private final SubscriptionSteps steps;
    private final PackageChange changes;
    private final Schedule schedule;
    private final Purchases purchases;
    private final Delivery delivery;
    private final Deposits deposits;

    @Activate
    public JpaSubscriptions(@Reference BillingDesk desk, @Reference SubscriptionEditor editor, @Reference SubscriptionSteps steps, @Reference PackageChange changes,
            @Reference Schedule schedule, @Reference Purchases purchases, @Reference Delivery delivery, @Reference Deposits deposits) {
        this.desk = desk;
        this.editor = editor;
        this.steps = steps;
        this.changes = changes;
        this.schedule = schedule;
        this.purchases = purchases;
        this.delivery = delivery;
        this.deposits = deposits;
    }

    @Override
    public Page<Subscription> list(Caller caller, ListQuery query) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return desk.open(caller, d -> {
            Page<SubscriptionRow> rows = SubscriptionViews.LISTING.page(d.em(), query, s -> s);
            return new Page<>(SubscriptionViews.all(d, rows.items()), rows.next());
        });
    }

    @Override
    public long count(Caller caller, ListQuery query) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return desk.open(caller, d -> SubscriptionViews.LISTING.count(d.em(), query));
    }

    @Override
    public long standingOn(Caller caller, long routerId) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return desk.open(caller, d -> d.em().createQuery("select count(s) from SubscriptionRow s where s.routerId = ?1 and s.state <> ?2", Long.class)
            .setParameter(1, routerId).setParameter(2, SubscriptionState.CANCELLED).getSingleResult());
    }

    @Override
    public Subscription get(Caller caller, long id) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return desk.open(caller, d -> SubscriptionViews.one(d, d.find(SubscriptionRow.class, id, "subscription")));
    }

    private interface Change {
        SubscriptionRow on(Desk d);
    }

    private Subscription changed(Caller caller, Change change) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        return desk.open(caller, d -> SubscriptionViews.one(d, change.on(d)));
    }

    @Override
    public Subscription create(Caller caller, Draft draft) {
        return changed(caller, d -> editor.create(d, draft));
    }

    @Override
    public Subscription createSold(Caller system, Draft draft, int edition) {
        if (system.kind() != Caller.Kind.SYSTEM) throw new Forbidden("what is archived is only given to those who have bought it already");
        return changed(system, d -> editor.createSold(d, draft, edition));
    }

    @Override
    public Subscription update(Caller caller, long id, int version, Draft draft) {
        return changed(caller, d -> editor.update(d, id, version, draft));
    }

    @Override
    public Subscription activate(Caller caller, long id, String reason) {
        return changed(caller, d -> steps.activate(d, id, reason));
    }

    @Override
    public void cancel(Caller caller, long id, String reason) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        desk.run(caller, d -> steps.cancel(d, id, reason));
    }

    @Override
    public Subscription suspend(Caller caller, long id, String reason) {
        return changed(caller, d -> steps.suspend(d, id, reason));
    }

    @Override
    public Subscription resume(Caller caller, long id) {
        return changed(caller, d -> steps.resume(d, id));
    }

    @Override
    public Subscription pause(Caller caller, long id, String reason) {
        return changed(caller, d -> steps.pause(d, id, reason));
    }

    @Override
    public Subscription moveExpiry(Caller caller, long id, Instant expiresAt, String reason) {
        return changed(caller, d -> steps.moveExpiry(d, id, expiresAt, reason));
    }

    @Override
    public Subscription renew(Caller caller, long id) {
        return changed(caller, d -> purchases.renew(d, id));
    }

    @Override
    public Subscription redeemPeriod(Caller system, long id, InAdvance bought) {
        return changed(system, d -> purchases.redeemPeriod(d, id, bought));
    }

    @Override
    public Deposit deposit(Caller caller, long id) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return desk.open(caller, d -> deposits.of(d, id));
    }

    @Override
    public Deposit settleDeposit(Caller caller, long id, Deposit.Settlement how) {
        caller.require(Permission.WALLETS_ADJUST);
        return desk.open(caller, d -> deposits.settle(d, id, how));
    }

    @Override
    public ChangeQuote quoteChange(Caller caller, long id, long packageId) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return desk.open(caller, d -> changes.quote(d, id, packageId));
    }

    @Override
    public Subscription changePackage(Caller caller, long id, long packageId, String reason) {
        return changed(caller, d -> changes.now(d, id, packageId, reason));
    }

    @Override
    public ScheduledChange schedule(Caller caller, long id, ScheduledChange.Kind kind, Instant at, Long packageId, String reason) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        return desk.open(caller, d -> schedule.add(d, id, kind, at, packageId, reason));
    }

    @Override
    public List<ScheduledChange> scheduled(Caller caller, long subscriptionId) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return desk.open(caller, d -> schedule.of(d, subscriptionId));
    }

    @Override
    public void cancelScheduled(Caller caller, long scheduledId) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        desk.run(caller, d -> schedule.cancel(d, scheduledId));
    }

    @Override
    public Page<Step> history(Caller caller, long subscriptionId, ListQuery query) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return desk.open(caller, d -> {
            d.find(SubscriptionRow.class, subscriptionId, "subscription");
            return STEPS.page(d.em(), new ListQuery(null, Map.of("subscriptionId", String.valueOf(subscriptionId)), "-id", query.limit(), query.cursor()), StepRow::view);
        });
    }

    @Override
    public Optional<ServiceToDeliver> serviceToDeliver(Caller system, long id) {
        if (system.kind() != Caller.Kind.SYSTEM) throw new Forbidden("the PPPoE password leaves for the router only");
        return desk.open(system, d -> delivery.of(d, id));
    }
}
