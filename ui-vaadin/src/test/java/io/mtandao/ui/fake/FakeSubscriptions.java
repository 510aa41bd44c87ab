package io.mtandao.ui.fake;

import static io.mtandao.ui.fake.FakeTenant.kes;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.ChangeQuote;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscription.Details;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Subscriptions in memory: every step is written down, and what costs something asks the wallet. */
public final class FakeSubscriptions implements Subscriptions {
    public final List<ScheduledChange> scheduled = new ArrayList<>();
    public final List<Step> steps = new ArrayList<>();
    private final FakeBilling billing;

    public FakeSubscriptions(FakeBilling billing) {
        this.billing = billing;
    }

    private boolean fits(ListQuery q, Subscription s) {
        return Lists.is(q, "subscriberId", s.subscriberId()) && Lists.is(q, "state", s.state());
    }

    @Override
    public Page<Subscription> list(Caller caller, ListQuery q) {
        return Lists.page(billing.subscriptions, q, s -> fits(q, s));
    }

    @Override
    public long count(Caller caller, ListQuery q) {
        return billing.subscriptions.stream().filter(s -> fits(q, s)).count();
    }

    @Override
    public Subscription get(Caller caller, long id) {
        return billing.subscriptions.stream().filter(s -> s.id() == id).findFirst().orElseThrow(() -> new NotFound("subscription"));
    }

    @Override
    public Subscription create(Caller caller, Draft d) {
        Subscriber who = billing.subscriber(d.subscriberId());
        InternetPackage p = billing.packageOf(d.packageId());
        Subscription s = new Subscription(billing.subscriptions.size() + 1L, 1, who.id(), who.name(), who.accountNumber(), p.id(), p.name(), p.price(),
            d.routerId(), d.pppoeUser(),
            d.expiresAt() == null ? SubscriptionState.PENDING : SubscriptionState.ACTIVE, d.expiresAt(), Instant.now(),
            new Details(p.terms().service(), p.terms().charging(), p.edition(), false, d.ipAddress(), d.macAddress(), null, null, null, null, false));
        billing.subscriptions.add(s);
        return s;
    }

    @Override
    public Subscription update(Caller caller, long id, int version, Draft d) {
        Subscription o = get(caller, id);
        Details x = o.details();
        return put(new Subscription(id, version + 1, o.subscriberId(), o.subscriberName(), o.accountNumber(), d.packageId(), o.packageName(), o.price(),
            d.routerId(), d.pppoeUser(), o.state(),
            d.expiresAt(), o.createdAt(), new Details(x.service(), x.charging(), x.edition(), x.ownPrice(), d.ipAddress(), d.macAddress(), x.reason(),
                x.graceUntil(), x.pausedAt(), x.payerId(),
                x.dataUsedUp())));
    }

    public Subscription put(Subscription s) {
        billing.subscriptions.replaceAll(x -> x.id() == s.id() ? s : x);
        return s;
    }

    private Subscription step(Caller caller, Subscription o, SubscriptionState to, Instant expires, String why) {
        if (o.state() != to) steps.add(0, new Step(steps.size() + 1L, Instant.now(), o.state(), to, caller == null ? "payment" : caller.name(), why));
        Details x = o.details();
        return put(new Subscription(o.id(), o.version() + 1, o.subscriberId(), o.subscriberName(), o.accountNumber(), o.packageId(), o.packageName(),
            o.price(), o.routerId(), o.pppoeUser(), to,
            expires == null ? o.expiresAt() : expires, o.createdAt(), new Details(x.service(), x.charging(), x.edition(), x.ownPrice(), x.ipAddress(),
                x.macAddress(), why, null,
                to == SubscriptionState.PAUSED ? Instant.now() : null, x.payerId(), x.dataUsedUp())));
    }

    @Override
    public Subscription activate(Caller caller, long id, String reason) {
        Subscription s = get(caller, id);
        var terms = billing.packageOf(s.packageId()).terms();
        Instant end = Instant.now().plus(Duration.ofDays(30));
        if (terms.trial() != null) return step(caller, s, SubscriptionState.TRIAL, Instant.now().plus(Duration.ofDays(terms.trial().count())), reason);
        if (terms.charging() == Charging.PREPAID) {
            Money balance = billing.subscriber(s.subscriberId()).balance();
            if (!balance.covers(s.price())) throw new Conflict("the wallet holds " + balance + "; " + s.price().minus(balance) + " is missing");
            billing.credit(s.subscriberId(), s.price().negated());
        }
        return step(caller, s, SubscriptionState.ACTIVE, end, reason);
    }

    @Override
    public void cancel(Caller caller, long id, String reason) {
        step(caller, get(caller, id), SubscriptionState.CANCELLED, null, reason);
    }

    @Override
    public Subscription renew(Caller caller, long id) {
        if (id % 2 == 0) throw new Conflict("the wallet lacks KES 1,700.00");
        return step(caller, get(caller, id), SubscriptionState.ACTIVE, Instant.now().plus(Duration.ofDays(30)), null);
    }

    public void pay(long subscriberId) {
        billing.subscriptions.stream().filter(s -> s.subscriberId() == subscriberId).toList()
            .forEach(s -> step(null, s, SubscriptionState.ACTIVE, Instant.now().plus(Duration.ofDays(30)), null));
    }

    @Override
    public Subscription suspend(Caller caller, long id, String reason) {
        return step(caller, get(caller, id), SubscriptionState.SUSPENDED, null, reason);
    }

