package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.ListQuery;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.kit.Databases;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.MovableClock;
import io.mtandao.testing.db.TestDatabase;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An ISP of the first version (22 November 2026), with subscribers, money and an unpaid bill, wakes up in this one. */
class UpgradeTest {
    private static final List<String> FIRST = List.of("db/persistence.xml", "db/billing/2026-11-22-subscribers.sql", "db/billing/2026-11-22-money.sql");
    private static final List<String> NOW = List.of("db/persistence.xml", "db/billing.xml");
    private static final TenantId OLD = new TenantId("00000000-0000-4000-8000-00000000000a");

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void allThatWasThereGoesOnAsItWas(Kind kind) throws Exception {
        try (TestDatabase db = TestDatabase.open(kind, MovableClock.at(Isp.START), FIRST, Databases.ENTITIES)) {
            asTheFirstVersionLeftIt(db);
            db.migrate(NOW);
            Isp isp = Isp.upgraded(db, OLD);
            InternetPackage home = isp.packages.get(isp.owner, 10);
            assertThat(home.price()).isEqualTo(isp.money(1500));
            assertThat(home.period()).isEqualTo(Isp.MONTH);
            assertThat(home.downKbps()).isEqualTo(10_000);
            Subscriber saver = isp.subscribers.get(isp.owner, 1), poor = isp.subscribers.get(isp.owner, 2), late = isp.subscribers.get(isp.owner, 3);
            assertThat(List.of(isp.balance(saver), isp.balance(poor), isp.balance(late))).containsExactly(isp.money(2000), isp.money(0), isp.money(0));
            Bill paid = isp.billsOf(saver).get(0);
            assertThat(paid.state()).isEqualTo(Bill.State.PAID);
            assertThat(paid.details().paid()).isEqualTo(isp.money(1500));
            ListQuery search = new ListQuery(saver.name(), null, null, 50, null);
            assertThat(wordless(db)).hasSize(3);
            assertThat(isp.subscribers.list(isp.owner, search).items()).extracting(Subscriber::id).as("before there are words").containsExactly(saver.id());
            // the hourly net runs at every start and winds the clock
            isp.jobs.schedule(OLD, "billing.sweep", "hourly", isp.clock.instant(), null);
            isp.jobs.schedule(OLD, "billing.expire", "21", isp.clock.instant(), null);
            isp.jobs.schedule(OLD, "billing.warn", "21", isp.clock.instant(), null);

            isp.itIs("2026-11-25T08:00:00Z");
            assertThat(isp.subscriptions.get(isp.owner, 21).expiresAt()).as("renewed from the wallet").isEqualTo("2026-12-25T07:00:00Z");
            assertThat(isp.balance(saver)).isEqualTo(isp.money(500));
            assertThat(isp.subscriptions.get(isp.owner, 22).state()).isEqualTo(SubscriptionState.EXPIRED);
            isp.pays(late, 1500);
            Subscription again = isp.subscriptions.get(isp.owner, 23);
            assertThat(again.state()).isEqualTo(SubscriptionState.ACTIVE);
            assertThat(isp.billsOf(late)).as("the bill that was open is the one that was paid").hasSize(1).first().satisfies(b -> {
                assertThat(b.state()).isEqualTo(Bill.State.PAID);
                assertThat(b.number()).isEqualTo("B-000002");
            });
            assertThat(wordless(db)).isEmpty();
            assertThat(isp.subscribers.list(isp.owner, search).items()).extracting(Subscriber::id).containsExactly(saver.id());
            assertThat(isp.jobs.count("billing.expire") + isp.jobs.count("billing.warn")).isZero();
            isp.booksAreWhole(5);
        }
    }

    private static List<Long> wordless(TestDatabase db) {
        String jpql = "select s.id from SubscriberRow s where not exists (select w.id from SearchWordRow w where w.subscriberId = s.id)";
        return db.tx().in(OLD, em -> em.createQuery(jpql, Long.class).getResultList());
    }

    /** As the owner of the tables, who is held by no row-level security while it is not forced. */
    private static void asTheFirstVersionLeftIt(TestDatabase db) throws Exception {
        try (InputStream in = UpgradeTest.class.getResourceAsStream("/first-version.sql"); Connection c = db.owner().getConnection(); Statement s = c.createStatement()) {
            c.setAutoCommit(false);
            if (db.kind() == Kind.POSTGRES) s.execute("select set_config('app.tenant', '" + OLD + "', false)");
            for (String statement : new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--.*", "").split(";"))
                if (!statement.isBlank()) s.execute(statement.replace("$head", "'" + OLD + "', ").replace("$stamps", "0, '2026-11-20 08:00:00', '2026-11-20 08:00:00'"));
            c.commit();
            if (db.kind() == Kind.POSTGRES) s.execute("select set_config('app.tenant', '', false)");
            c.commit();
        }
    }
}
