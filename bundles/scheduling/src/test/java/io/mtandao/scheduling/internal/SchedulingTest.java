package io.mtandao.scheduling.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Money;
import io.mtandao.api.TenantId;
import io.mtandao.api.work.DomainEvent;
import io.mtandao.api.work.EventHandler;
import io.mtandao.api.work.JobHandler;
import io.mtandao.scheduling.internal.entity.EventRow;
import io.mtandao.scheduling.internal.entity.HandledRow;
import io.mtandao.scheduling.internal.entity.JobRow;
import io.mtandao.testing.db.MeetingTx;
import io.mtandao.testing.db.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchedulingTest {
    private static final TenantId A = new TenantId("a");
    private static final TenantId B = new TenantId("b");
    private static final List<Class<?>> ENTITIES = List.of(EventRow.class, HandledRow.class, JobRow.class);
    private final Map<TestDatabase.Kind, TestDatabase> databases = new EnumMap<>(TestDatabase.Kind.class);
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private Desk desk;
    private Runner runner;
    private TestDatabase db;

    record ShopOpened(String name, Money till, Instant at) implements DomainEvent {}

    private void given(TestDatabase.Kind kind) throws Exception {
        db = databases.computeIfAbsent(kind, k -> TestDatabase.open(k, Clock.systemUTC(), List.of("db/persistence.xml", "db/scheduling.xml"), ENTITIES));
        desk = new Desk(db.tx(), db.raw(), Clock.systemUTC());
        runner = new Runner(desk, db.tx(), db.raw(), Clock.systemUTC(), Duration.ofMillis(100));
    }

    @AfterEach
    void stop() {
        if (runner != null) runner.close();
    }

    @AfterAll
    void close() {
        databases.values().forEach(TestDatabase::close);
    }

    private EventHandler<ShopOpened> handler(String name, Function<ShopOpened, String> work) {
        return new EventHandler<>() {
            @Override
            public Class<ShopOpened> type() {
                return ShopOpened.class;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public void on(TenantId tenant, ShopOpened event) {
                seen.add(tenant + " " + work.apply(event));
            }
        };
    }

    private JobHandler job(String name, Function<String, Instant> work) {
        return new JobHandler() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Instant run(TenantId tenant, String key, String data) {
                seen.add(tenant + " " + key + " " + data);
                return work.apply(key);
            }
        };
    }

    private String next() throws InterruptedException {
        return seen.poll(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource
    void anEventReachesItsHandlersAfterTheCommitAndNeverWhenTheUnitRollsBack(TestDatabase.Kind kind) throws Exception {
        given(kind);
        runner.addEventHandler(handler("one", e -> e.name() + " " + e.till()));
        assertThatThrownBy(() -> db.tx().run(A, em -> {
            desk.raise(A, new ShopOpened("never", Money.of(1, "KES"), Instant.EPOCH));
            throw new IllegalStateException("no");
        })).hasMessage("no");
        db.tx().run(A, em -> desk.raise(A, new ShopOpened("Duka", Money.of(150_000, "KES"), Instant.EPOCH)));
        assertThat(next()).isEqualTo("a Duka KES 1,500.00");
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aHandlerThatFailsIsTriedAgainAndTheOthersGetTheEventOnce(TestDatabase.Kind kind) throws Exception {
        given(kind);
        AtomicInteger tries = new AtomicInteger();
        runner.addEventHandler(handler("good", e -> "good"));
        runner.addEventHandler(handler("weak", e -> {
            if (tries.incrementAndGet() == 1) throw new IllegalStateException("first time");
            return "weak";
        }));
        db.tx().run(B, em -> desk.raise(B, new ShopOpened("Duka", Money.of(1, "KES"), Instant.EPOCH)));
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("b good", "b weak");
        assertThat(seen).isEmpty();
        assertThat(tries).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource
    void aJobRunsOnceAndTheEarlierTimeWins(TestDatabase.Kind kind) throws Exception {
        given(kind);
        runner.addJobHandler(job("greet", k -> null));
        desk.schedule(A, "greet", "k", Instant.now().plusSeconds(3600), "late");
        desk.schedule(A, "greet", "k", Instant.now(), "now");
        assertThat(next()).isEqualTo("a k now");
        desk.schedule(A, "greet", "gone", Instant.now().plusMillis(300), "x");
        desk.cancel(A, "greet", "gone");
        desk.schedule(A, "greet", "last", Instant.now().plusMillis(600), "y");
        assertThat(next()).isEqualTo("a last y");
    }

    @ParameterizedTest
    @EnumSource
    void aJobWaitsForItsHandlerAndMayAskToRunAgain(TestDatabase.Kind kind) throws Exception {
        given(kind);
        AtomicInteger runs = new AtomicInteger();
        desk.schedule(A, "slow-to-come", "k", Instant.now(), "d");
        runner.addJobHandler(job("slow-to-come", k -> runs.incrementAndGet() < 3 ? Instant.now() : null));
        assertThat(List.of(next(), next(), next())).containsOnly("a k d");
    }

    @ParameterizedTest
    @EnumSource
    void aJobAskedForWhileItRunsRunsOnceMore(TestDatabase.Kind kind) throws Exception {
        given(kind);
        AtomicInteger runs = new AtomicInteger();
        runner.addJobHandler(job("again", k -> {
            if (runs.incrementAndGet() == 1) desk.schedule(A, "again", "k", Instant.now(), "second");
            return null;
        }));
        desk.schedule(A, "again", "k", Instant.now(), "first");
        assertThat(next()).isEqualTo("a k first");
        assertThat(next()).isEqualTo("a k second");
    }

    @ParameterizedTest
    @EnumSource
    void unitsThatAskForTheSameJobAtOnceAllCommitAndThereIsOneJob(TestDatabase.Kind kind) throws Exception {
        given(kind);
        MeetingTx meeting = new MeetingTx(db.tx(), JobRow.class);
        Desk busy = new Desk(meeting, db.raw(), Clock.systemUTC());
        AtomicInteger begun = new AtomicInteger();
        EventHandler<ShopOpened> asks = handler("asks", e -> {
            begun.incrementAndGet();
            busy.schedule(A, "sync", "router-1", Instant.now().plusSeconds(3600), e.name());
            db.tx().afterCommit(() -> seen.add("committed " + e.name()));
            return "asked";
        });
        runner.addEventHandler(asks);
        String log = logged(() -> {
            db.tx().run(A, em -> desk.raise(A, new ShopOpened("one", Money.of(1, "KES"), Instant.EPOCH)));
            db.tx().run(A, em -> desk.raise(A, new ShopOpened("two", Money.of(1, "KES"), Instant.EPOCH)));
            assertThat(List.of(next(), next(), next(), next())).containsExactlyInAnyOrder("a asked", "a asked", "committed one", "committed two");
        });
        assertThat(meeting.came()).as("both found no job and were about to make it").isEqualTo(2);
        assertThat(begun).as("the loser's unit was repeated").hasValue(3);
        assertThat(log).as("nothing is wrong").doesNotContain("WARN", "Exception");
        db.tx().run(A, em -> {
            assertThat(em.createQuery("select count(j) from JobRow j where j.job = 'sync'", Long.class).getSingleResult()).isEqualTo(1);
            assertThat(em.createQuery("select count(h) from HandledRow h where h.handler = 'asks'", Long.class).getSingleResult()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aHandlerWhoseBundleIsBeingReplacedIsTriedAgainLikeAnyOtherThatFails(TestDatabase.Kind kind) throws Exception {
        given(kind);
        AtomicInteger told = new AtomicInteger(), runs = new AtomicInteger();
        runner.addEventHandler(handler("replaced", e -> {
            if (told.incrementAndGet() == 1) throw new NoClassDefFoundError("io/acme/Gateway");
            return "replaced";
        }));
        runner.addEventHandler(handler("other", e -> "other"));
        db.tx().run(B, em -> desk.raise(B, new ShopOpened("Duka", Money.of(1, "KES"), Instant.EPOCH)));
        assertThat(next()).as("the next handler is not kept from it").isEqualTo("b other");
        assertThat(next()).isEqualTo("b replaced");

        runner.addJobHandler(job("replaced", k -> {
            if (runs.incrementAndGet() == 1) throw new LinkageError("loader constraint violation");
            seen.add(db.tx().in(A, em -> em.createQuery("select j from JobRow j where j.job = 'replaced'", JobRow.class).getSingleResult().getLastError()));
            return null;
        }));
        desk.schedule(A, "replaced", "k", Instant.now(), "d");
        assertThat(List.of(next(), next(), next())).containsExactly("a k d", "a k d", "LinkageError: loader constraint violation");
    }

    /** What the given work, and what the threads do that it waits for, write into the log. */
    private static String logged(Work work) throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private interface Work {
        void run() throws Exception;
    }

    @Test
    void pausesGrowFromFiveSecondsToAnHour() {
        assertThat(Pauses.after(1)).hasSeconds(5);
        assertThat(Pauses.after(3)).hasSeconds(20);
        assertThat(Pauses.after(50)).hasHours(1);
    }
}
