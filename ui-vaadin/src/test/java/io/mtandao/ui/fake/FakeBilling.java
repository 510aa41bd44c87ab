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
import io.mtandao.api.billing.Figures;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The services of the bundle {@code billing}, in memory. */
public final class FakeBilling {
    public final List<Subscriber> subscribers = new ArrayList<>();
    public final List<InternetPackage> packages = new ArrayList<>();
    public final List<Subscription> subscriptions = new ArrayList<>();
    public final List<Bill> bills = new ArrayList<>();
    public final List<Ledger.WalletEntry> entries = new ArrayList<>();
    public final FakeBooks books = new FakeBooks();

    private static final String[] FIRST = {"Grace", "Akinyi", "Dennis", "Baraka", "Naliaka", "Brian", "Atieno", "Neema", "Faith", "Achieng", "Halima", "Wambui"};
    private static final String[] LAST = {"Muthoni", "Simiyu", "Maina", "Korir", "Kimani", "Mbugua", "Njoroge", "Ochieng", "Onyango", "Ali", "Ng'ang'a"};
    private static final String[] PLACES = {"Rongai, Maasai Lodge", "Kahawa Wendani", "Thika Section 9", "Eldoret Langas", "Pipeline Estate; Tower 4", "Umoja Inner Core, Blk C"};

