package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.mtandao.api.billing.ServiceType;
import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.network.NetworkDriver.Former;
import io.mtandao.spi.network.NetworkDriver.Profile;
import io.mtandao.spi.network.NetworkDriver.RouterAddress;
import io.mtandao.spi.network.NetworkDriver.Secret;
import io.mtandao.testing.contract.TypedSettings;
import io.mtandao.testing.routeros.FakeRouter;
import io.mtandao.testing.routeros.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MikrotikNetworkDriverTest extends DriverTest {

    @Test
    void removesTheSecretAndTheSession() {
        apply(home("grace"));
        dialIn("grace");
        driver.remove(context(), address(), new Former("42", ServiceType.PPPOE, "grace"));
        assertThat(router.rows("/ppp/secret")).isEmpty();
        assertThat(router.isOnline("grace")).isFalse();
        driver.remove(context(), address(), new Former("42", ServiceType.PPPOE, "grace"));
    }

    @Test
    void aNameThatBelongsToAnotherSubscriptionByNowStaysWithIt() {
        apply(home("grace"));
        dialIn("grace");
        driver.remove(context(), address(), new Former("41", ServiceType.PPPOE, "grace"));
        assertThat(router.isOnline("grace")).isTrue();
        router.add("/ppp/secret", Map.of("name", "vpn", "password", "x", "service", "l2tp"));
        driver.remove(context(), address(), new Former("42", ServiceType.PPPOE, "vpn"));
        assertThat(router.rows("/ppp/secret")).hasSize(2);
    }

    @Test
    void kicksWhoIsThere() {
        apply(home("grace"));
        assertThat(driver.kick(context(), address(), ServiceType.PPPOE, "grace")).isFalse();
        router.plugIn("grace", "pw");
        router.dialIn("grace", "pw");
        assertThat(driver.kick(context(), address(), ServiceType.PPPOE, "grace")).isTrue();
        assertThat(router.rows("/ppp/active")).as("the equipment dialled in again, once").hasSize(1);
    }

    @Test
    void doesNotBelieveThatASessionEnded() {
        apply(home("grace"));
        dialIn("grace");
        router.faults().always(Fault.IGNORED, "/ppp/active/remove");
        Sessions sessions = new Sessions(open(plain(), PATIENT), Access.PPP, Duration.ZERO);
        Set<String> live = sessions.of("grace");
        assertThat(fault(Kind.TIMEOUT, () -> sessions.end("grace", live))).hasMessageContaining("does not end");
    }

    @Test
    void knowsWhoIsOnline() {
        assertThat(driver.online(context(), address(), ServiceType.PPPOE)).isEmpty();
        for (String user : List.of("grace", "brian", "akinyi")) {
            apply(home(user));
        }
        dialIn("grace");
        dialIn("grace");
        dialIn("brian");
        assertThat(driver.online(context(), address(), ServiceType.PPPOE)).containsExactlyInAnyOrder("grace", "brian");
    }

    @Test
    void saysWhatTheRouterIs() {
        apply(home("grace"));
        dialIn("grace");
        assertThat(driver.resources(context(), address())).containsExactly(entry("identity", "MikroTik"), entry("version", "7.20.1 (stable)"),
                entry("board", "CCR2004-1G-12S+2XS"), entry("uptime", "1w2d03h04m05s"), entry("cpu load", "7 %"),
                entry("free memory", "3072 of 4096 MiB"), entry("sessions", "1"));
    }

    @Test
    void readsSecretsAndProfilesForImport() {
        router.load("""
                /ppp profile
                add name="Lite 3M" rate-limit=3M/3M
                /ppp secret
                add comment="Naliaka Kimani" disabled=yes name=naliaka password=pw425998 profile="Lite 3M" service=pppoe
                """);
        assertThat(driver.secrets(context(), address()))
                .containsExactly(new Secret("naliaka", "pw425998", "Lite 3M", "pppoe", true, "Naliaka Kimani"));
        assertThat(driver.profiles(context(), address())).contains(new Profile("default", ""), new Profile("Lite 3M", "3M/3M"));
    }

    @Test
    void tellsTheFingerprintWithoutLoggingIn() {
        RouterAddress unconfirmed = new RouterAddress("127.0.0.1", router.tlsPort(), "mtandao", "router-password", true, null);
        assertThat(driver.fingerprint(context(), unconfirmed)).isEqualTo(router.fingerprint());
        assertThat(problem(Outcome.MISCONFIGURED, () -> driver.resources(context(), unconfirmed)))
                .hasMessageContaining(Fingerprint.parse(router.fingerprint()).toString());
        problem(Outcome.MISCONFIGURED, () -> driver.fingerprint(context(), plainAddress("mtandao", "router-password")));
    }

    @Test
    void usesNoTlsOnlyWhereTheIspAllowsIt() {
        RouterAddress plain = plainAddress("mtandao", "router-password");
        problem(Outcome.MISCONFIGURED, () -> driver.resources(context(), plain));
        assertThat(router.connections()).isZero();
        settings = Map.of("allowPlain", true);
        assertThat(driver.resources(context(), plain)).containsEntry("identity", "MikroTik");
    }

    @Test
    void wantsAPersonForWhatOnlyAPersonCanRepair() {
        RouterAddress wrongPassword = new RouterAddress("127.0.0.1", router.tlsPort(), "mtandao", "wrong", true, router.fingerprint());
        problem(Outcome.MISCONFIGURED, () -> driver.apply(context(), wrongPassword, home("grace")));
        RouterAddress badPin = new RouterAddress("127.0.0.1", router.tlsPort(), "mtandao", "router-password", true, "abc");
        problem(Outcome.MISCONFIGURED, () -> driver.apply(context(), badPin, home("grace")));
        RouterAddress otherPin = new RouterAddress("127.0.0.1", router.tlsPort(), "mtandao", "router-password", true, "00".repeat(32));
        problem(Outcome.MISCONFIGURED, () -> driver.apply(context(), otherPin, home("grace")));
        router.faults().once(Fault.OTHER_PROTOCOL, "/login");
        problem(Outcome.MISCONFIGURED, () -> apply(home("grace")));
    }

    @Test
    void namesMissingRights() {
        start(FakeRouter.builder().user("reader", "pw", "read"));
        prepareRouter();
        settings = Map.of("allowPlain", true);
        assertThat(problem(Outcome.MISCONFIGURED, () -> driver.apply(context(), plainAddress("reader", "pw"), home("grace"))))
                .hasMessageContaining("not enough permissions");
    }

    @Test
    void triesAgainWhatMayPass() {
        router.faults().once(Fault.LOST_ANSWER, "/ppp/secret/add");
        problem(Outcome.RETRY, () -> apply(home("grace")));
        assertThat(apply(home("grace")).changed()).isEmpty();
        int port = router.tlsPort();
        router.close();
        problem(Outcome.RETRY, () -> driver.kick(context(), new RouterAddress("127.0.0.1", port, "u", "p", true, "00".repeat(32)), ServiceType.PPPOE, "x"));
    }

    @Test
    void survivesARebootOfTheRouter() {
        apply(home("grace"));
        router.dropConnections();
        assertThat(apply(home("grace")).changed()).isEmpty();
    }

    @Test
    void startsFromTheOperatorsSettings() {
        MikrotikOperation operation = TypedSettings.of(MikrotikOperation.class, Map.of("commandSeconds", 3));
        MikrotikNetworkDriver component = new MikrotikNetworkDriver(operation);
        assertThat(component.resources(context(), address())).isNotEmpty();
        component.close();
        assertThat(Timeouts.USUAL.connect()).isEqualTo(Duration.ofSeconds(operation.connectSeconds()));
        assertThat(Timeouts.USUAL.login()).isEqualTo(Duration.ofSeconds(operation.loginSeconds()));
        assertThat(Timeouts.USUAL.idle()).isEqualTo(Duration.ofSeconds(operation.idleSeconds()));
    }

    private RouterAddress plainAddress(String user, String password) {
        return new RouterAddress("127.0.0.1", router.port(), user, password, false, null);
    }
}
