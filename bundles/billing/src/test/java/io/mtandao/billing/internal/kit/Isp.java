package io.mtandao.billing.internal.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Origin;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.AddOns;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.api.billing.BillingPolicies;
import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Coupons;
import io.mtandao.api.billing.CustomFields;
import io.mtandao.api.billing.CutOffs;
import io.mtandao.api.billing.Extras;
import io.mtandao.api.billing.Figures;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.ShadowBilling;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.SubscriberImports;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Taxes;
import io.mtandao.api.billing.Usage;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Elsewhere;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.kit.Fakes.FixedSettings;
import io.mtandao.billing.internal.kit.Fakes.KnownRouters;
import io.mtandao.billing.internal.kit.Fakes.RecordedAudit;
import io.mtandao.billing.internal.kit.Fakes.RecordedEvents;
import io.mtandao.billing.internal.subscription.LinkedRouters;
import io.mtandao.billing.internal.work.LedgerNight;
import io.mtandao.billing.internal.work.NewTenantBooks;
import io.mtandao.testing.db.MovableClock;
import io.mtandao.testing.db.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One ISP with all of billing, a clock of its own and a set of sentences about its trade. Starts on 22 November 2026, 10:15 in Nairobi. */
public final class Isp {
    public static final String START = "2026-11-22T07:15:00Z";
    public static final Period MONTH = new Period(1, Period.Unit.MONTH);
    public final TenantId id;
    public final MovableClock clock = MovableClock.at(START);
    public final KnownRouters routers = new KnownRouters();
    public final TestDatabase db;
    public final String currency;
    public final FixedSettings settings;
    public final RecordedEvents events;
    public final RecordedAudit audit;
    public final FakeJobs jobs;
    public final Caller owner;
    public final Caller system;
    public final Subscribers subscribers;
    public final CustomFields customFields;
    public final Packages packages;
    public final Subscriptions subscriptions;
    public final Bills bills;
    public final BillRuns runs;
    public final BillingPolicies policies;
    public final CutOffs cutOffs;
    public final Ledger ledger;
    public final Figures figures;
    public final SubscriberImports imports;
    public final AddOns addOns;
    public final Coupons coupons;
    public final Extras extras;
    public final ShadowBilling shadow;
    public final Taxes taxes;
    public final Usage usage;
    public final BillingDesk desk;
    private final Books books;
    private final LedgerNight night;
    public final Elsewhere elsewhere;
    private int payments;

    private Isp(TestDatabase db, String country, String currency, String zone, boolean routerBundle) {
        this(db, new TenantId(UUID.randomUUID().toString()), country, currency, zone, routerBundle);
        new NewTenantBooks(desk, books, jobs).setUp(system, settings.get(system));
        night.setUp(system, settings.get(system));
    }

    /** One that is there already. */
    private Isp(TestDatabase db, TenantId id, String country, String currency, String zone, boolean routerBundle) {
        this.db = db;
        this.id = id;
        owner = staff(Role.OWNER);
        system = Caller.system(id, "test");
        this.currency = currency;
        events = new RecordedEvents(db.tx());
        audit = new RecordedAudit(db.tx());
        jobs = new FakeJobs(db.tx(), clock);
        settings = new FixedSettings(country, currency, zone);
        desk = new BillingDesk(db.tx(), settings, clock, events, audit, db.series());
        Parts parts = new Parts(desk, jobs, db.secrets(), clock, LinkedRouters.to(routerBundle ? routers : null));
        subscribers = parts.subscribers;
        customFields = parts.customFields;
        packages = parts.packages;
        subscriptions = parts.subscriptions;
        bills = parts.bills;
        runs = parts.runs;
        policies = parts.policies;
        cutOffs = parts.cutOffs;
        ledger = parts.ledger;
        figures = parts.figures;
        imports = parts.imports;
        addOns = parts.addOns;
        coupons = parts.coupons;
        extras = parts.extras;
        shadow = parts.shadow;
        taxes = parts.taxes;
        usage = parts.usage;
        elsewhere = parts.elsewhere;
        jobs.handledBy(parts.handlers);
        books = parts.books;
        night = parts.night;
    }

    /** An ISP of an earlier version, whose tables have been brought up to date. */
    public static Isp upgraded(TestDatabase db, TenantId id) {
        return new Isp(db, id, "KE", "KES", "Africa/Nairobi", true);
    }

    public static Isp on(TestDatabase.Kind kind) {
        return new Isp(Databases.of(kind), "KE", "KES", "Africa/Nairobi", true);
    }

    public static Isp on(TestDatabase.Kind kind, String country, String currency, String zone) {
        return new Isp(Databases.of(kind), country, currency, zone, true);
    }

