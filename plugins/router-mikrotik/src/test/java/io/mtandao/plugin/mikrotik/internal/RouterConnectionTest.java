package io.mtandao.plugin.mikrotik.internal;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import io.mtandao.testing.routeros.FakeRouter;
import io.mtandao.testing.routeros.Fault;
import io.mtandao.testing.routeros.Hold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RouterConnectionTest extends RouterTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void anAnswerHasItsRows() {
        router.add("/ppp/secret", Map.of("name", "grace", "comment", "a=b"));
        router.add("/ppp/secret", Map.of("name", "brian"));
        Answer answer = open(plain(), PATIENT).call(Command.of("/ppp/secret/print").only(".id", "name", "comment"));
        assertThat(answer.rows()).containsExactly(new Row(Map.of(".id", "*1", "name", "grace", "comment", "a=b")),
                new Row(Map.of(".id", "*2", "name", "brian")));
    }

    @Test
    void anAddAnswersWithTheNewId() {
        assertThat(open(plain(), PATIENT).call(Command.of("/ppp/secret/add").with("name", "grace"))).isEqualTo(new Answer(List.of(), "*1"));
    }

    @Test
    void noRowsAreNoRowsInEveryVersion() {
        assertThat(open(plain(), PATIENT).call(Command.of("/ppp/secret/print")).rows()).isEmpty();
        start(FakeRouter.builder().version("7.12"));
        assertThat(open(plain(), PATIENT).call(Command.of("/ppp/secret/print")).rows()).isEmpty();
    }

    @Test
    void aTrapIsAFaultAndTheConnectionGoesOn() {
        RouterConnection connection = open(plain(), PATIENT);
        fault(Kind.NOT_FOUND, () -> connection.call(Command.of("/ppp/secret/remove").with(".id", "*99")));
        assertThat(connection.call(IDENTITY).rows()).hasSize(1);
    }

    @Test
    void whoAsksLaterMayBeAnsweredFirst() throws Exception {
        RouterConnection connection = open(plain(), PATIENT);
        Hold hold = router.faults().hold("/system/resource");
        CompletableFuture<Answer> first = supplyAsync(() -> connection.call(RESOURCE));
        assertThat(hold.awaitArrival(SOON)).isTrue();
        assertThat(connection.call(IDENTITY).first().orElseThrow().text("name")).isEqualTo("MikroTik");
        assertThat(first).isNotDone();
        hold.release();
        assertThat(first.get(5, TimeUnit.SECONDS).first().orElseThrow().text("platform")).isEqualTo("MikroTik");
    }

    @Test
    void manyThreadsEachGetTheirOwnAnswer() throws Exception {
        for (int i = 0; i < 200; i++) {
            router.add("/ppp/secret", Map.of("name", "user" + i, "comment", "c".repeat(i)));
        }
        RouterConnection connection = open(tls(router.fingerprint()), PATIENT);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String user = "user" + i % 200;
                boolean all = i % 20 == 0;
                results.add(threads.submit(() -> {
                    if (all) {
                        return connection.call(Command.of("/ppp/secret/print").only("name")).rows().size() == 200;
                    }
                    Answer answer = connection.call(Command.of("/ppp/secret/print").where("name", user).only("name"));
                    return answer.rows().equals(List.of(new Row(Map.of("name", user))));
                }));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get(10, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(router.connections()).isEqualTo(1);
    }

    @Test
    void aSlowCommandIsCancelledAndTheConnectionKept() throws Exception {
        RouterConnection connection = open(plain(), PATIENT);
        router.faults().hold("/ppp/secret/print");
        fault(Kind.TIMEOUT, () -> connection.call(Command.of("/ppp/secret/print"), Duration.ofMillis(30)));
        assertThat(connection.call(IDENTITY).rows()).hasSize(1);
        assertThat(router.connections()).isEqualTo(1);
    }

    @Test
    void anInterruptedCallerStopsAtOnceAndHarmsNobody() throws Exception {
        RouterConnection connection = open(plain(), PATIENT);
        Hold hold = router.faults().hold("/ppp/secret/print");
        CompletableFuture<RouterFault> seen = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            seen.complete(fault(Kind.CANCELLED, () -> connection.call(Command.of("/ppp/secret/print"))));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
        caller.start();
        assertThat(hold.awaitArrival(SOON)).isTrue();
        caller.interrupt();
        assertThat(seen.get(5, TimeUnit.SECONDS)).hasMessageContaining("Interrupted");
        assertThat(connection.call(IDENTITY).rows()).hasSize(1);
    }

    @Test
    void closingFailsWhoIsWaitingAndWhoComesAfter() throws Exception {
        RouterConnection connection = open(plain(), PATIENT);
        Hold hold = router.faults().hold("/system/resource");
        CompletableFuture<RouterFault> waiting = supplyAsync(() -> fault(Kind.CANCELLED, () -> connection.call(RESOURCE)));
        assertThat(hold.awaitArrival(SOON)).isTrue();
        connection.close();
        assertThat(waiting.get(5, TimeUnit.SECONDS)).hasMessageContaining("closed");
        fault(Kind.CANCELLED, () -> connection.call(IDENTITY));
    }

    @Test
    void anIdleConnectionEndsByItself() throws Exception {
        Timeouts brief = new Timeouts(SOON, SOON, SOON, SOON, Duration.ofMillis(20));
        for (RouterAccess access : List.of(plain(), tls(router.fingerprint()))) {
            CountDownLatch ended = new CountDownLatch(1);
            open(access, brief).onEnd(ended::countDown);
            assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aConnectionThatIsWaitedOnIsNotIdle() throws Exception {
        Timeouts brief = new Timeouts(SOON, SOON, SOON, SOON, Duration.ofMillis(250));
        // with TLS, where a read that timed out is harder to take up again
        RouterConnection connection = open(tls(router.fingerprint()), brief);
        router.faults().slowBy(Duration.ofMillis(600));
        router.faults().once(Fault.SLOW, "/system/resource");
        assertThat(connection.call(RESOURCE).rows()).hasSize(1);
    }

    @Test
    void aRebootOfTheRouterIsNoticed() throws Exception {
        RouterConnection connection = open(plain(), PATIENT);
        CountDownLatch ended = new CountDownLatch(1);
        connection.onEnd(ended::countDown);
        router.dropConnections();
        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        fault(Kind.UNREACHABLE, () -> connection.call(IDENTITY));
    }
}
