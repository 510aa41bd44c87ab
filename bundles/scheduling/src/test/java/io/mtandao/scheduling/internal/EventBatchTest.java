package io.mtandao.scheduling.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.TenantId;
import io.mtandao.api.work.DomainEvent;
import io.mtandao.api.work.EventHandler;
import io.mtandao.scheduling.internal.entity.EventRow;
import io.mtandao.scheduling.internal.entity.HandledRow;
import io.mtandao.scheduling.internal.entity.JobRow;
import io.mtandao.testing.db.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.persistence.EntityManager;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many events of one unit of work: one wake-up, each handled exactly once, none in another's way. */
class EventBatchTest {
    private static final TenantId A = new TenantId(UUID.randomUUID().toString());
    private final BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
    private TestDatabase db;
    private Desk desk;
    private Runner runner;

    record Numbered(int number) implements DomainEvent {}

    /** A database of its own for each test: what waits in it is counted. Nothing runs yet. */
    private void given(TestDatabase.Kind kind) throws Exception {
        db = TestDatabase.open(kind, Clock.systemUTC(), List.of("db/persistence.xml", "db/scheduling.xml"), List.of(EventRow.class, HandledRow.class, JobRow.class));
        desk = new Desk(db.tx(), db.raw(), Clock.systemUTC());
    }

    /** The node starts. */
    private void runs(Consumer<Integer> handler) throws Exception {
        runner = new Runner(desk, db.tx(), db.raw(), Clock.systemUTC(), Duration.ofMillis(100));
        runner.addEventHandler(new EventHandler<Numbered>() {
            @Override
            public Class<Numbered> type() {
                return Numbered.class;
            }

            @Override
            public String name() {
                return "counting";
            }

            @Override
            public void on(TenantId tenant, Numbered event) {
                handler.accept(event.number());
                db.tx().afterCommit(() -> seen.add(event.number()));
            }
        });
    }

    @AfterEach
    void close() {
        if (runner != null) runner.close();
        db.close();
    }

    private void raised(EntityManager em, int from, int to) {
        for (int i = from; i <= to; i++) desk.raise(A, new Numbered(i));
    }