    public static Isp withoutRouterBundle(TestDatabase.Kind kind) {
        return new Isp(Databases.of(kind), "KE", "KES", "Africa/Nairobi", false);
    }

    public Caller staff(Role role) {
        return new Caller(id, Caller.Kind.STAFF, "1", role.code(), role.permissions(), Origin.LOCAL);
    }

    public Caller with(Permission... few) {
        return new Caller(id, Caller.Kind.API_KEY, "2", "key", java.util.Set.of(few), Origin.LOCAL);
    }

    public Money money(long major) {
        return Money.ofMajor(java.math.BigDecimal.valueOf(major), currency);
    }

    public InternetPackage sells(String name, long price) {
        return sells(name, price, MONTH);
    }

    public InternetPackage sells(String name, long price, Period period) {
        return packages.create(owner, new Packages.Draft(name, money(price), period, 10_000, 5_000, null));
    }

    public InternetPackage sells(String name, long price, PackageTerms terms) {
        return packages.create(owner, new Packages.Draft(name, money(price), MONTH, 10_000, 5_000, null, terms));
    }

    /** What an account of the ledger has grown by, for example "income" or "tax:default". */
    public Money booked(String account) {
        return ledger.trialBalance(owner, null).accounts().stream().filter(a -> a.name().equals(account)).map(a -> a.credit().minus(a.debit())).findFirst().orElse(money(0));
    }

    /** Paid after each period. */
    public InternetPackage sellsPostpaid(String name, long price, boolean calendar) {
        return packages.create(owner, new Packages.Draft(name, money(price), MONTH, 10_000, 5_000, null,
            new PackageTerms(ServiceType.PPPOE, Charging.POSTPAID, calendar, true, null, null, null, List.of(), 0, null, null, null, null, null)));
    }

    public Subscriber joins(String name) {
        return subscribers.create(owner, new Subscribers.Draft(name, null, null, null, null, null));
    }

    public Subscription takes(Subscriber who, InternetPackage what) {
        return takes(who, what, null);
    }

    /** @param expiry null for one that was never paid */
    public Subscription takes(Subscriber who, InternetPackage what, String expiry) {
        return subscriptions.create(owner, new Subscriptions.Draft(who.id(), what.id(), null, null, null, expiry == null ? null
            : Instant.parse(expiry)));
    }

    public Ledger.Received pays(Subscriber who, long amount) {
        return pays(who, amount, "MPESA" + ++payments);
    }

    public Ledger.Received pays(Subscriber who, long amount, String receipt) {
        return ledger.receive(system, who.id(), money(amount), new Ledger.Source("payment", receipt, "mpesa"), "M-Pesa " + receipt);
    }

    /** Time goes by, and every job runs at its time. */
    public void itIs(String instant) {
        jobs.runUntil(id, Instant.parse(instant));
        clock.set(Instant.parse(instant));
    }

    /** Time goes by while the platform is down; the jobs run when it is back. */
    public void isDownUntil(String instant) {
        clock.set(Instant.parse(instant));
        jobs.runUntil(id, Instant.parse(instant));
    }

    public Subscription now(Subscription s) {
        return subscriptions.get(owner, s.id());
    }

    public Money balance(Subscriber s) {
        return ledger.balance(owner, s.id());
    }

    public List<Bill> billsOf(Subscriber s) {
        return bills.list(owner, ListQuery.where("subscriberId", String.valueOf(s.id()))).items();
    }

    /** When time will next do something to it; null for never. */
    public Instant wakesAt(Subscription s) {
        Instant at = desk.open(system, d -> d.em().find(SubscriptionRow.class, s.id()).getWakeAt());
        return at.equals(SubscriptionRow.NEVER) ? null : at;
    }

    /** How many have such a moment. */
    public long waking() {
        return desk.open(system, d -> d.em().createQuery("select count(s) from SubscriptionRow s where s.wakeAt < ?1", Long.class)
            .setParameter(1, SubscriptionRow.NEVER).getSingleResult());
    }

    /** No proof of the ledger by itself each night: for tests that go through years of them. */
    public void sleepsAtNight() {
        db.tx().run(id, em -> jobs.cancel(id, LedgerNight.NAME, "nightly"));
    }

    public Ledger.Proof proof() {
        return ledger.prove(owner);
    }

    /** The books are whole and have this many transactions. */
    public void booksAreWhole(long transactions) {
        Ledger.Proof proof = proof();
        assertThat(proof.firstFault()).isNull();
        assertThat(proof).extracting(Ledger.Proof::whole, Ledger.Proof::transactions, Ledger.Proof::at).containsExactly(true, transactions, clock.instant());
    }
}
