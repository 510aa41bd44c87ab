package io.mtandao.testing.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.TenantId;
import io.mtandao.persistence.TenantTx;
import io.mtandao.persistence.internal.entity.NumberSeries;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a unit of work gathers, and what it does with it at its end. */
class BeforeCommitTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final Map<TestDatabase.Kind, TestDatabase> OPEN = new EnumMap<>(TestDatabase.Kind.class);
    private final TenantId tenant = new TenantId(UUID.randomUUID().toString());
    private final List<String> told = new ArrayList<>();
    private TenantTx tx;

    /** Names that a unit of work gathers. */
    private static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1;
    }

    private void given(TestDatabase.Kind kind) {
        tx = OPEN.computeIfAbsent(kind, k -> TestDatabase.open(k, Clock.systemUTC(), List.of("db/persistence.xml"), List.of())).tx();
    }

    @AfterAll
    static void close() {
        OPEN.values().forEach(TestDatabase::close);
    }

    /** Written in one piece at the end of the unit, however many calls there were. */
    private void write(String name) {
        Names names = tx.perUnit(Names.class, Names::new);
        if (names.isEmpty()) tx.beforeCommit(em -> {
            told.add("wrote " + names);
            for (String n : names) em.persist(new NumberSeries(n));
        });
        names.add(name);
    }

    private List<String> written() {
        return tx.in(tenant, em -> em.createQuery("select s.name from NumberSeries s order by s.name", String.class).getResultList());
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatAUnitGathersIsWrittenOnceBeforeItsCommit(TestDatabase.Kind kind) {
        given(kind);
        tx.run(tenant, em -> {
            write("a");
            // a joined unit is a part of the outer one
            tx.run(tenant, inner -> write("b"));
            tx.afterCommit(() -> told.add("committed"));
            told.add("done");
        });
        assertThat(told).containsExactly("done", "wrote [a, b]", "committed");
        assertThat(written()).containsExactly("a", "b");
        tx.run(tenant, em -> write("c"));
        assertThat(told).as("another unit begins with nothing").endsWith("wrote [c]");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void actionsRunInOrderAndThoseHookedOnByActionsBehindThem(TestDatabase.Kind kind) {
        given(kind);
        tx.run(tenant, em -> {
            tx.beforeCommit(x -> tx.beforeCommit(y -> told.add("last")));
            tx.beforeCommit(x -> told.add("first"));
            tx.beforeCommit(x -> told.add("second"));
        });
        assertThat(told).containsExactly("first", "second", "last");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aThrowBeforeTheCommitRollsTheUnitBack(TestDatabase.Kind kind) {
        given(kind);
        assertThatThrownBy(() -> tx.run(tenant, em -> {
            em.persist(new NumberSeries("lost"));
            em.flush();
            tx.beforeCommit(x -> {
                throw new java.io.IOException("no");
            });
            tx.beforeCommit(x -> told.add("never"));
            tx.afterCommit(() -> told.add("never"));
        })).hasRootCauseMessage("no");
        assertThat(told).isEmpty();
        assertThat(written()).isEmpty();
        assertThat(tx.running()).isFalse();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aUnitThatIsToBeRolledBackDoesNothingMoreBeforeItsCommit(TestDatabase.Kind kind) {
        given(kind);
        assertThatThrownBy(() -> tx.run(tenant, em -> {
            write("lost");
            em.getTransaction().setRollbackOnly();
        })).hasMessageContaining("rolled back");
        assertThat(told).isEmpty();
        assertThat(written()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aRepeatedUnitStartsClean(TestDatabase.Kind kind) {
        given(kind);
        AtomicInteger tries = new AtomicInteger();
        tx.run(tenant, em -> {
            write("try " + tries.incrementAndGet());
            if (tries.get() == 1) throw new IllegalStateException(new SQLException("the victim of a deadlock", "40001"));
        });
        assertThat(told).containsExactly("wrote [try 2]");
        assertThat(written()).containsExactly("try 2");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void outsideAUnitOfWorkThereIsNoEndToWaitFor(TestDatabase.Kind kind) {
        given(kind);
        assertThatThrownBy(() -> tx.beforeCommit(em -> told.add("never"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tx.perUnit(Names.class, Names::new)).isInstanceOf(IllegalStateException.class);
    }
}