    private List<Integer> next(int count) throws InterruptedException {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) numbers.add(seen.poll(60, TimeUnit.SECONDS));
        return numbers;
    }

    private List<String> waiting() throws SQLException {
        List<String> kinds = new ArrayList<>();
        try (Connection c = db.raw().getConnection(); Statement s = c.createStatement(); ResultSet r = s.executeQuery("select task_name from scheduled_tasks order by task_name")) {
            while (r.next()) kinds.add(r.getString(1));
        }
        return kinds;
    }

    @ParameterizedTest
    @EnumSource
    void aUnitLeavesOneWakeUpForEachFiveHundredEventsAndEachIsHandledOnce(TestDatabase.Kind kind) throws Exception {
        given(kind);
        db.tx().run(A, em -> raised(em, 1, 1_200));
        assertThat(waiting()).containsExactly("events", "events", "events");
        runs(n -> {});
        assertThat(next(1_200)).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 1_200).boxed().toList());
        db.tx().run(A, em -> raised(em, 1_201, 1_201));
        assertThat(next(1)).containsExactly(1_201);
        assertThat(seen).isEmpty();
        db.tx().run(A, em -> assertThat(em.createQuery("select count(h) from HandledRow h", Long.class).getSingleResult()).isEqualTo(1_201));
    }

    @ParameterizedTest
    @EnumSource
    void raisingReadsNothingPerEvent(TestDatabase.Kind kind) throws Exception {
        given(kind);
        List<String> reads = new ArrayList<>();
        AbstractSessionLog log = new AbstractSessionLog() {
            @Override
            public void log(SessionLogEntry entry) {
                if (entry.getMessage().matches("(?is)\\s*(select|values).*")) reads.add(entry.getMessage());
            }
        };
        log.setLevel(SessionLog.FINE);
        db.tx().run(A, em -> JpaHelper.getServerSession(db.factory()).setSessionLog(log));
        db.tx().run(A, em -> raised(em, 1, 1_000));
        assertThat(reads).as("of the id sequence, which gives 500 at a time").isNotEmpty().hasSizeLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void aUnitThatRollsBackAtItsEndLeavesNothing(TestDatabase.Kind kind) throws Exception {
        given(kind);
        assertThatThrownBy(() -> db.tx().run(A, em -> {
            raised(em, 1, 3);
            db.tx().beforeCommit(e -> {
                throw new IllegalStateException("no");
            });
        })).hasMessage("no");
        assertThat(waiting()).isEmpty();
        // what is raised while others finish is not forgotten
        db.tx().run(A, em -> {
            raised(em, 1, 1);
            db.tx().beforeCommit(e -> raised(em, 2, 3));
        });
        assertThat(waiting()).containsExactly("events", "events");
        runs(n -> {});
        assertThat(next(3)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource
    void anEventThatFailsIsTriedAgainAloneAndTheOthersAreDoneWith(TestDatabase.Kind kind) throws Exception {
        given(kind);
        List<Integer> begun = java.util.Collections.synchronizedList(new ArrayList<>());
        db.tx().run(A, em -> raised(em, 1, 50));
        runs(n -> {
            begun.add(n);
            if (n == 7 && begun.stream().filter(b -> b == 7).count() == 1) throw new IllegalStateException("first time");
        });
        List<Integer> done = next(50);
        assertThat(done).as("it kept nobody waiting").endsWith(7).doesNotHaveDuplicates().hasSize(50);
        assertThat(begun).as("the others were not even looked at again").hasSize(51);
    }

    @ParameterizedTest
    @EnumSource
    void aHandlerThatLostARaceForARowIsRepeatedInItsTurn(TestDatabase.Kind kind) throws Exception {
        given(kind);
        desk.schedule(A, "raced", "for", Instant.now().plus(Duration.ofDays(1)), null);
        db.tx().run(A, em -> raised(em, 1, 20));
        AtomicInteger races = new AtomicInteger();
        runs(n -> db.tx().run(A, em -> {
            if (n != 7) return;
            JobRow row = raced(em);
            if (races.incrementAndGet() < 3) CompletableFuture.runAsync(() -> db.tx().run(A, other -> raced(other).failed("a test"))).join();
            row.failed("a test");
        }));
        assertThat(next(20)).as("nobody came between").isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
        assertThat(races).hasValue(3);
    }

    private static JobRow raced(EntityManager em) {
        return em.createQuery("select j from JobRow j where j.job = 'raced'", JobRow.class).getSingleResult();
    }

    @ParameterizedTest
    @EnumSource
    void aBatchThatComesAgainRepeatsNothing(TestDatabase.Kind kind) throws Exception {
        given(kind);
        db.tx().run(A, em -> raised(em, 1, 20));
        List<Long> ids = db.tx().in(A, em -> em.createQuery("select e.id from EventRow e order by e.id", Long.class).getResultList());
        runs(n -> {});
        next(20);
        // as after the death of a node that had handled all and had not yet said so, with one event more that it had not come to
        db.tx().run(A, em -> {
            em.persist(new EventRow("Numbered", "{\"number\":21}"));
            em.flush();
            List<Long> all = em.createQuery("select e.id from EventRow e order by e.id desc", Long.class).getResultList();
            assertThat(all).hasSize(21).containsAll(ids);
            desk.wakeUps().events(A, List.of(all));
        });
        assertThat(next(1)).containsExactly(21);
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void wakeUpsFromBeforeThereWereBatchesAreStillAnswered(TestDatabase.Kind kind) throws Exception {
        given(kind);
        db.tx().run(A, em -> {
            for (int i = 1; i <= 2; i++) {
                EventRow row = new EventRow("Numbered", "{\"number\":" + i + "}");
                em.persist(row);
                em.flush();
                // one row of the kind "event" for each, named tenant/id, without data
                try (var s = db.tx().joined().getConnection().prepareStatement(
                        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) values ('event', ?, current_timestamp, false, 1)")) {
                    s.setString(1, A + "/" + row.getId());
                    s.executeUpdate();
                }
            }
        });
        runs(n -> {});
        assertThat(next(2)).containsExactlyInAnyOrder(1, 2);
    }
}
