package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.spi.network.NetworkDriver;
import io.mtandao.spi.network.NetworkDriver.RouterAddress;
import io.mtandao.testing.contract.NetworkDriverContract;
import io.mtandao.testing.routeros.FakeRouter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** The platform's own demands on a network driver. */
class MikrotikContractTest extends NetworkDriverContract<MikrotikSettings> {
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    private static final Timeouts BRIEF = new Timeouts(HALF_A_SECOND, HALF_A_SECOND, HALF_A_SECOND, HALF_A_SECOND, HALF_A_SECOND);

    private final FakeRouter router = account(account(account(FakeRouter.builder(), "a"), "aa"), "bb").start();
    private final MikrotikNetworkDriver driver = new MikrotikNetworkDriver(RouterTest.PATIENT, 10);
    private int port = router.port();

    @AfterEach
    void close() {
        driver.close();
        router.close();
    }

    @Override
    protected NetworkDriver<MikrotikSettings> plugin() {
        return driver;
    }

    @Override
    protected NetworkDriver<MikrotikSettings> pluginAt(String url) {
        port = URI.create(url).getPort();
        return new MikrotikNetworkDriver(BRIEF, 0);
    }

    @Override
    protected Map<String, Object> settings(String mark) {
        return Map.of("allowPlain", true);
    }

    /** The credential is the router's, not one of the settings. */
    @Override
    protected Set<String> secrets() {
        return Set.of();
    }

    @Override
    protected RouterAddress router(String mark) {
        return new RouterAddress("127.0.0.1", port, "api-" + mark, "router-password-" + mark, false, null);
    }

    /** Each run looks for the subscriber's session once, after everything else. */
    @Override
    protected List<Seen> seen() {
        return router.seen().stream().filter(seen -> seen.path().equals("/ppp/active/print"))
                .map(seen -> new Seen(seen.apiUser(), seen.queries().toString())).toList();
    }

    private static FakeRouter.Builder account(FakeRouter.Builder builder, String mark) {
        return builder.user("api-" + mark, "router-password-" + mark, "read", "write", "sensitive");
    }
}
