package io.mtandao.voucher.internal.kit;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.persistence.TenantTx;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Billing as its api describes it: small, but in the same database and the same unit of work as the vouchers, so that it commits, rolls back and waits with
 * them. Every package lasts a day. Money without a running unit of work is refused.
 */
public final class PlayedBilling {
    public static final Period DAY = new Period(1, Period.Unit.DAY);
    private static final AtomicLong IDS = new AtomicLong(1000);

    /** A movement of a wallet. */
    public record Entry(long subscriberId, String memo, long minor, String source) {}

    private final PlayedTables tables;
    private final TenantTx tx;
    private final Clock clock;
    /** What was redeemed. */
    public final List<Subscriptions.InAdvance> bought = new CopyOnWriteArrayList<>();
    /** Why nothing new is subscribed; null when it is. */
    public volatile String refusal;
    /** Done once, in the middle of the next booking. */
    public final AtomicReference<Runnable> meanwhile = new AtomicReference<>();

    PlayedBilling(TenantTx tx, Clock clock) {
        this.tables = new PlayedTables(tx);
        this.tx = tx;
        this.clock = clock;
    }

    /** The methods that this class has, such as {@code ledger_receive}; any other is not to be called. */
    <T> T as(Class<T> service) {
        return service.cast(Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, (self, called, args) -> {
            Method mine;
            try {
                mine = PlayedBilling.class.getMethod(service.getSimpleName().toLowerCase(Locale.ROOT) + "_" + called.getName(), called.getParameterTypes());
            } catch (NoSuchMethodException e) {
                throw new UnsupportedOperationException(called.toString());
            }
            try {
                return mine.invoke(this, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    public static long nextId() {
        return IDS.incrementAndGet();
    }

    public List<Entry> entries(TenantId tenant) {
        return tables.rows(tenant, "select subscriber_id, memo, minor, source from played_entry where tenant_id = ? order by id",
            r -> new Entry(r.getLong(1), r.getString(2), r.getLong(3), r.getString(4)));
    }

    public List<Subscriber> subscribers(TenantId tenant) {
        return tables.rows(tenant, "select id, name, phone from played_subscriber where tenant_id = ? order by id",
            r -> new Subscriber(r.getLong(1), 1, r.getString(2), r.getString(3), null, "A" + r.getLong(1), null, null, Money.zero("KES"), clock.instant()));
    }

    private List<InternetPackage> packages(TenantId tenant) {
        return tables.rows(tenant, "select id, name, price, archived, tax_included, edition from played_package where tenant_id = ?",
            r -> new InternetPackage(r.getLong(1), 1, r.getString(2), Money.of(r.getLong(3), "KES"), DAY, 5000, 5000, r.getString(2), r.getBoolean(4), 0,
                terms(r.getBoolean(5)), r.getInt(6), clock.instant(), 0));
    }

    public List<Subscription> subscriptions(TenantId tenant) {
        return tables.rows(tenant, "select s.id, s.subscriber_id, s.package_id, s.user_name, s.state, s.expires_at, p.name, p.price from played_subscription s"
            + " join played_package p on p.tenant_id = s.tenant_id and p.id = s.package_id where s.tenant_id = ? order by s.id",
            r -> new Subscription(r.getLong(1), 1, r.getLong(2), "", "", r.getLong(3), r.getString(7), Money.of(r.getLong(8), "KES"), null, r.getString(4),
                SubscriptionState.valueOf(r.getString(5)), Optional.ofNullable(r.getTimestamp(6)).map(Timestamp::toInstant).orElse(null), clock.instant()));
    }

    /** Makes it, or sets its price and whether it is archived. */
    public InternetPackage sell(TenantId tenant, long id, String name, Money price, boolean archived) {
        int there = tables.change(tenant, "update played_package set price = ?, archived = ? where tenant_id = ? and id = ?", price.minor(), archived,
            tenant.value(), id);
        if (there == 0) tables.change(tenant, "insert into played_package (tenant_id, id, name, price, archived) values (?, ?, ?, ?, ?)", tenant.value(), id, name, price.minor(), archived);
        return some(packages(tenant).stream().filter(p -> p.id() == id).findFirst(), "package");
    }

    private static PackageTerms terms(boolean taxIncluded) {
        return new PackageTerms(ServiceType.HOTSPOT, Charging.PREPAID, false, taxIncluded, null, null, null, List.of(), 0, null, null, null, null, null);
    }

    /** Its next edition, with a price to which 16 % of tax are added. */
    public void taxOnTop(TenantId tenant, long id) {
        tables.change(tenant, "update played_package set tax_included = ?, edition = edition + 1 where tenant_id = ? and id = ?", false, tenant.value(), id);
    }

    public Money taxes_withTax(Caller caller, Money net, String code) {
        caller.require(Permission.PACKAGES_READ);
        return Money.of(net.minor() + (net.minor() * 16 + 50) / 100, net.currency());
    }

    public void move(TenantId tenant, long subscription, SubscriptionState state, Instant expiresAt) {
        tables.change(tenant, "update played_subscription set state = ?, expires_at = ? where tenant_id = ? and id = ?", state.name(),
            expiresAt == null ? null : Timestamp.from(expiresAt), tenant.value(), subscription);
    }

    private static <T> T some(Optional<T> found, String what) {
        return found.orElseThrow(() -> new NotFound(what));
    }

    public InternetPackage packages_get(Caller caller, long id) {
        caller.require(Permission.PACKAGES_READ);
        return some(packages(caller.tenant()).stream().filter(p -> p.id() == id).findFirst(), "package");
    }

    public Subscriber subscribers_get(Caller caller, long id) {
        caller.require(Permission.SUBSCRIBERS_READ);
        return some(subscribers(caller.tenant()).stream().filter(s -> s.id() == id).findFirst(), "subscriber");
    }

    /** As billing filters: a phone by its normal form, exactly; two on a page. */
    public Page<Subscriber> subscribers_list(Caller caller, ListQuery query) {
        caller.require(Permission.SUBSCRIBERS_READ);
        String wanted = query.filters().get("phone");
        if (wanted == null || query.search() != null) throw new IllegalArgumentException("a look-up by phone, no search");
        long after = query.cursor() == null ? 0 : Long.parseLong(query.cursor());
        List<Subscriber> found = subscribers(caller.tenant()).stream().filter(s -> s.id() > after && wanted.equals(s.phone())).limit(3)
            .toList();
        return found.size() < 3 ? new Page<>(found, null) : new Page<>(found.subList(0, 2), String.valueOf(found.get(1).id()));
    }

    public Subscriber subscribers_create(Caller caller, Subscribers.Draft d) {
        caller.require(Permission.SUBSCRIBERS_WRITE);
        long id = nextId();
        tables.change(caller.tenant(), "insert into played_subscriber values (?, ?, ?, ?)", caller.tenant().value(), id, d.name(), d.phone());
        return subscribers_get(caller, id);
    }

    public Subscription subscriptions_get(Caller caller, long id) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return some(subscriptions(caller.tenant()).stream().filter(s -> s.id() == id).findFirst(), "subscription");
    }

    public Page<Subscription> subscriptions_list(Caller caller, ListQuery query) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return new Page<>(subscriptions(caller.tenant()).stream().filter(s -> query.filters().get("subscriberId").equals("" + s.subscriberId())
            && query.filters().get("packageId").equals("" + s.packageId())).toList(), null);
    }

    public Subscription subscriptions_create(Caller caller, Subscriptions.Draft d) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        subscribers_get(caller, d.subscriberId());
        if (packages_get(caller, d.packageId()).archived()) throw new Conflict("this package is archived");
        long id = nextId();
        tables.change(caller.tenant(), "insert into played_subscription values (?, ?, ?, ?, ?, 'PENDING', null)", caller.tenant().value(), id,
            d.subscriberId(), d.packageId(),
            d.pppoeUser());
        return subscriptions_get(caller, id);
    }

    public Subscription subscriptions_createSold(Caller system, Subscriptions.Draft d, int edition) {
        if (system.kind() != Caller.Kind.SYSTEM) throw new IllegalArgumentException("for the platform itself");
        if (refusal != null) throw new Conflict(refusal);
        subscribers_get(system, d.subscriberId());
        if (edition < 1 || edition > packages_get(system, d.packageId()).edition()) throw new IllegalArgumentException("edition " + edition);
        long id = nextId();
        tables.change(system.tenant(), "insert into played_subscription values (?, ?, ?, ?, ?, 'PENDING', null)", system.tenant().value(), id,
            d.subscriberId(), d.packageId(), d.pppoeUser());
        return subscriptions_get(system, id);
    }

    /** One period at the voucher's value: early, it follows the running one; else it begins now. */
    public Subscription subscriptions_redeemPeriod(Caller system, long id, Subscriptions.InAdvance advance) {
        Ledger.Source source = advance.source();
        Money value = advance.value();
        String memo = advance.memo();
        if (system.kind() != Caller.Kind.SYSTEM) throw new IllegalArgumentException("for the platform itself");
        Subscription s = subscriptions_get(system, id);
        if (s.state() == SubscriptionState.CANCELLED) throw new Conflict("this subscription is cancelled");
        if (!book(system, s.subscriberId(), value.minor(), source, memo)) return s;
        bought.add(advance);
        insert(system, s.subscriberId(), s.packageName(), -value.minor(), "period of " + source.id());
        Instant from = s.expiresAt() != null && s.expiresAt().isAfter(clock.instant()) ? s.expiresAt() : clock.instant();
        move(system.tenant(), id, SubscriptionState.ACTIVE, from.plus(Duration.ofDays(1)));
        return subscriptions_get(system, id);
    }

    public Ledger.Received ledger_receive(Caller caller, long subscriberId, Money amount, Ledger.Source source, String memo) {
        caller.require(Permission.PAYMENTS_WRITE);
        subscribers_get(caller, subscriberId);
        book(caller, subscriberId, amount.minor(), source, memo);
        return new Ledger.Received(ledger_balance(caller, subscriberId), 0);
    }

    public Money ledger_balance(Caller caller, long subscriberId) {
        caller.require(Permission.PAYMENTS_READ);
        return Money.of(entries(caller.tenant()).stream().filter(e -> e.subscriberId() == subscriberId).mapToLong(Entry::minor).sum(), "KES");
    }

    /** @return false when it is booked already */
    private boolean book(Caller caller, long subscriberId, long minor, Ledger.Source source, String memo) {
        if (!tx.running()) throw new IllegalStateException("money is booked within the voucher's own unit of work");
        if (minor <= 0) throw new IllegalArgumentException("above zero");
        String text = source.method() + ":" + source.kind() + "/" + source.id();
        if (entries(caller.tenant()).stream().anyMatch(e -> e.source().equals(text))) return false;
        Runnable once = meanwhile.getAndSet(null);
        if (once != null) once.run();
        insert(caller, subscriberId, memo, minor, text);
        return true;
    }

    private void insert(Caller caller, long subscriberId, String memo, long minor, String source) {
        tables.change(caller.tenant(), "insert into played_entry values (?, ?, ?, ?, ?, ?)", caller.tenant().value(), nextId(), subscriberId, memo, minor,
            source);
    }
}
