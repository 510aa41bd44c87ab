package io.mtandao.voucher.internal.kit;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.persistence.TenantTx;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.persistence.EntityManager;

/**
 * Billing as its api describes it, in memory. What a unit of work does is seen by itself at once, by others after its commit, and by nobody when it rolls
 * back. Money without a running unit of work is refused.
 */
public final class PlayedBilling {
    /** A movement of a wallet, such as {@code voucher/17 +5000}. */
    public record Entry(long subscriberId, String text, long minor, String source) {}

    private static final class Books {
        final Map<Long, Subscriber> subscribers = new LinkedHashMap<>();
        final Map<Long, Subscription> subscriptions = new LinkedHashMap<>();
        final Map<Long, InternetPackage> packages = new LinkedHashMap<>();
        final List<Entry> entries = new ArrayList<>();

        Books copy() {
            Books copy = new Books();
            copy.subscribers.putAll(subscribers);
            copy.subscriptions.putAll(subscriptions);
            copy.packages.putAll(packages);
            copy.entries.addAll(entries);
            return copy;
        }
    }

    private static final AtomicLong IDS = new AtomicLong(1000);
    private final Map<TenantId, Books> committed = new ConcurrentHashMap<>();
    private final Map<EntityManager, List<Consumer<Books>>> pending = Collections.synchronizedMap(new WeakHashMap<>());
    private final TenantTx tx;
    private final Clock clock;
    /** Done once, in the middle of the next booking. */
    public final AtomicReference<Runnable> meanwhile = new AtomicReference<>();

