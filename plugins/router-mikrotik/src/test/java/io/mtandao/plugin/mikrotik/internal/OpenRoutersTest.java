package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.TenantId;
import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import io.mtandao.testing.routeros.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenRoutersTest extends RouterTest {
    private static final TenantId A = new TenantId("a");
    private static final TenantId B = new TenantId("b");
    private final OpenRouters routers = new OpenRouters(PATIENT, 10);

    @AfterEach
    void closeAll() {
        routers.close();
    }

    @Test
    void oneLoginServesManyCallsAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<String>> names = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            names.add(threads.submit(() -> identity(A, plain())));
        }
        for (Future<String> name : names) {
            assertThat(name.get()).isEqualTo("MikroTik");
        }
        threads.shutdownNow();
        assertThat(router.connections()).isEqualTo(1);
    }

    @Test
    void nobodyRidesOnTheConnectionOfAnother() {
        identity(A, plain());
        identity(B, plain());
        assertThat(router.connections()).isEqualTo(2);
        fault(Kind.AUTH, () -> identity(A, plain("mtandao", "guessed", false)));
    }

    @Test
    void aConnectionThatBrokeMeanwhileIsReplacedOnce() {
        identity(A, plain());
        router.faults().once(Fault.LOST_ANSWER, "/system/identity");
        assertThat(identity(A, plain())).isEqualTo("MikroTik");
        assertThat(router.connections()).isEqualTo(2);
        router.faults().always(Fault.LOST_ANSWER, "/system/identity");
        fault(Kind.UNREACHABLE, () -> identity(A, plain()));
    }

    @Test
    void aNewConnectionThatBreaksIsNotReplaced() {
        router.faults().once(Fault.LOST_ANSWER, "/system/identity");
        fault(Kind.UNREACHABLE, () -> identity(A, plain()));
        assertThat(router.connections()).isEqualTo(1);
    }

    @Test
    void aRefusalIsNotAskedForAgain() {
        identity(A, plain());
        fault(Kind.NOT_FOUND, () -> routers.with(A, plain(), c -> c.call(Command.of("/ppp/secret/remove").with(".id", "*9"))));
        assertThat(router.seen()).filteredOn(seen -> seen.path().equals("/ppp/secret/remove")).hasSize(1);
    }

    @Test
    void aFailedLoginIsForgotten() {
        router.faults().once(Fault.LOGIN_REFUSED, "/login");
        fault(Kind.AUTH, () -> identity(A, plain()));
        assertThat(routers.size()).isZero();
        assertThat(identity(A, plain())).isEqualTo("MikroTik");
    }

    @Test
    void beyondTheMostAConnectionIsUsedOnce() {
        OpenRouters none = new OpenRouters(PATIENT, 0);
        none.with(A, plain(), connection -> connection.call(IDENTITY));
        none.with(A, plain(), connection -> connection.call(IDENTITY));
        assertThat(router.connections()).isEqualTo(2);
        assertThat(none.size()).isZero();
    }

    @Test
    void closingEndsAllOfThem() {
        identity(A, plain());
        identity(B, plain());
        assertThat(routers.size()).isEqualTo(2);
        routers.close();
        assertThat(routers.size()).isZero();
    }

    private String identity(TenantId tenant, RouterAccess access) {
        return routers.with(tenant, access, connection -> connection.call(IDENTITY).first().orElseThrow().text("name"));
    }
}
