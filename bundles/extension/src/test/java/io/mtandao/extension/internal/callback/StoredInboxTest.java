package io.mtandao.extension.internal.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.ListQuery;
import io.mtandao.api.TenantId;
import io.mtandao.api.Unavailable;
import io.mtandao.api.extension.CallbackInbox.Entry;
import io.mtandao.api.extension.CallbackInbox.State;
import io.mtandao.api.work.Jobs;
import io.mtandao.extension.internal.fixture.PlatformFixture;
import io.mtandao.spi.CallbackHandler;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredInboxTest extends InboxKit {
    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aNoticeIsStoredRawAnsweredAndHandledAfterwards(TestDatabase.Kind kind) {
        given(kind);
        assertThat(arrives("POST", "stk", "{\"Body\":\"ñ\"}")).isEqualTo(ACK);
        assertThat(handled).isEmpty();
        assertThat(only().state()).isEqualTo(State.WAITING);
        it.jobs.runDue(job);
        assertThat(handled).singleElement().satisfies(raw -> {
            assertThat(raw.text()).isEqualTo("{\"Body\":\"ñ\"}");
            assertThat(raw.headers()).isEqualTo(Map.of("x-signature", "abc"));
            assertThat(raw.query()).isEqualTo(Map.of("q", "1"));
            assertThat(raw.purpose()).isEqualTo("stk");
            assertThat(raw.receivedAt()).isEqualTo(platform.clock.instant());
        });
        assertThat(only()).satisfies(e -> {
            assertThat(e.state()).isEqualTo(State.DONE);
            assertThat(e.detail()).isEqualTo("booked");
            assertThat(e.processedAt()).isNotNull();
        });
        assertThat(it.jobs.count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void whatCannotBeStoredTogetherWithItsJobIsNotAcknowledged(TestDatabase.Kind kind) {
        given(kind);
        Jobs full = new Jobs() {
            @Override
            public void schedule(TenantId tenant, String job, String key, Instant at, String data) {
                throw new IllegalStateException("the disk is full");
            }

            @Override
            public void cancel(TenantId tenant, String job, String key) {}
        };
        inbox = new StoredInbox(it.db.tx(), it.directory, it.installed, questions, full, it.audit, platform.clock);
        assertThatThrownBy(() -> arrives("POST", "stk", "{}")).hasMessage("the disk is full");
        assertThat(inbox.list(admin(a), ListQuery.first(10)).items()).as("the vendor will send it again").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aHandlerThatIsBeingReplacedIsTriedAgain(TestDatabase.Kind kind) {
        given(kind);
        handler(raw -> {
            throw new NoClassDefFoundError("Booking");
        });
        arrives("POST", "stk", "{}");
        assertThatThrownBy(() -> job.run(a, Long.toString(only().id()), null)).hasMessage("the handler is being replaced").hasCauseInstanceOf(NoClassDefFoundError.class);
        assertThat(only()).extracting(Entry::state, Entry::tries).containsExactly(State.WAITING, 1);
        assertThat(job.run(a, "123456789", null)).as("a callback that is gone").isNull();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aJobThatRunsAgainAfterACrashHandsOverAgainUntilTheEndIsWrittenDown(TestDatabase.Kind kind) {
        given(kind);
        arrives("POST", "stk", "{}");
        String key = Long.toString(only().id());
        handler(raw -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> job.run(a, key, null)).hasMessage("killed");
        handler(raw -> new CallbackHandler.Outcome(true, "booked before, nothing new"));
        assertThat(job.run(a, key, null)).isNull();
        assertThat(job.run(a, key, null)).as("a third time").isNull();
        assertThat(handled).hasSize(2);
        assertThat(only().detail()).isEqualTo("booked before, nothing new");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void theSameDeliveryTwiceIsStoredTwice(TestDatabase.Kind kind) {
        given(kind);
        arrives("POST", "stk", "{}");
        arrives("POST", "stk", "{}");
        it.jobs.runDue(job);
        assertThat(handled).hasSize(2);
        assertThat(inbox.list(admin(a), ListQuery.where("state", "done")).items()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void whilePluginOrHandlerIsAwayCallbacksAreAnsweredAndWait(TestDatabase.Kind kind) {
        given(kind);
        it.installed.leave(till);
        assertThat(arrives("POST", "stk", "{}")).isEqualTo(ACK);
        for (int i = 0; i < 30; i++) {
            it.jobs.runDue(job);
            later(Duration.ofSeconds(5));
        }
        assertThat(only()).satisfies(e -> {
            assertThat(e.state()).isEqualTo(State.WAITING);
            assertThat(e.detail()).isEqualTo("waits: till is not running now");
            assertThat(e.tries()).isZero();
        });
        it.install(till);
        job.handlers = List.of();
        it.jobs.runDue(job);
        assertThat(only().detail()).isEqualTo("waits: nobody handles payment now");
        handler(raw -> {
            throw new Unavailable("the registry is restarting");
        });
        later(Duration.ofSeconds(5));
        it.jobs.runDue(job);
        assertThat(only()).extracting(Entry::tries, Entry::detail).containsExactly(0, "waits: the registry is restarting");
        handler(raw -> new CallbackHandler.Outcome(true, "late but booked"));
        later(Duration.ofSeconds(5));
        it.jobs.runDue(job);
        assertThat(only().detail()).isEqualTo("late but booked");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void whatComesForAPluginThatIsSwitchedOffWaitsUntilItIsOnAgain(TestDatabase.Kind kind) {
        given(kind);
        it.plugins.configure(admin(a), "till", false, Map.of());
        assertThat(arrives("POST", "stk", "{}")).isEqualTo(ACK);
        assertThat(arrives("POST", "ask", "{}")).isEqualTo(FALLBACK);
        it.jobs.runDue(job);
        assertThat(handled).isEmpty();
        it.plugins.configure(admin(a), "till", true, Map.of());
        later(Duration.ofMinutes(1));
        it.jobs.runDue(job);
        assertThat(handled).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void whatIsNotAcceptedGoesIntoQuarantineAndAPersonMayReplayIt(TestDatabase.Kind kind) {
        given(kind);
        handler(raw -> new CallbackHandler.Outcome(false, "no such prompt"));
        arrives("POST", "stk", "{}");
        it.jobs.runDue(job);
        assertThat(only()).extracting(Entry::state, Entry::detail).containsExactly(State.QUARANTINED, "no such prompt");
        handler(raw -> new CallbackHandler.Outcome(true, "booked"));
        inbox.replay(admin(a), only().id());
        it.jobs.runDue(job);
        assertThat(only().state()).isEqualTo(State.DONE);
        assertThat(it.audit.lines).last().asString().contains("callback.replay");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void whatAlwaysFailsIsGivenUpAfterTwentyTriesButKept(TestDatabase.Kind kind) {
        given(kind);
        handler(raw -> {
            throw new IllegalStateException("database of the vendor is on fire");
        });
        arrives("POST", "stk", "{}");
        int throwsSeen = 0;
        while (it.jobs.count() > 0) {
            if (it.jobs.runDue(job) != null) throwsSeen++;
            later(Duration.ofSeconds(5));
        }
        assertThat(throwsSeen).isEqualTo(19);
        assertThat(only()).satisfies(e -> {
            assertThat(e.state()).isEqualTo(State.FAILED);
            assertThat(e.tries()).isEqualTo(20);
            assertThat(e.detail()).contains("on fire");
        });
        handler(raw -> new CallbackHandler.Outcome(true, "booked"));
        inbox.replay(admin(a), only().id());
        it.jobs.runDue(job);
        assertThat(only()).extracting(Entry::state, Entry::tries).containsExactly(State.DONE, 0);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void callbacksAreDeletedWhenTheRetentionIsOverButNeverWhatWaitsNorAnotherIsps(TestDatabase.Kind kind) {
        given(kind);
        arrives("POST", "stk", "old");
        it.jobs.runDue(job);
        String own = token;
        TenantId b = PlatformFixture.newTenant();
        token = enable(b);
        arrives("POST", "ask", "of B");
        token = own;
        it.plugins.configure(admin(a), "till", false, Map.of());
        arrives("POST", "stk", "old, waits");
        CallbackRetention retention = new CallbackRetention(it.db.tx(), PlatformFixture.settings(), it.jobs, platform.clock);
        retention.setUp(admin(a), PlatformFixture.settings().get(null));
        later(Duration.ofDays(90));
        arrives("POST", "ask", "new");
        it.jobs.runDue(retention);
        assertThat(inbox.list(admin(a), ListQuery.first(9)).items()).as("not yet").hasSize(3);
        later(Duration.ofDays(1));
        it.jobs.runDue(retention);
        assertThat(inbox.list(admin(a), ListQuery.first(9)).items()).extracting(Entry::body).containsExactly("new", "old, waits");
        assertThat(inbox.list(admin(b), ListQuery.first(9)).items()).hasSize(1);
    }
}
