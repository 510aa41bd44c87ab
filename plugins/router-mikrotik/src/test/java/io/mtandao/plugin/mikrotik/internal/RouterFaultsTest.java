package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import io.mtandao.testing.routeros.Fault;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way in which a router misbehaves, and what the caller gets. */
class RouterFaultsTest extends RouterTest {

    @ParameterizedTest
    @CsvSource({"HANG, TIMEOUT", "HALF_FRAME, TIMEOUT", "LOST_ANSWER, UNREACHABLE", "DROP_MID_SENTENCE, UNREACHABLE",
        "FATAL, UNREACHABLE", "GARBAGE_LENGTH, UNREACHABLE", "HUGE_LENGTH, UNREACHABLE", "OTHER_PROTOCOL, UNREACHABLE"})
    void aFaultInASessionEndsIt(Fault fault, Kind kind) {
        RouterConnection connection = open(plain(), kind == Kind.TIMEOUT ? HASTY : PATIENT);
        router.faults().once(fault, "/system/identity");
        fault(kind, () -> connection.call(IDENTITY));
        fault(kind, () -> connection.call(IDENTITY));
    }

    @ParameterizedTest
    @CsvSource({"HANG, TIMEOUT", "HALF_FRAME, TIMEOUT", "LOST_ANSWER, UNREACHABLE", "DROP_MID_SENTENCE, UNREACHABLE",
        "FATAL, UNREACHABLE", "GARBAGE_LENGTH, PROTOCOL", "HUGE_LENGTH, PROTOCOL", "OTHER_PROTOCOL, PROTOCOL", "LOGIN_REFUSED, AUTH",
        "TRAP_STORM, AUTH", "TRAP_ONLY, AUTH"})
    void aFaultAtLoginLeavesNothingOpen(Fault fault, Kind kind) {
        router.faults().once(fault, "/login");
        Timeouts timeouts = kind == Kind.TIMEOUT ? HASTY_LOGIN : fault == Fault.TRAP_ONLY ? BRISK : PATIENT;
        fault(kind, () -> open(plain(), timeouts));
    }

    @Test
    void ofAStormOfTrapsTheFirstCounts() {
        RouterConnection connection = open(plain(), PATIENT);
        router.faults().once(Fault.TRAP_STORM, "/system/identity");
        assertThat(fault(Kind.REFUSED, () -> connection.call(IDENTITY))).hasMessageEndingWith("failure: storm 1");
        assertThat(connection.call(IDENTITY).rows()).hasSize(1);
    }

    @Test
    void aTrapWithoutItsEndIsStillSaid() {
        RouterConnection connection = open(plain(), BRISK);
        router.faults().once(Fault.TRAP_ONLY, "/system/identity");
        assertThat(fault(Kind.REFUSED, () -> connection.call(IDENTITY))).hasMessageContaining("out of words");
    }

    @Test
    void replyWordsOfTheFutureAreSkipped() {
        RouterConnection connection = open(plain(), PATIENT);
        router.faults().once(Fault.UNKNOWN_WORD, "/system/identity");
        assertThat(connection.call(IDENTITY).rows()).hasSize(1);
    }

    @Test
    void aSlowAnswerWithinTheTimeIsAnAnswer() {
        RouterConnection connection = open(plain(), PATIENT);
        router.faults().slowBy(Duration.ofMillis(5));
        router.faults().once(Fault.SLOW, "/system/identity");
        assertThat(connection.call(IDENTITY).rows()).hasSize(1);
    }

    @Test
    void anAnswerThatDoesNotEndIsCutOff() {
        for (int i = 0; i < 11; i++) {
            router.add("/ppp/secret", Map.of("name", "user" + i));
        }
        WireLimits tenRows = new WireLimits(1000, 1000, 100, 10, 100_000);
        try (RouterConnection connection = RouterConnection.open(plain(), PATIENT, tenRows)) {
            fault(Kind.UNREACHABLE, () -> connection.call(Command.of("/ppp/secret/print").only("name")));
        }
        WireLimits sixtyChars = new WireLimits(1000, 1000, 100, 100, 60);
        try (RouterConnection connection = RouterConnection.open(plain(), PATIENT, sixtyChars)) {
            fault(Kind.UNREACHABLE, () -> connection.call(Command.of("/ppp/secret/print").only("name")));
        }
    }

    @Test
    void nobodyListening() {
        int port = router.port();
        router.close();
        RouterAccess nowhere = new RouterAccess("127.0.0.1", port, false, null, "u", "hidden-pw", false);
        assertThat(fault(Kind.UNREACHABLE, () -> open(nowhere, PATIENT))).hasMessageContaining("127.0.0.1:" + port)
                .hasMessageNotContaining("hidden-pw");
        RouterAccess unknown = new RouterAccess("router.invalid", 8729, true, null, "u", "p", false);
        fault(Kind.UNREACHABLE, () -> open(unknown, PATIENT));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void listeningAndSayingNothing(boolean tls) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            RouterAccess access = new RouterAccess("127.0.0.1", silent.getLocalPort(), tls, null, "u", "p", false);
            fault(Kind.TIMEOUT, () -> open(access, HASTY_LOGIN));
        }
    }

    /** The whole of it must take a moment, not a time-out: that nobody hangs on is what counts. */
    @ParameterizedTest
    @EnumSource(names = {"LOST_ANSWER", "DROP_MID_SENTENCE", "FATAL", "GARBAGE_LENGTH", "HUGE_LENGTH", "OTHER_PROTOCOL"})
    void aBrokenConnectionIsNotWaitedFor(Fault fault) {
        RouterConnection connection = open(plain(), PATIENT);
        router.faults().once(fault, "/system/identity");
        long start = System.nanoTime();
        assertThat(catchThrowableOfType(RouterFault.class, () -> connection.call(IDENTITY))).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENT.command().dividedBy(2));
    }
}
