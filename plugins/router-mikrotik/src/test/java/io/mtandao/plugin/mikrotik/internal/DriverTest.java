package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.api.billing.ServiceType;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.network.NetworkDriver.Applied;
import io.mtandao.spi.network.NetworkDriver.RouterAddress;
import io.mtandao.spi.network.NetworkDriver.Service;
import io.mtandao.spi.network.NetworkDriver.Speed;
import io.mtandao.testing.contract.TenantContexts;
import io.mtandao.testing.routeros.PppSession;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The driver against a fake router with a profile Home, 5 up and 10 down, from which subscribers get addresses. */
abstract class DriverTest extends RouterTest {
    final MikrotikNetworkDriver driver = new MikrotikNetworkDriver(PATIENT, 10);
    Map<String, Object> settings = Map.of("newProfileLike", "Home");

    /** False for tests with hundreds of routers; they need the setting allowPlain. */
    boolean withTls = true;

    @BeforeEach
    void prepareRouter() {
        router.add("/ppp/profile", Map.of("name", "Home", "rate-limit", "5M/10M", "local-address", "10.10.0.1",
                "remote-address", "pppoe-pool"));
        router.add("/ppp/profile", Map.of("name", "Biz", "rate-limit", "30M/30M"));
    }

    @AfterEach
    void closeDriver() {
        driver.close();
    }

    /** On profile Home at its speed. */
    static Service home(String user) {
        return pppoe("42", user, "pw", "Home", new Speed(10_000, 5_000, null, false));
    }

    static Service pppoe(String id, String user, String password, String profile, Speed speed) {
        return new Service(id, ServiceType.PPPOE, user, password, profile, speed, 0, null, null, true, "Grace Muthoni");
    }

    static Service cut(Service s) {
        return new Service(s.id(), s.kind(), s.user(), s.password(), s.profile(), s.speed(), s.deviceLimit(), s.address(), s.mac(), false, s.comment());
    }

    static Service on(Service service, String profile, int downKbps, int upKbps) {
        return on(service, profile, new Speed(downKbps, upKbps, null, false));
    }

    static Service on(Service s, String profile, Speed speed) {
        return new Service(s.id(), s.kind(), s.user(), s.password(), profile, speed, s.deviceLimit(), s.address(), s.mac(), s.allowed(), s.comment());
    }

    TenantContext<MikrotikSettings> context() {
        return TenantContexts.of("a", driver, settings);
    }

    RouterAddress address() {
        return withTls ? new RouterAddress("127.0.0.1", router.tlsPort(), "mtandao", "router-password", true, router.fingerprint())
                : new RouterAddress("127.0.0.1", router.port(), "mtandao", "router-password", false, null);
    }

    Applied apply(Service service) {
        return driver.apply(context(), address(), service);
    }

    PppSession dialIn(String user) {
        return router.dialIn(user, "pw").orElseThrow();
    }

    Map<String, String> secret(String user) {
        return router.row("/ppp/secret", user).orElseThrow();
    }

    String liveSpeed(String user) {
        return router.row("/queue/simple", "<pppoe-" + user + ">").map(queue -> queue.get("max-limit")).orElse("offline");
    }

    /** What the driver wrote since the router was told to forget. */
    List<String> writes() {
        return router.seen().stream().map(seen -> seen.path()).filter(path -> !path.endsWith("/print")).toList();
    }

    static VendorProblem problem(Outcome outcome, ThrowingCallable call) {
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, call);
        assertThat(problem).isNotNull();
        assertThat(problem.outcome()).as(problem.getMessage()).isEqualTo(outcome);
        return problem;
    }
}
