package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import io.mtandao.testing.routeros.FakeRouter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** A fake router and connections to it; after each test no thread of ours may be left. */
abstract class RouterTest {
    static final Command IDENTITY = Command.of("/system/identity/print");
    static final Command RESOURCE = Command.of("/system/resource/print");
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(50);
    /** Long enough for any answer on a busy machine. */
    static final Timeouts PATIENT = new Timeouts(LONG, LONG, LONG, LONG, LONG);
    /** For routers that let us in and then do not answer. */
    static final Timeouts HASTY = new Timeouts(LONG, LONG, SHORT, SHORT, LONG);
    /** For routers that say something, but not all of it. */
    static final Timeouts BRISK = new Timeouts(LONG, Duration.ofMillis(500), Duration.ofMillis(500), SHORT, LONG);
    /** For routers that do not even let us in. */
    static final Timeouts HASTY_LOGIN = new Timeouts(LONG, SHORT, SHORT, SHORT, LONG);

    FakeRouter router = FakeRouter.start();
    private final List<RouterConnection> opened = new ArrayList<>();

    @AfterEach
    void leavesNoThread() throws InterruptedException {
        opened.forEach(RouterConnection::close);
        // before the router closes its side: our threads must end by our own doing
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("mtandao-routeros-")) {
                thread.join(2000);
                assertThat(thread.isAlive()).as("left over: " + thread.getName()).isFalse();
            }
        }
        router.close();
    }

    void start(FakeRouter.Builder builder) {
        router.close();
        router = builder.start();
    }

    RouterAccess plain() {
        return plain("mtandao", "router-password", false);
    }

    RouterAccess plain(String user, String password, boolean legacyLogin) {
        return new RouterAccess("127.0.0.1", router.port(), false, null, user, password, legacyLogin);
    }

    RouterAccess tls(String fingerprint) {
        Fingerprint pin = fingerprint == null ? null : Fingerprint.parse(fingerprint);
        return new RouterAccess("127.0.0.1", router.tlsPort(), true, pin, "mtandao", "router-password", false);
    }

    RouterConnection open(RouterAccess access, Timeouts timeouts) {
        RouterConnection connection = RouterConnection.open(access, timeouts, WireLimits.USUAL);
        opened.add(connection);
        return connection;
    }

    static RouterFault fault(Kind kind, ThrowingCallable call) {
        RouterFault fault = catchThrowableOfType(RouterFault.class, call);
        assertThat(fault).isNotNull();
        assertThat(fault.kind()).as(fault.getMessage()).isEqualTo(kind);
        return fault;
    }
}
