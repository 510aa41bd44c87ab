package io.mtandao.plugin.acme.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.api.billing.ServiceType;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.network.NetworkDriver.Profile;
import io.mtandao.spi.network.NetworkDriver.RouterAddress;
import io.mtandao.spi.network.NetworkDriver.Secret;
import io.mtandao.testing.contract.NetworkDriverContract;
import io.mtandao.testing.contract.TypedSettings;
import io.mtandao.testing.simulator.Answer;
import io.mtandao.testing.simulator.Fault;
import io.mtandao.testing.simulator.Received;
import io.mtandao.testing.simulator.SimulatedVendor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcmeNetworkDriverTest extends NetworkDriverContract<AcmeSettings> {
    private final AcmeRouter acme = new AcmeRouter();
    private final AcmeNetworkDriver driver = driver(10_000);
    private int port = URI.create(acme.url()).getPort();

    @AfterEach
    void close() {
        acme.close();
    }

    @Override
    protected AcmeNetworkDriver plugin() {
        return driver;
    }

    @Override
    protected AcmeNetworkDriver pluginAt(String url) {
        port = URI.create(url).getPort();
        return driver(1_500);
    }

    @Override
    protected RouterAddress router(String mark) {
        return new RouterAddress("127.0.0.1", port, "api", "password-of-" + mark, false, null);
    }

    @Override
    protected Map<String, Object> settings(String mark) {
        return Map.of("apiKey", "key-of-" + mark);
    }

    @Override
    protected Set<String> secrets() {
        return Set.of("apiKey");
    }

    @Override
    protected List<Seen> seen() {
        return acme.received("/apply").stream().map(call -> new Seen(call.header("Authorization"), call.json().path("user").asText())).toList();
    }

    @ParameterizedTest
    @CsvSource({"400,REFUSED", "401,MISCONFIGURED", "500,RETRY"})
    void knowsWhatAStatusMeans(int status, Outcome outcome) {
        acme.failNext("/kick", Fault.status(status));
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> driver.kick(context("a"), router("a"), ServiceType.PPPOE, "jane"));
        assertThat(problem.outcome()).isEqualTo(outcome);
    }

    @Test
    void readsWhatARouterHas() {
        act(driver, context("a"), "a");
        assertThat(driver.secrets(context("a"), router("a"))).containsExactly(new Secret("user-a", "secret", "home-10", "pppoe", false, ""));
        assertThat(driver.online(context("a"), router("a"), ServiceType.PPPOE)).containsExactly("user-a");
        assertThat(driver.profiles(context("a"), router("a"))).containsExactly(new Profile("home-10", "2M/10M"));
        assertThat(driver.resources(context("a"), router("a"))).containsEntry("version", "1.0");
        assertThat(catchThrowableOfType(VendorProblem.class, () -> driver.fingerprint(context("a"), router("a"))).outcome()).isEqualTo(Outcome.REFUSED);
    }

    private static AcmeNetworkDriver driver(int millis) {
        return new AcmeNetworkDriver(TypedSettings.of(AcmeOperator.class, Map.of("replyMillis", millis)));
    }

    private static final class AcmeRouter extends SimulatedVendor {
        private final Map<String, Object> secrets = new ConcurrentHashMap<>();

        AcmeRouter() {
            super(0);
            open();
        }

        @Override
        protected Answer answer(Received request) {
            String user = request.json().path("user").asText();
            return switch (request.path()) {
                case "/apply" -> Answer.json(200, Map.of("online", false, "changed",
                    request.json().equals(secrets.put(user, request.json())) ? List.of() : List.of("secret")));
                case "/online" -> Answer.json(200, secrets.keySet());
                case "/secrets" -> Answer.json(200, secrets.values());
                case "/profiles" -> Answer.json(200, List.of(Map.of("name", "home-10", "rate", "2M/10M")));
                case "/resources" -> Answer.json(200, Map.of("version", "1.0"));
                default -> Answer.json(200, Map.of("kicked", secrets.remove(user) != null));
            };
        }
    }
}
