package io.mtandao.extension.internal.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.TenantId;
import io.mtandao.api.Throttled;
import io.mtandao.api.extension.CallbackInbox.Answer;
import io.mtandao.api.extension.CallbackInbox.Arrival;
import io.mtandao.api.extension.CallbackInbox.Entry;
import io.mtandao.api.extension.CallbackInbox.State;
import io.mtandao.extension.internal.fixture.PlatformFixture;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What vendors and strangers may do at the door. */
class InboxDoorTest extends InboxKit {
    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aQuestionIsAnsweredByThePluginAtOnceAndLogged(TestDatabase.Kind kind) {
        given(kind);
        assertThat(arrives("POST", "ask", "{}")).isEqualTo(new Answer(200, "application/json", "{\"holder\":\"Wanjiku\"}"));
        assertThat(only()).extracting(Entry::state, Entry::detail).containsExactly(State.DONE, "answered 200: {\"holder\":\"Wanjiku\"}");
        assertThat(it.jobs.count()).isZero();
        assertThatThrownBy(() -> inbox.replay(admin(a), only().id())).isInstanceOf(Conflict.class);
        assertThat(arrives("GET", "stk", "")).as("a vendor verifies the address").isEqualTo(new Answer(200, "application/json", "{\"holder\":\"Wanjiku\"}"));
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aQuestionThatCannotBeAnsweredGetsTheDeclaredFallback(TestDatabase.Kind kind) {
        given(kind);
        till.reply = accounts -> {
            throw new IllegalStateException("broken");
        };
        assertThat(arrives("POST", "ask", "{}")).isEqualTo(FALLBACK);
        till.reply = accounts -> null;
        assertThat(arrives("POST", "ask", "{}")).isEqualTo(FALLBACK);
        CountDownLatch never = new CountDownLatch(1);
        till.reply = accounts -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return null;
        };
        long began = System.nanoTime();
        assertThat(arrives("POST", "ask", "{}")).isEqualTo(FALLBACK);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
        questions.subscribers = null;
        till.reply = accounts -> new io.mtandao.spi.CallbackQuestions.Reply(200, "text/plain", accounts.holderOf("KE-001").orElse("nobody"));
        assertThat(arrives("POST", "ask", "{}")).isEqualTo(FALLBACK);
        it.installed.leave(till);
        assertThat(arrives("POST", "ask", "{}")).isEqualTo(FALLBACK);
        assertThat(arrives("GET", "stk", "")).as("the address is verified while the plugin is away").isEqualTo(ACK);
        assertThat(only().detail()).startsWith("answered the fallback: ");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void unknownAddressesAndTooMuchOfAnythingAreRefused(TestDatabase.Kind kind) {
        given(kind);
        assertThatThrownBy(() -> arrives("POST", "b2c", "{}")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> arrives("POST", "stk", "x".repeat(64 * 1024 + 1))).isInstanceOf(Invalid.class);
        assertThat(arrives("POST", "stk", "x".repeat(64 * 1024))).isEqualTo(ACK);
        for (String wrong : new String[] {"", null, "0".repeat(48), token.toUpperCase(java.util.Locale.ROOT) + " "}) {
            assertThatThrownBy(() -> inbox.receive(new Arrival(wrong, "stk", "POST", null, null, null, null))).isInstanceOf(NotFound.class);
        }
        assertThat(inbox.receive(new Arrival(token, "stk", "POST", null, null, null, null))).isEqualTo(ACK);
        assertThatThrownBy(() -> {
            for (int i = 0; i < 250; i++) arrives("POST", "b2c", "");
        }).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aFloodAtOneAddressIsThrottledAndOthersAreNot(TestDatabase.Kind kind) {
        given(kind);
        TokenBuckets buckets = new TokenBuckets(platform.clock, 50, 200);
        for (int i = 0; i < 200; i++) buckets.take("one");
        assertThatThrownBy(() -> buckets.take("one")).isInstanceOf(Throttled.class);
        buckets.take("two");
        later(Duration.ofMillis(20));
        buckets.take("one");
        assertThatThrownBy(() -> buckets.take("one")).isInstanceOf(Throttled.class);
        for (int i = 0; i < 200; i++) inboxTakes();
        assertThatThrownBy(this::inboxTakes).isInstanceOf(Throttled.class);
    }

    private void inboxTakes() {
        try {
            arrives("POST", "no-such", "");
        } catch (NotFound counted) {
            return;
        }
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void anotherIspSeesAndReplaysNothing(TestDatabase.Kind kind) {
        given(kind);
        TenantId b = PlatformFixture.newTenant();
        String tokenOfB = enable(b);
        assertThat(tokenOfB).isNotEqualTo(token);
        arrives("POST", "stk", "{}");
        long id = only().id();
        assertThat(inbox.list(admin(b), ListQuery.first(10)).items()).isEmpty();
        assertThatThrownBy(() -> inbox.replay(admin(b), id)).isInstanceOf(NotFound.class);
        assertThat(job.run(b, Long.toString(id), null)).as("B's job with A's number").isNull();
        assertThat(handled).isEmpty();
        assertThat(only().state()).isEqualTo(State.WAITING);
        Caller nobody = new Caller(a, Caller.Kind.STAFF, "1", "x", Set.of(), io.mtandao.api.Origin.LOCAL);
        assertThatThrownBy(() -> inbox.list(nobody, ListQuery.first(10))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> inbox.replay(nobody, id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> inbox.list(admin(a), ListQuery.where("state", "lost"))).isInstanceOf(Invalid.class);
        assertThat(inbox.list(admin(a), ListQuery.where("plugin", "till")).items()).hasSize(1);
    }
}