    @Override
    public Subscription resume(Caller caller, long id) {
        return step(caller, get(caller, id), SubscriptionState.ACTIVE, null, null);
    }

    @Override
    public Subscription pause(Caller caller, long id, String reason) {
        return step(caller, get(caller, id), SubscriptionState.PAUSED, null, reason);
    }

    @Override
    public Subscription moveExpiry(Caller caller, long id, Instant expiresAt, String reason) {
        return step(caller, get(caller, id), SubscriptionState.ACTIVE, expiresAt, reason);
    }

    /** Half of the period is left: half of the old price is credited, half of the new one charged. */
    @Override
    public ChangeQuote quoteChange(Caller caller, long id, long packageId) {
        Subscription s = get(caller, id);
        InternetPackage p = billing.packageOf(packageId);
        Money back = kes(s.price().minor() / 200);
        Money cost = kes(p.price().minor() / 200);
        Money balance = billing.subscriber(s.subscriberId()).balance();
        Money sum = cost.minus(back);
        List<Bill.Line> lines = List.of(line("15 of 30 days of " + s.packageName() + " given back", back.negated()), line("15 of 30 days of " + p.name(),
            cost));
        return new ChangeQuote(id, packageId, lines, sum.isPositive() ? sum : kes(0), sum.isNegative() ? sum.negated() : kes(0), balance, s.expiresAt());
    }

    private static Bill.Line line(String text, Money amount) {
        return new Bill.Line(Bill.Line.Kind.PRORATION, text, 1, amount, amount, kes(0), null);
    }

    @Override
    public Subscription changePackage(Caller caller, long id, long packageId, String reason) {
        Subscription o = get(caller, id);
        InternetPackage p = billing.packageOf(packageId);
        ChangeQuote q = quoteChange(caller, id, packageId);
        if (!q.balance().covers(q.toPay())) throw new Conflict("the wallet holds " + q.balance() + "; " + q.toPay().minus(q.balance()) + " is missing");
        return put(new Subscription(id, o.version() + 1, o.subscriberId(), o.subscriberName(), o.accountNumber(), p.id(), p.name(), p.price(), o.routerId(),
            o.pppoeUser(), o.state(), o.expiresAt(),
            o.createdAt(), o.details()));
    }

    @Override
    public ScheduledChange schedule(Caller caller, long id, ScheduledChange.Kind kind, Instant at, Long packageId, String reason) {
        get(caller, id);
        ScheduledChange c = new ScheduledChange(scheduled.size() + 1L, id, kind, at, packageId, packageId == null ? null : billing.packageOf(packageId)
            .name(), reason,
            ScheduledChange.State.WAITING, null, caller.name(), Instant.now());
        scheduled.add(0, c);
        return c;
    }

    @Override
    public List<ScheduledChange> scheduled(Caller caller, long subscriptionId) {
        return scheduled.stream().filter(c -> c.subscriptionId() == subscriptionId).toList();
    }

    @Override
    public void cancelScheduled(Caller caller, long id) {
        ScheduledChange c = scheduled.stream().filter(x -> x.id() == id).findFirst().orElseThrow(() -> new NotFound("change"));
        if (c.state() != ScheduledChange.State.WAITING) throw new Conflict("it waits no more");
        scheduled.set(scheduled.indexOf(c), new ScheduledChange(id, c.subscriptionId(), c.kind(), c.at(), c.packageId(), c.packageName(), c.reason(),
            ScheduledChange.State.CANCELLED, null, c.by(),
            c.createdAt()));
    }

    @Override
    public Page<Step> history(Caller caller, long subscriptionId, ListQuery q) {
        return Lists.page(steps, q, s -> true);
    }

    @Override
    public long standingOn(Caller caller, long routerId) {
        throw new UnsupportedOperationException("not for the UI");
    }

    @Override
    public Optional<ServiceToDeliver> serviceToDeliver(Caller system, long id) {
        throw new UnsupportedOperationException("not for the UI");
    }

    @Override
    public Subscription redeemPeriod(io.mtandao.api.Caller system, long id, InAdvance bought) {
        throw new UnsupportedOperationException("vouchers are played by FakeVouchers");
    }

    /** By subscription; none was left for those that are not in it. */
    public final java.util.Map<Long, io.mtandao.api.billing.Deposit> deposits = new java.util.HashMap<>();

    @Override
    public io.mtandao.api.billing.Deposit deposit(io.mtandao.api.Caller caller, long id) {
        return deposits.getOrDefault(id, new io.mtandao.api.billing.Deposit(id, io.mtandao.api.Money.zero("KES"), null));
    }

    @Override
    public io.mtandao.api.billing.Deposit settleDeposit(io.mtandao.api.Caller caller, long id, io.mtandao.api.billing.Deposit.Settlement how) {
        io.mtandao.api.Money held = deposit(caller, id).held(), kept = how.kept() == null ? io.mtandao.api.Money.zero("KES") : how.kept();
        if (!held.isPositive()) throw new io.mtandao.api.Conflict("no deposit was paid for this subscription");
        deposits.put(id, new io.mtandao.api.billing.Deposit(id, io.mtandao.api.Money.zero("KES"), new io.mtandao.api.billing.Deposit.Settled(how.choice(), held.minus(kept), kept, how.reason(),
            java.time.Instant.now(), caller.name())));
        return deposits.get(id);
    }

    @Override
    public Subscription createSold(io.mtandao.api.Caller system, Draft draft, int edition) {
        throw new UnsupportedOperationException("vouchers are played by FakeVouchers");
    }
}