    PlayedBilling(TenantTx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /** The methods that this class has; any other is not to be called. */
    <T> T as(Class<T> service) {
        return service.cast(Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, (self, called, args) -> {
            Method mine;
            try {
                mine = PlayedBilling.class.getMethod(prefix(service) + called.getName(), called.getParameterTypes());
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

    private static String prefix(Class<?> service) {
        return service.getSimpleName().toLowerCase(java.util.Locale.ROOT) + "_";
    }

    private Books read(TenantId tenant) {
        Books now;
        synchronized (this) {
            now = committed.computeIfAbsent(tenant, t -> new Books()).copy();
        }
        if (tx.running()) for (Consumer<Books> change : changes(tenant)) change.accept(now);
        return now;
    }

    private List<Consumer<Books>> changes(TenantId tenant) {
        return pending.computeIfAbsent(tx.in(tenant, em -> em), em -> new ArrayList<>());
    }

    private void write(TenantId tenant, Consumer<Books> change) {
        if (!tx.running()) throw new IllegalStateException("outside a unit of work");
        changes(tenant).add(change);
        tx.afterCommit(() -> {
            synchronized (this) {
                change.accept(committed.computeIfAbsent(tenant, t -> new Books()));
            }
        });
    }

    public List<Entry> entries(TenantId tenant) {
        return read(tenant).entries;
    }

    public List<Subscriber> subscribers(TenantId tenant) {
        return List.copyOf(read(tenant).subscribers.values());
    }

    public List<Subscription> subscriptions(TenantId tenant) {
        return List.copyOf(read(tenant).subscriptions.values());
    }

    public void put(TenantId tenant, InternetPackage sold) {
        tx.run(tenant, em -> write(tenant, b -> b.packages.put(sold.id(), sold)));
    }

    public void put(TenantId tenant, Subscription s) {
        tx.run(tenant, em -> write(tenant, b -> b.subscriptions.put(s.id(), s)));
    }

    public static long nextId() {
        return IDS.incrementAndGet();
    }

    private static <T> T some(T found, String what) {
        if (found == null) throw new NotFound(what);
        return found;
    }

    public InternetPackage packages_get(Caller caller, long id) {
        caller.require(Permission.PACKAGES_READ);
        return some(read(caller.tenant()).packages.get(id), "package");
    }

    public Subscriber subscribers_get(Caller caller, long id) {
        caller.require(Permission.SUBSCRIBERS_READ);
        return some(read(caller.tenant()).subscribers.get(id), "subscriber");
    }

    /** As billing searches: a phone by its digits, anywhere in name, phone and notes; two on a page. */
    public Page<Subscriber> subscribers_list(Caller caller, ListQuery query) {
        caller.require(Permission.SUBSCRIBERS_READ);
        String wanted = query.search().replaceAll("[^0-9]", "");
        long after = query.cursor() == null ? 0 : Long.parseLong(query.cursor());
        List<Subscriber> found = read(caller.tenant()).subscribers.values().stream().filter(s -> s.id() > after)
            .filter(s -> Stream.of(s.name(), s.phone(), s.notes()).filter(Objects::nonNull).anyMatch(t -> t.contains(wanted))).limit(3).toList();
        return found.size() < 3 ? new Page<>(found, null) : new Page<>(found.subList(0, 2), String.valueOf(found.get(1).id()));
    }

    public Subscriber subscribers_create(Caller caller, Subscribers.Draft d) {
        caller.require(Permission.SUBSCRIBERS_WRITE);
        long id = nextId();
        Subscriber made = new Subscriber(id, 1, d.name(), d.phone(), null, "A" + id, null, d.notes(), Money.zero("KES"), clock.instant());
        write(caller.tenant(), b -> b.subscribers.put(id, made));
        return made;
    }

    public Page<Subscription> subscriptions_list(Caller caller, ListQuery query) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        Predicate<Subscription> wanted = s -> query.filters().get("subscriberId").equals("" + s.subscriberId()) && query.filters().get("packageId").equals("" + s.packageId());
        return new Page<>(read(caller.tenant()).subscriptions.values().stream().filter(wanted).toList(), null);
    }

    public Subscription subscriptions_create(Caller caller, Subscriptions.Draft d) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        Books b = read(caller.tenant());
        InternetPackage sold = some(b.packages.get(d.packageId()), "package");
        if (sold.archived()) throw new Conflict("the package " + sold.name() + " is archived");
        if (b.subscriptions.values().stream().anyMatch(s -> s.pppoeUser().equalsIgnoreCase(d.pppoeUser()))) throw new Conflict("the user " + d.pppoeUser() + " is taken");
        Subscriber who = some(b.subscribers.get(d.subscriberId()), "subscriber");
        Subscription made = new Subscription(nextId(), 1, who.id(), who.name(), who.accountNumber(), sold.id(), sold.name(), sold.price(), null, d.pppoeUser(),
            SubscriptionState.PENDING, null, clock.instant());
        write(caller.tenant(), x -> x.subscriptions.put(made.id(), made));
        return made;
    }

    /** One period at the voucher's value: early, it follows the running one; else it begins now. */
    public Subscription subscriptions_redeemPeriod(Caller system, long id, Ledger.Source source, Money value, String memo) {
        if (system.kind() != Caller.Kind.SYSTEM) throw new IllegalArgumentException("for the platform itself");
        Books b = read(system.tenant());
        Subscription s = some(b.subscriptions.get(id), "subscription");
        if (s.state() == SubscriptionState.CANCELLED) throw new Conflict("this subscription is cancelled");
        if (!book(system, s.subscriberId(), value.minor(), source, memo)) return s;
        Instant from = s.expiresAt() != null && s.expiresAt().isAfter(clock.instant()) ? s.expiresAt() : clock.instant();
        Period period = b.packages.get(s.packageId()).period();
        Subscription renewed = new Subscription(s.id(), s.version() + 1, s.subscriberId(), s.subscriberName(), s.accountNumber(), s.packageId(), s.packageName(), s.price(),
            s.routerId(), s.pppoeUser(), SubscriptionState.ACTIVE, from.plus(period.count(), ChronoUnit.valueOf(period.unit() + "S")), s.createdAt());
        write(system.tenant(), x -> {
            x.entries.add(new Entry(s.subscriberId(), s.packageName(), -value.minor(), "period"));
            x.subscriptions.put(id, renewed);
        });
        return renewed;
    }

    public Ledger.Received ledger_receive(Caller caller, long subscriberId, Money amount, Ledger.Source source, String memo) {
        caller.require(Permission.PAYMENTS_WRITE);
        some(read(caller.tenant()).subscribers.get(subscriberId), "subscriber");
        book(caller, subscriberId, amount.minor(), source, memo);
        return new Ledger.Received(ledger_balance(caller, subscriberId), 0);
    }

    public Money ledger_balance(Caller caller, long subscriberId) {
        caller.require(Permission.PAYMENTS_READ);
        return Money.of(read(caller.tenant()).entries.stream().filter(e -> e.subscriberId() == subscriberId).mapToLong(Entry::minor).sum(), "KES");
    }

    /** @return false when it is booked already */
    private boolean book(Caller caller, long subscriberId, long minor, Ledger.Source source, String memo) {
        if (minor <= 0) throw new IllegalArgumentException("above zero");
        String text = source.method() + ":" + source.kind() + "/" + source.id();
        if (read(caller.tenant()).entries.stream().anyMatch(e -> e.source().equals(text))) return false;
        Runnable once = meanwhile.getAndSet(null);
        if (once != null) once.run();
        write(caller.tenant(), b -> b.entries.add(new Entry(subscriberId, memo, minor, text)));
        return true;
    }
}
