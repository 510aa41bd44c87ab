package io.mtandao.billing.bench;

import io.mtandao.api.Caller;
import io.mtandao.api.Money;
import io.mtandao.api.Origin;
import io.mtandao.api.Role;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.SubscriberImports;
import io.mtandao.api.work.JobHandler;
import io.mtandao.billing.internal.bill.BillRunner;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.kit.Databases;
import io.mtandao.billing.internal.kit.Fakes.FixedSettings;
import io.mtandao.billing.internal.kit.Parts;
import io.mtandao.billing.internal.subscription.LinkedRouters;
import io.mtandao.billing.internal.work.NewTenantBooks;
import io.mtandao.scheduling.internal.Desk;
import io.mtandao.scheduling.internal.entity.EventRow;
import io.mtandao.scheduling.internal.entity.HandledRow;
import io.mtandao.scheduling.internal.entity.JobRow;
import io.mtandao.tenant.internal.JpaAuditLog;
import io.mtandao.tenant.internal.entity.AuditEntry;
import io.mtandao.testing.db.MovableClock;
import io.mtandao.testing.db.TestDatabase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/**
 * One ISP as it stands in the product: billing with the real events, jobs and audit log, in a database that makes sure of every commit. Only the ISP's settings
 * are fixed, which the product too reads from memory.
 */
final class BenchIsp {
    static final String START = "2026-11-22T07:15:00Z";
    private static final long PRICE = 1_500;
    private static final int FILE = 5_000;
    private static final Map<TestDatabase.Kind, TestDatabase> OPEN = new EnumMap<>(TestDatabase.Kind.class);
    final TenantId id = new TenantId(UUID.randomUUID().toString());
    final MovableClock clock = MovableClock.at(START);
    final TestDatabase db;
    final Parts parts;
    final BillingDesk desk;
    final Caller owner = new Caller(id, Caller.Kind.STAFF, "1", "owner", Role.OWNER.permissions(), Origin.LOCAL);
    final Caller system = Caller.system(id, "bench");

    private BenchIsp(TestDatabase db) {
        this.db = db;
        FixedSettings settings = new FixedSettings("KE", "KES", "Africa/Nairobi");
        Desk work = scheduling();
        desk = new BillingDesk(db.tx(), settings, clock, work, new JpaAuditLog(db.tx()), db.series());
        parts = new Parts(desk, work, db.secrets(), clock, LinkedRouters.to(null), Duration.ofMinutes(5));
        new NewTenantBooks(desk, parts.books, work).setUp(system, settings.get(system));
    }

    private Desk scheduling() {
        try {
            return new Desk(db.tx(), db.raw(), clock);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new ISP among those that there are. */
    static BenchIsp on(TestDatabase.Kind kind) {
        return new BenchIsp(database(kind));
    }

    static synchronized TestDatabase database(TestDatabase.Kind kind) {
        return OPEN.computeIfAbsent(kind, BenchIsp::newDatabase);
    }

    static TestDatabase newDatabase(TestDatabase.Kind kind) {
        if (!Boolean.getBoolean("mtandao.test.fsync")) throw new IllegalStateException("figures without -Dmtandao.test.fsync=true mean nothing; use mvn -Pbench");
        List<Class<?>> entities = new ArrayList<>(Databases.ENTITIES);
        entities.addAll(List.of(EventRow.class, HandledRow.class, JobRow.class, AuditEntry.class));
        return TestDatabase.open(kind, MovableClock.at(START), List.of("db/persistence.xml", "db/scheduling.xml", "db/tenant.xml", "db/billing.xml"), entities);
    }

    /** Sells two packages: "Home 10M", paid before, and "Business 10M", paid after each period. */
    BenchIsp withPackages() {
        Money price = Money.ofMajor(BigDecimal.valueOf(PRICE), "KES");
        Period month = new Period(1, Period.Unit.MONTH);
        parts.packages.create(owner, new Packages.Draft("Home 10M", price, month, 10_000, 5_000, null));
        parts.packages.create(owner, new Packages.Draft("Business 10M", price, month, 10_000, 5_000, null,
            new PackageTerms(ServiceType.PPPOE, Charging.POSTPAID, false, true, null, null, null, List.of(), 0, null, null, null, null, null)));
        return this;
    }

    /** Brings them in as a spreadsheet. Every other one is paid before, with the price in the wallet; the rest pays afterwards. All end at one moment. */
    BenchIsp withCrowd(int count) {
        return bringIn(count, i -> i % 2 == 0 ? "Home 10M" : "Business 10M", i -> PRICE);
    }

    /** As {@link #withCrowd}, but one in thirty-three owes the price. */
    BenchIsp withDebtors(int count) {
        return bringIn(count, i -> i % 2 == 0 ? "Home 10M" : "Business 10M", i -> i % 33 == 0 ? -PRICE : PRICE);
    }

    /** All are paid before, and have nothing in the wallet. */
    BenchIsp withPayers(int count) {
        return bringIn(count, i -> "Home 10M", i -> 0);
    }

    private BenchIsp bringIn(int count, IntFunction<String> sold, IntToLongFunction balance) {
        for (int from = 0; from < count; from += FILE) {
            StringBuilder csv = new StringBuilder("Name,Phone,Account,Package,PPPoE user,Expiry,Wallet balance\n");
            for (int i = from; i < Math.min(count, from + FILE); i++)
                csv.append(String.format(Locale.ROOT, "Person %d,07%08d,A%07d,%s,u%07d,2026-11-22 12:00,%s%n", i, i, i, sold.apply(i), i, balance.applyAsLong(i)));
            byte[] file = csv.toString().getBytes(StandardCharsets.UTF_8);
            var sheet = parts.imports.look(owner, file);
            var done = parts.imports.run(owner, new SubscriberImports.Request(file, sheet.mapping(), null, false, null, false), SubscriberImports.Mode.GOOD_LINES);
            if (done.bad() > 0) throw new IllegalStateException("bad lines: " + done.badLines().get(0));
        }
        return this;
    }

    /** See {@link #afterAMinute(TestDatabase)}. */
    BenchIsp afterAMinute() {
        afterAMinute(db);
        return this;
    }

    /** PostgreSQL's autovacuum looks at grown tables every minute; until then it plans as if they were as empty as when it first met them. Derby looks unasked. */
    static void afterAMinute(TestDatabase db) {
        if (db.kind() == TestDatabase.Kind.DERBY) return;
        try (Connection c = db.owner().getConnection(); Statement s = c.createStatement()) {
            s.execute("vacuum analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Long> subscribers() {
        return desk.open(system, d -> d.em().createQuery("select s.id from SubscriberRow s order by s.id", Long.class).getResultList());
    }

    /** Money comes in through a payment method; it pays for one period. */
    void pays(long subscriber, String receipt) {
        parts.ledger.receive(system, subscriber, Money.ofMajor(BigDecimal.valueOf(PRICE), "KES"), new Ledger.Source("payment", receipt, "mpesa"), "M-Pesa " + receipt);
    }

    JobHandler chunks() {
        return parts.handlers.stream().filter(h -> h.name().equals(BillRunner.JOB)).findFirst().orElseThrow();
    }
}