    /** @param count of subscribers */
    public FakeBilling fill(int count) {
        Instant now = Instant.now();
        packages.add(new InternetPackage(1, 1, "Home 5M", kes(1500), new Period(1, Period.Unit.MONTH), 5000, 5000, "Home 5M", false, 80));
        packages.add(new InternetPackage(2, 1, "Home 10M", kes(2000), new Period(1, Period.Unit.MONTH), 10000, 10000, "Home 10M", false, 100));
        packages.add(new InternetPackage(3, 1, "Biz 30M", kes(6500), new Period(30, Period.Unit.DAY), 30000, 15000, "Biz 30M", false, 60));
        packages.add(new InternetPackage(4, 1, "Lite 2.5M", kes(1000), new Period(1, Period.Unit.WEEK), 2500, 1024, "Lite", true, 0));
        for (int i = 0; i < count; i++) {
            String name = FIRST[i % FIRST.length] + " " + LAST[i % LAST.length];
            InternetPackage p = packages.get(i % 3);
            SubscriptionState state = i % 17 == 5 ? SubscriptionState.SUSPENDED : i % 6 == 2 ? SubscriptionState.EXPIRED : i % 25 == 9 ? SubscriptionState.PENDING : SubscriptionState.ACTIVE;
            Money balance = i % 7 == 2 ? kes(-500) : i % 3 == 0 ? kes(300) : kes(0);
            subscribers.add(new Subscriber(i + 1, 1, name, "+2547" + (12000000 + i * 7919), i % 2 == 0 ? "s" + i + "@example.com" : null, "MT-" + (1000 + i),
                PLACES[i % PLACES.length], i % 5 == 0 ? "VIP – don’t cut" : null, balance, now.minus(Duration.ofDays(400 - i))));
            Instant expires = state == SubscriptionState.PENDING ? null : state == SubscriptionState.EXPIRED ? now.minus(Duration.ofDays(2)) : now.plus(Duration.ofDays(1 + i % 28));
            subscriptions.add(new Subscription(i + 1, 1, i + 1, name, "MT-" + (1000 + i), p.id(), p.name(), p.price(), 1L,
                name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + i, state, expires, now.minus(Duration.ofDays(90))));
            if (i < 60) bills.add(new Bill(i + 1, 1, "INV-" + String.format("%05d", 900 + i), i + 1, name, (long) i + 1, now.minus(Duration.ofDays(30)), now, p.price(),
                i % 4 == 0 ? Bill.State.OPEN : i % 19 == 3 ? Bill.State.VOID : Bill.State.PAID, now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(29)),
                i % 4 == 0 ? null : now.minus(Duration.ofDays(28)), List.of(new Bill.Line(p.name() + ", 1 month", 1, p.price(), p.price()))));
        }
        for (int i = 0; i < 8; i++) entries.add(new Ledger.WalletEntry(i + 1, now.minus(Duration.ofDays(i * 15L)), i % 2 == 0 ? "Bill INV-0090" + i : "M-Pesa SKR7H2" + i,
            i % 2 == 0 ? kes(-2000) : kes(2000), i % 2 == 0 ? kes(0) : kes(2000), i % 2 == 0 ? "bill" : "payment", "" + i));
        return this;
    }

    public final class FakeSubscribers implements Subscribers {
        private boolean fits(ListQuery q, Subscriber s) {
            String state = q.filters().get("state");
            boolean in = state == null || subscriptions.stream().anyMatch(x -> x.subscriberId() == s.id() && x.state().name().equalsIgnoreCase(state));
            return in && (!q.filters().containsKey("debt") || s.balance().isNegative()) && Lists.has(q.search(), s.name(), s.phone(), s.accountNumber());
        }

        @Override
        public Page<Subscriber> list(Caller caller, ListQuery q) {
            List<Subscriber> sorted = new ArrayList<>(subscribers);
            if ("name".equals(q.sort())) sorted.sort(java.util.Comparator.comparing(Subscriber::name));
            if ("-name".equals(q.sort())) sorted.sort(java.util.Comparator.comparing(Subscriber::name).reversed());
            return Lists.page(sorted, q, s -> fits(q, s));
        }

        @Override
        public long count(Caller caller, ListQuery q) {
            return subscribers.stream().filter(s -> fits(q, s)).count();
        }

        @Override
        public Subscriber get(Caller caller, long id) {
            return subscribers.stream().filter(s -> s.id() == id).findFirst().orElseThrow(() -> new NotFound("subscriber"));
        }

        @Override
        public Subscriber create(Caller caller, Draft d) {
            Subscriber s = new Subscriber(subscribers.size() + 1L, 1, d.name(), d.phone(), d.email(), d.accountNumber() == null ? "MT-9000" : d.accountNumber(), d.place(), d.notes(), kes(0), Instant.now());
            subscribers.add(0, s);
            return s;
        }

        @Override
        public Subscriber update(Caller caller, long id, int version, Draft d) {
            Subscriber old = get(caller, id);
            Subscriber s = new Subscriber(id, version + 1, d.name(), d.phone(), d.email(), d.accountNumber(), d.place(), d.notes(), old.balance(), old.createdAt());
            subscribers.set(subscribers.indexOf(old), s);
            return s;
        }

        @Override
        public void delete(Caller caller, long id) {
            subscribers.remove(get(caller, id));
        }

        @Override
        public Optional<Subscriber> byAccount(Caller caller, String ref) {
            String wanted = ref.replaceAll("[ -]", "");
            return subscribers.stream().filter(s -> s.accountNumber().replaceAll("[ -]", "").equalsIgnoreCase(wanted)).findFirst();
        }

        @Override
        public void exportCsv(Caller caller, ListQuery q, Writer out) throws IOException {
            out.write("\uFEFFName,Account\n");
            for (Subscriber s : subscribers) if (fits(q, s)) out.write(s.name() + "," + s.accountNumber() + "\n");
        }

        @Override
        public Map<String, Long> tags(Caller caller) {
            return Map.of();
        }
    }

    public final class FakeSubscriptions implements Subscriptions {
        private boolean fits(ListQuery q, Subscription s) {
            return Lists.is(q, "subscriberId", s.subscriberId()) && Lists.is(q, "state", s.state());
        }

        @Override
        public Page<Subscription> list(Caller caller, ListQuery q) {
            return Lists.page(subscriptions, q, s -> fits(q, s));
        }

        @Override
        public long count(Caller caller, ListQuery q) {
            return subscriptions.stream().filter(s -> fits(q, s)).count();
        }

        @Override
        public Subscription get(Caller caller, long id) {
            return subscriptions.stream().filter(s -> s.id() == id).findFirst().orElseThrow(() -> new NotFound("subscription"));
        }

        @Override
        public Subscription create(Caller caller, Draft d) {
            Subscriber who = subscribers.stream().filter(s -> s.id() == d.subscriberId()).findFirst().orElseThrow();
            InternetPackage p = packages.stream().filter(x -> x.id() == d.packageId()).findFirst().orElseThrow();
            Subscription s = new Subscription(subscriptions.size() + 1L, 1, who.id(), who.name(), who.accountNumber(), p.id(), p.name(), p.price(), d.routerId(), d.pppoeUser(),
                d.expiresAt() == null ? SubscriptionState.PENDING : SubscriptionState.ACTIVE, d.expiresAt(), Instant.now());
            subscriptions.add(s);
            return s;
        }

        @Override
        public Subscription update(Caller caller, long id, int version, Draft d) {
            Subscription o = get(caller, id);
            return put(new Subscription(id, version + 1, o.subscriberId(), o.subscriberName(), o.accountNumber(), d.packageId(), o.packageName(), o.price(), d.routerId(), d.pppoeUser(), o.state(),
                d.expiresAt(), o.createdAt()));
        }

        public Subscription put(Subscription s) {
            subscriptions.replaceAll(x -> x.id() == s.id() ? s : x);
            return s;
        }

        private Subscription state(long id, SubscriptionState state, Instant expires) {
            Subscription o = get(null, id);
            return put(new Subscription(id, o.version() + 1, o.subscriberId(), o.subscriberName(), o.accountNumber(), o.packageId(), o.packageName(), o.price(), o.routerId(), o.pppoeUser(), state,
                expires == null ? o.expiresAt() : expires, o.createdAt()));
        }

        @Override
        public void cancel(Caller caller, long id, String reason) {
            state(id, SubscriptionState.CANCELLED, null);
        }

        @Override
        public Subscription renew(Caller caller, long id) {
            if (id % 2 == 0) throw new Conflict("the wallet lacks KES 1,700.00");
            return state(id, SubscriptionState.ACTIVE, Instant.now().plus(Duration.ofDays(30)));
        }

        public void pay(long subscriberId) {
            subscriptions.stream().filter(s -> s.subscriberId() == subscriberId).toList().forEach(s -> state(s.id(), SubscriptionState.ACTIVE, Instant.now().plus(Duration.ofDays(30))));
        }

        @Override
        public Subscription suspend(Caller caller, long id, String reason) {
            return state(id, SubscriptionState.SUSPENDED, null);
        }

        @Override
        public Subscription resume(Caller caller, long id) {
            return state(id, SubscriptionState.ACTIVE, null);
        }

        @Override
        public Subscription activate(Caller caller, long id, String reason) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public Subscription pause(Caller caller, long id, String reason) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public Subscription moveExpiry(Caller caller, long id, Instant expiresAt, String reason) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public ChangeQuote quoteChange(Caller caller, long id, long packageId) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public Subscription changePackage(Caller caller, long id, long packageId, String reason) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public ScheduledChange schedule(Caller caller, long id, ScheduledChange.Kind kind, Instant at, Long packageId, String reason) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public List<ScheduledChange> scheduled(Caller caller, long subscriptionId) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public void cancelScheduled(Caller caller, long scheduledId) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public Page<Step> history(Caller caller, long subscriptionId, ListQuery query) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public Optional<ServiceToDeliver> serviceToDeliver(Caller system, long id) {
            throw new UnsupportedOperationException("not for the UI");
        }
    }

    public final class FakeLedger implements Ledger {
        @Override
        public Page<WalletEntry> wallet(Caller caller, long subscriberId, ListQuery q) {
            return Lists.page(subscriberId == 1 ? entries : List.of(), q, e -> true);
        }

        @Override
        public Money balance(Caller caller, long subscriberId) {
            return kes(0);
        }

        @Override
        public Received receive(Caller caller, long subscriberId, Money amount, Source source, String memo) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public void receiveUnmatched(Caller caller, Money amount, Source source, String memo) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public Received assign(Caller caller, long subscriberId, Money amount, Source source, String memo) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public Money adjust(Caller caller, long subscriberId, Money signed, String reason) {
            return signed;
        }

        @Override
        public Received transfer(Caller caller, long from, long to, Money amount, String reason) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public Money refund(Caller caller, long subscriberId, Money amount, String method, String reference, String reason) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public Statement statement(Caller caller, long subscriberId, Instant from, Instant to) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public Proof prove(Caller caller) {
            return books.prove();
        }

        @Override
        public Optional<Proof> lastProof(Caller caller) {
            return Optional.ofNullable(books.last);
        }

        @Override
        public TrialBalance trialBalance(Caller caller, Instant at) {
            return books.balance(at);
        }
    }

    public final class FakeFigures implements Figures {
        @Override
        public Counts counts(Caller caller) {
            long active = of(SubscriptionState.ACTIVE);
            return new Counts(subscribers.size(), active, of(SubscriptionState.EXPIRED), of(SubscriptionState.PENDING), active / 9, kes(subscribers.isEmpty() ? 0 : 46_500));
        }

        private long of(SubscriptionState state) {
            return subscriptions.stream().filter(s -> s.state() == state).count();
        }
    }
}
