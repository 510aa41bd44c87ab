package io.mtandao.testing.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.TenantId;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.persistence.Series;
import io.mtandao.persistence.internal.JpaSeries;
import io.mtandao.persistence.internal.entity.NumberSeries;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one door, the discriminator and row-level security, each on its own, on both databases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeWallsTest {
    private static final TenantId A = new TenantId("a");
    private static final TenantId B = new TenantId("b");
    private final java.util.Map<TestDatabase.Kind, TestDatabase> open = new java.util.EnumMap<>(TestDatabase.Kind.class);

    private TestDatabase db(TestDatabase.Kind kind) {
        return open.computeIfAbsent(kind, k -> TestDatabase.open(k, MovableClock.at("2026-11-22T08:00:00Z"), List.of("db/persistence.xml"), List.of()));
    }

    @AfterAll
    void close() {
        open.values().forEach(TestDatabase::close);
    }

    @ParameterizedTest
    @EnumSource
    void seriesAreGaplessPerTenantAlsoWhenUnitsRollBackAndRace(TestDatabase.Kind kind) throws Exception {
        TestDatabase db = db(kind);
        assertThat(db.tx().<Long>in(A, em -> db.series().next(A, "bill"))).isEqualTo(1);
        assertThatThrownBy(() -> db.tx().in(A, em -> {
            db.series().next(A, "bill");
            throw new IllegalStateException("the bill failed");
        })).hasMessage("the bill failed");
        assertThat(db.tx().<Long>in(B, em -> db.series().next(B, "bill"))).isEqualTo(1);

        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < 40; i++) tasks.add(() -> db.tx().in(A, em -> db.series().next(A, "bill")));
        List<Long> numbers = new ArrayList<>();
        for (Future<Long> f : pool.invokeAll(tasks)) numbers.add(f.get());
        pool.shutdown();
        assertThat(numbers).doesNotHaveDuplicates().allMatch(n -> n >= 2 && n <= 41);
    }

    @ParameterizedTest
    @EnumSource
    void twoWhoAskForTheFirstNumberOfASeriesAtOnceBothGetOne(TestDatabase.Kind kind) throws Exception {
        TestDatabase db = db(kind);
        MeetingTx tx = new MeetingTx(db.tx(), NumberSeries.class);
        Series series = new JpaSeries(tx);
        Callable<Long> ask = () -> tx.in(A, em -> {
            db.directory().claim(Kind.HOST, Thread.currentThread().getName(), A, null);
            return series.next(A, "receipt");
        });
        AtomicInteger thread = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(2, r -> new Thread(r, "first-" + thread.incrementAndGet()));
        List<Long> numbers = new ArrayList<>();
        for (Future<Long> f : pool.invokeAll(List.of(ask, ask))) numbers.add(f.get());
        pool.shutdown();
        assertThat(tx.came()).as("both found no series and were about to make it").isEqualTo(2);
        assertThat(numbers).containsExactlyInAnyOrder(1L, 2L);
        for (int i = 1; i <= 2; i++) assertThat(db.directory().find(Kind.HOST, "first-" + i)).as("what else the units did").isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void anotherTenantsRowsAreNotFoundNotCountedNotChangedNotRemoved(TestDatabase.Kind kind) {
        TestDatabase db = db(kind);
        long id = db.tx().in(A, em -> {
            NumberSeries s = new NumberSeries("secret");
            em.persist(s);
            return s.getId();
        });
        db.tx().run(B, em -> {
            assertThat(em.find(NumberSeries.class, id)).isNull();
            assertThat(em.createQuery("select count(s) from NumberSeries s where s.name = 'secret'", Long.class).getSingleResult()).isZero();
            assertThat(em.createQuery("update NumberSeries s set s.lastNumber = 9 where s.id = ?1").setParameter(1, id).executeUpdate()).isZero();
            assertThat(em.createQuery("delete from NumberSeries s where s.id = ?1").setParameter(1, id).executeUpdate()).isZero();
        });
        assertThat(db.tx().<Long>in(A, em -> em.createQuery("select count(s) from NumberSeries s where s.name = 'secret'", Long.class).getSingleResult())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void theDoorRefusesANestedChangeOfTenantAndAMissingOne(TestDatabase.Kind kind) {
        TestDatabase db = db(kind);
        assertThatThrownBy(() -> db.tx().in(null, em -> 1)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> db.tx().in(A, em -> db.tx().in(B, x -> 1))).hasMessageContaining("another tenant");
        assertThatThrownBy(() -> db.tx().platform("test", em -> em.createQuery("select s from NumberSeries s").getResultList())).isInstanceOf(RuntimeException.class);
        assertThat(db.tx().running()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRES")
    void theApplicationsRoleSeesNothingByNativeSqlWithoutATenantAndOnlyItsOwnWithOne(TestDatabase.Kind kind) throws SQLException {
        TestDatabase db = db(kind);
        db.tx().run(A, em -> em.persist(new NumberSeries("native-a")));
        db.tx().run(B, em -> em.persist(new NumberSeries("native-b")));
        assertThat(rows(db.raw().getConnection(), true)).isEmpty();
        assertThat(rows(db.owner().getConnection(), true)).as("forced, so the owner too").isEmpty();
        db.tx().run(A, em -> assertThat(rows(db.tx().joined().getConnection(), false)).contains("a").doesNotContain("b"));
        assertThatThrownBy(() -> db.tx().run(A, em -> {
            try (Statement s = db.tx().joined().getConnection().createStatement()) {
                s.execute("insert into persistence_series values ('b', 1, 0, now(), now(), 'x', 0)");
            }
        })).hasStackTraceContaining("row-level security");
    }

    private static List<String> rows(Connection c, boolean close) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement s = c.createStatement(); ResultSet r = s.executeQuery("select distinct tenant_id from persistence_series")) {
            while (r.next()) found.add(r.getString(1));
        }
        if (close) c.close();
        return found;
    }

    @ParameterizedTest
    @EnumSource
    void aDirectoryKeyBelongsToOneTenant(TestDatabase.Kind kind) {
        TestDatabase db = db(kind);
        db.directory().claim(Kind.SLUG, "savanna", A, null);
        assertThatThrownBy(() -> db.directory().claim(Kind.SLUG, "savanna", B, null)).isInstanceOf(Conflict.class);
        assertThat(db.directory().find(Kind.SLUG, "savanna")).get().extracting(e -> e.tenant()).isEqualTo(A);
        db.directory().release(Kind.SLUG, "savanna");
        assertThat(db.directory().find(Kind.SLUG, "savanna")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsHookedToACommitRunsAfterItAndNeverAfterARollback(TestDatabase.Kind kind) {
        TestDatabase db = db(kind);
        List<String> ran = new ArrayList<>();
        db.tx().run(A, em -> {
            db.tx().afterCommit(() -> ran.add("after"));
            ran.add("in");
        });
        assertThatThrownBy(() -> db.tx().run(A, em -> {
            db.tx().afterCommit(() -> ran.add("never"));
            throw new IllegalStateException();
        })).isInstanceOf(IllegalStateException.class);
        assertThat(ran).containsExactly("in", "after");
    }

    @ParameterizedTest
    @EnumSource
    void aSecretOpensForItsTenantAndPurposeOnly(TestDatabase.Kind kind) {
        String sealed = db(kind).secrets().seal(A, "pppoe", "päss");
        assertThat(sealed).startsWith("k1:").doesNotContain("päss");
        assertThat(db(kind).secrets().open(A, "pppoe", sealed)).isEqualTo("päss");
        assertThatThrownBy(() -> db(kind).secrets().open(B, "pppoe", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> db(kind).secrets().open(A, "api", sealed)).isInstanceOf(IllegalStateException.class);
    }
}
