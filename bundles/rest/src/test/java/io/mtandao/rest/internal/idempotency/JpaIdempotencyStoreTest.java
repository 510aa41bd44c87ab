package io.mtandao.rest.internal.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.TenantId;
import io.mtandao.persistence.TenantEntity;
import io.mtandao.rest.internal.entity.KeptReply;
import io.mtandao.rest.internal.idempotency.IdempotencyStore.Begun;
import io.mtandao.rest.internal.idempotency.IdempotencyStore.Kept;
import io.mtandao.rest.internal.idempotency.IdempotencyStore.Outcome;
import io.mtandao.testing.db.MovableClock;
import io.mtandao.testing.db.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The store on Derby and on PostgreSQL. */
class JpaIdempotencyStoreTest {
    private static final TenantId A = TestDatabase.tenant("isp-a"), B = TestDatabase.tenant("isp-b");
    private static final String OWNER = "STAFF/17";
    private static final Kept CREATED = new Kept(201, Map.of("Content-Type", "application/json", "Location", "/api/v1/payments/7"), new byte[] {'{', 0, (byte) 0xff, '}'});
    private final MovableClock clock = MovableClock.at("2026-11-22T09:00:00Z");
    private TestDatabase db;
    private IdempotencyStore store;

    void on(TestDatabase.Kind kind) {
        TenantEntity.tellTime(clock);
        db = TestDatabase.open(kind, clock, List.of("db/persistence.xml", "db/rest.xml"), List.of(KeptReply.class));
        store = new JpaIdempotencyStore(db.tx(), clock);
    }

    @AfterEach
    void close() {
        db.close();
        TenantEntity.tellTime(Clock.systemUTC());
    }

    private Outcome begin(TenantId tenant, String caller, String key, String fingerprint) {
        return store.begin(tenant, caller, key, fingerprint).outcome();
    }

    private void assertKept(Begun begun, Kept expected) {
        assertThat(begun.outcome()).isEqualTo(Outcome.REPLAY);
        assertThat(begun.kept().status()).isEqualTo(expected.status());
        assertThat(begun.kept().headers()).isEqualTo(expected.headers());
        assertThat(begun.kept().body()).isEqualTo(expected.body());
    }

    @ParameterizedTest
    @EnumSource
    void aFinishedRequestIsReplayedAsItWasAnswered(TestDatabase.Kind kind) {
        on(kind);
        assertThat(begin(A, OWNER, "k1", "f1")).isEqualTo(Outcome.FRESH);
        assertThat(begin(A, OWNER, "k1", "f1")).isEqualTo(Outcome.UNFINISHED);
        store.finish(A, OWNER, "k1", CREATED);
        assertKept(store.begin(A, OWNER, "k1", "f1"), CREATED);
        assertThat(begin(A, OWNER, "k1", "f2")).isEqualTo(Outcome.DIFFERENT);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerWithoutHeadersAndBodyIsKeptToo(TestDatabase.Kind kind) {
        on(kind);
        begin(A, OWNER, "k1", "f1");
        store.finish(A, OWNER, "k1", new Kept(204, Map.of(), new byte[0]));
        assertKept(store.begin(A, OWNER, "k1", "f1"), new Kept(204, Map.of(), new byte[0]));
    }

    @ParameterizedTest
    @EnumSource
    void tenantsAndCallersDoNotShareKeys(TestDatabase.Kind kind) {
        on(kind);
        begin(A, OWNER, "k1", "f1");
        store.finish(A, OWNER, "k1", CREATED);
        assertThat(begin(B, OWNER, "k1", "f1")).isEqualTo(Outcome.FRESH);
        assertThat(begin(A, "API_KEY/17", "k1", "f1")).isEqualTo(Outcome.FRESH);
        store.finish(B, OWNER, "k1", new Kept(204, Map.of(), new byte[0]));
        store.release(B, OWNER, "k1");
        assertKept(store.begin(A, OWNER, "k1", "f1"), CREATED);
    }

    @ParameterizedTest
    @EnumSource
    void aReleasedKeyIsFreshAgain(TestDatabase.Kind kind) {
        on(kind);
        begin(A, OWNER, "k1", "f1");
        store.release(A, OWNER, "k1");
        assertThat(begin(A, OWNER, "k1", "f2")).isEqualTo(Outcome.FRESH);
    }

    @ParameterizedTest
    @EnumSource
    void answersAreKeptForADay(TestDatabase.Kind kind) {
        on(kind);
        begin(A, OWNER, "k1", "f1");
        store.finish(A, OWNER, "k1", CREATED);
        clock.advance(Duration.ofHours(24));
        assertKept(store.begin(A, OWNER, "k1", "f1"), CREATED);
        clock.advance(Duration.ofSeconds(1));
        assertThat(begin(A, OWNER, "k1", "f1")).isEqualTo(Outcome.FRESH);
    }

    @ParameterizedTest
    @EnumSource
    void ofEightTwinsAtOnceOneIsFresh(TestDatabase.Kind kind) throws Exception {
        on(kind);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Outcome>> twins = new ArrayList<>();
            for (int i = 0; i < 8; i++) twins.add(() -> begin(A, OWNER, "k1", "f1"));
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> f : threads.invokeAll(twins)) outcomes.add(f.get());
            assertThat(outcomes).containsOnlyOnce(Outcome.FRESH).containsOnly(Outcome.FRESH, Outcome.UNFINISHED);
        } finally {
            threads.shutdown();
        }
    }
}
