package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills.RunResult;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.SubscriberImports.Mode;
import io.mtandao.api.billing.SubscriberImports.Request;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.billing.internal.kit.Statements;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More than fits into one portion of anything: runs, jobs, proofs and lists go on where a portion ends, and miss and repeat nothing. */
class BulkTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final int MANY = 1_010;

    private static Isp withMany(Kind kind, String expiry) {
        return withMany(kind, i -> expiry);
    }

    private static Isp withMany(Kind kind, IntFunction<String> expiry) {
        Isp isp = Isp.on(kind);
        StringBuilder csv = new StringBuilder("Name,Account,Package,Price,PPPoE user,Expiry,Wallet balance\n");
        for (int i = 0; i < MANY; i++)
            csv.append("Person ").append(i).append(",MT").append(i).append(",Home 10M,2000,user").append(i).append(',').append(expiry.apply(i))
            .append(",500\n");
        byte[] file = csv.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(isp.imports.run(isp.owner, new Request(file, null, null, false, null, true), Mode.ALL_OR_NOTHING).created())
            .isEqualTo(MANY);
        isp.events.taken();
        return isp;
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aRunBillsEveryoneOnceAndTheProofReadsAllWallets(Kind kind) {
        Isp isp = withMany(kind, "2026-11-01");
        assertThat(isp.bills.billDue(isp.owner)).isEqualTo(new RunResult(MANY, 0, 0, 0));
        assertThat(isp.bills.billDue(isp.owner)).isEqualTo(new RunResult(0, 0, 0, 0));
        assertThat(isp.bills.count(isp.owner, ListQuery.where("state", "open"))).isEqualTo(MANY);
        assertThat(isp.bills.list(isp.owner, new ListQuery("b-001010", null, null, 1, null)).items()).extracting(Bill::number)
            .containsExactly("B-001010");
        isp.booksAreWhole(MANY);
        assertThat(isp.figures.counts(isp.owner).owed()).isEqualTo(isp.money(2000L * MANY));
        long last = isp.subscribers.byAccount(isp.owner, "MT1009").orElseThrow().id();
        isp.db.tx().run(isp.id, em -> em.createQuery("update WalletRow w set w.balance = 0 where w.subscriberId = ?1").setParameter(1, last)
            .executeUpdate());
        assertThat(isp.proof().firstFault()).contains("wallet:" + last);
    }

    /** A chunk that fails as a whole is billed one by one, and nobody would notice but by the time it takes. */
    @ParameterizedTest
    @MethodSource(KINDS)
    void aRunReadsEachChunkAtOnceWhetherAllAreDueInItOrFew(Kind kind) {
        for (int oneIn : new int[] {1, 5}) {
            Isp isp = withMany(kind, i -> i % oneIn == 0 ? "2026-11-01" : "2027-01-01");
            List<String> reads = Statements.of(isp.db, () -> assertThat(isp.bills.billDue(isp.owner)).isEqualTo(new RunResult(MANY / oneIn, 0, 0, 0)))
                .stream().filter(sql -> sql.startsWith("SELECT")).toList();
            assertThat(reads).as("one in %s is due", oneIn).hasSizeLessThan(100);
        }
    }

    /** So that an index grows at its end and what belongs together lies together. PostgreSQL tells where a row lies. */
    @Test
    void newRowsAreWrittenInTheOrderInWhichTheyWereMade() {
        Isp isp = withMany(Kind.POSTGRES, i -> "2026-11-01");
        isp.bills.billDue(isp.owner);
        for (String table : List.of("billing_bill", "billing_bill_line", "billing_ledger_transaction"))
            assertThat(asTheyLie(isp, table)).as(table).hasSize(MANY).isSorted();
    }

    private static List<Long> asTheyLie(Isp isp, String table) {
        return isp.db.tx().in(isp.id, em -> {
            List<Long> ids = new ArrayList<>();
            try (Statement s = em.unwrap(Connection.class).createStatement(); ResultSet r = s.executeQuery("select id from " + table + " order by ctid")) {
                while (r.next()) ids.add(r.getLong(1));
            }
            return ids;
        });
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aNewSpeedReachesEverySubscription(Kind kind) {
        Isp isp = withMany(kind, "2027-01-01");
        InternetPackage p = isp.packages.list(isp.owner, ListQuery.first(1)).items().get(0);
        assertThat(p.subscriptions()).isEqualTo(MANY);
        isp.packages.update(isp.owner, p.id(), p.version(), new Packages.Draft(p.name(), p.price(), p.period(), 12_000, 12_000, null));
        isp.itIs("2026-11-22T07:20:00Z");
        Set<Long> told = new HashSet<>();
        isp.events.taken().forEach(e -> told.add(((SubscriptionChanged) e).subscriptionId()));
        assertThat(told).hasSize(MANY);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aListIsReadToItsEndThoughAllHaveTheSameSortValue(Kind kind) {
        Isp isp = withMany(kind, "2027-01-01");
        Set<Long> seen = new HashSet<>();
        ListQuery query = new ListQuery(null, null, "-expiresAt", 100, null);
        Page<Subscription> page;
        do {
            page = isp.subscriptions.list(isp.owner, query);
            page.items().forEach(s -> assertThat(seen.add(s.id())).isTrue());
            query = page.next() == null ? query : query.after(page.next());
        } while (page.next() != null);
        assertThat(seen).hasSize(MANY);
    }
}
