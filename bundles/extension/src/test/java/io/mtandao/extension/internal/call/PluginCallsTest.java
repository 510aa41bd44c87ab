package io.mtandao.extension.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.api.TenantId;
import io.mtandao.extension.internal.call.PluginCalls.Key;
import io.mtandao.extension.internal.fixture.ExtensionFixture;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PluginCallsTest {
    private static final Key A = new Key(new TenantId("a"), "till");
    private static final Key B = new Key(new TenantId("b"), "till");
    private static final Key OTHER = new Key(new TenantId("a"), "sms");
    private static final Duration SHORT = Duration.ofMillis(50);
    private final ClassLoader loader = new ClassLoader() {};
    private final CountDownLatch released = new CountDownLatch(1);
    private PluginCalls calls = with(Map.of());

    private static PluginCalls with(Map<String, Object> limits) {
        return new PluginCalls(ExtensionFixture.limits(limits));
    }

    @AfterEach
    void stop() {
        released.countDown();
        calls.stop();
    }

    private <R> R call(Key key, Callable<R> work) {
        return calls.call(key, new Terms(loader, null, false, true), work);
    }

    private VendorProblem problem(Key key, Duration limit, Callable<?> work) {
        return catchThrowableOfType(VendorProblem.class, () -> calls.call(key, new Terms(loader, limit, false, true), work));
    }

    /** A plugin that hangs and does not even heed an interrupt. */
    private Object hangs() {
        while (true) {
            try {
                released.await();
                return null;
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    @Test
    void aCallRunsOnAnotherThreadWithThePluginsOwnLoader() {
        Thread[] ran = new Thread[1];
        assertThat(call(A, () -> {
            ran[0] = Thread.currentThread();
            return Thread.currentThread().getContextClassLoader();
        })).isSameAs(loader);
        assertThat(ran[0]).isNotSameAs(Thread.currentThread());
    }

    @ParameterizedTest
    @EnumSource
    void whatThePluginSaysOfItsVendorPassesThrough(Outcome outcome) {
        VendorProblem said = new VendorProblem(outcome, "said so");
        assertThat(problem(A, null, () -> {
            throw said;
        })).isSameAs(said);
    }

    @Test
    void whatElseAPluginThrowsIsUnknownWithItsClassAndMessage() {
        for (Throwable thrown : List.of(new IllegalStateException("no token"), new java.io.IOException("reset"), new NoClassDefFoundError("Json"))) {
            assertThat(problem(A, null, () -> {
                if (thrown instanceof Error e) throw e;
                throw (Exception) thrown;
            })).satisfies(p -> assertThat(p.outcome()).isEqualTo(Outcome.UNKNOWN)).hasMessage("the plugin till broke: " + thrown).hasCause(thrown);
        }
    }

    @Test
    void aCallThatTakesTooLongIsUnknown() {
        assertThat(problem(A, SHORT, this::hangs)).hasMessageContaining("did not answer within").extracting(VendorProblem::outcome).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aCallerThatIsInterruptedGoesOnInterrupted() {
        Thread.currentThread().interrupt();
        assertThat(problem(A, null, this::hangs).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void oneTenantsHangingPluginTakesOnlyItsOwnPlaces() {
        calls = with(Map.of("callsAtOnce", 2, "failures", 100));
        problem(A, SHORT, this::hangs);
        problem(A, SHORT, this::hangs);
        // both places are held by calls that nobody waits for any more
        assertThat(problem(A, SHORT, () -> "x")).hasMessageContaining("too many").extracting(VendorProblem::outcome).isEqualTo(Outcome.RETRY);
        assertThat(call(B, () -> "at once")).isEqualTo("at once");
        assertThat(call(OTHER, () -> "at once")).isEqualTo("at once");
    }

    @Test
    void onePluginThatHangsForEverybodyLeavesHalfTheThreadsToTheOthers() {
        calls = with(Map.of("threads", 8, "callsAtOnce", 8, "failures", 100));
        for (int i = 0; i < 4; i++) problem(new Key(new TenantId("t" + i), "till"), SHORT, this::hangs);
        assertThat(problem(B, SHORT, () -> "x")).hasMessageContaining("busy").extracting(VendorProblem::outcome).isEqualTo(Outcome.RETRY);
        assertThat(call(OTHER, () -> "fine")).isEqualTo("fine");
    }

    @Test
    void whenNoThreadIsFreeACallIsToBeRepeatedAndNothingLeaks() {
        calls = with(Map.of("threads", 4, "callsAtOnce", 1, "failures", 100));
        for (String plugin : List.of("p1", "p2", "p3", "p4")) problem(new Key(A.tenant(), plugin), SHORT, this::hangs);
        for (int i = 0; i < 5; i++) assertThat(problem(B, SHORT, () -> "x")).hasMessage("no thread is free for plugins").extracting(VendorProblem::outcome).isEqualTo(Outcome.RETRY);
        released.countDown();
        assertThat(IntStream.range(0, 1000).mapToObj(i -> catchThrowableOfType(VendorProblem.class, () -> call(B, () -> "x"))).anyMatch(p -> p == null)).isTrue();
    }

    @Test
    void afterSeveralFailuresInARowCallsAreHeldBackUntilOneSucceedsAgain() {
        calls = with(Map.of("failures", 3, "pauseSeconds", 0));
        Callable<Object> down = () -> {
            throw new VendorProblem(Outcome.RETRY, "503");
        };
        for (int i = 0; i < 3; i++) problem(A, null, down);
        assertThat(calls.figures(A)).satisfies(f -> {
            assertThat(f.open()).isTrue();
            assertThat(f.trouble()).isEqualTo("503");
        });
        assertThat(call(A, () -> "back")).as("the pause is over").isEqualTo("back");
        assertThat(calls.figures(A)).satisfies(f -> {
            assertThat(f.open()).isFalse();
            assertThat(f.trouble()).isNull();
            assertThat(f.calls()).isEqualTo(4);
            assertThat(f.failures()).isEqualTo(3);
        });
    }

    @Test
    void whileCallsAreHeldBackATestStillGoesOutAndForgivingOpensTheDoor() {
        calls = with(Map.of("failures", 1));
        problem(A, SHORT, this::hangs);
        assertThat(problem(A, null, () -> "x")).hasMessageContaining("left alone").extracting(VendorProblem::outcome).isEqualTo(Outcome.RETRY);
        assertThat(calls.figures(A).heldBack()).isEqualTo(1);
        assertThat(call(B, () -> "another ISP's is not")).isNotNull();
        assertThat(calls.<String>call(A, new Terms(loader, null, true, true), () -> "tested")).isEqualTo("tested");
        calls.forgive(A);
        assertThat(call(A, () -> "open")).isEqualTo("open");
    }

    @Test
    void aVendorThatSaysNoIsAliveAndOneRouterSaysNothingOfTheNext() {
        calls = with(Map.of("failures", 1));
        problem(A, null, () -> {
            throw new VendorProblem(Outcome.REFUSED, "wrong number");
        });
        assertThatThrownBy(() -> calls.call(OTHER, new Terms(loader, null, false, false), () -> {
            throw new VendorProblem(Outcome.RETRY, "router 7 is unreachable");
        })).isInstanceOf(VendorProblem.class);
        assertThat(calls.figures(A).open()).isFalse();
        assertThat(calls.figures(OTHER).open()).isFalse();
    }

    @Test
    void manyTenantsAtOnceAreServedWhileOneHangs() throws Exception {
        calls = with(Map.of("callsAtOnce", 4));
        ExecutorService callers = Executors.newCachedThreadPool();
        for (int i = 0; i < 4; i++) callers.execute(() -> problem(A, Duration.ofSeconds(20), this::hangs));
        long began = System.nanoTime();
        List<Future<Integer>> others = IntStream.range(0, 100).mapToObj(i -> callers.submit(() -> call(new Key(new TenantId("t" + i), "till"), () -> i))).toList();
        for (int i = 0; i < 100; i++) assertThat(others.get(i).get()).isEqualTo(i);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        callers.shutdown();
    }
}
