package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.PackageTerms.Burst;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.network.NetworkDriver.Applied;
import io.mtandao.spi.network.NetworkDriver.Former;
import io.mtandao.spi.network.NetworkDriver.Found;
import io.mtandao.spi.network.NetworkDriver.Service;
import io.mtandao.spi.network.NetworkDriver.Speed;
import io.mtandao.testing.routeros.FakeRouter;
import io.mtandao.testing.routeros.Fault;
import io.mtandao.testing.routeros.HotspotSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HotspotServiceTest extends DriverTest {
    private static final String USERS = "/ip/hotspot/user";
    private static final String PROFILES = "/ip/hotspot/user/profile";
    private static final String PHONE = "4C:5E:0C:12:34:56";
    private static final String LAPTOP = "4C:5E:0C:65:43:21";

    @BeforeEach
    void portal() {
        router.add(PROFILES, Map.of("name", "Cafe", "rate-limit", "5M/10M", "shared-users", "1", "idle-timeout", "5m", "address-pool", "hs-pool"));
        settings = Map.of("hotspotProfileLike", "Cafe");
    }

    private static Service cafe(String user) {
        return hotspot(user, "Cafe", new Speed(10_000, 5_000, null, false), 1, null);
    }

    private static Service hotspot(String user, String profile, Speed speed, int devices, String mac) {
        return new Service("42", ServiceType.HOTSPOT, user, "pw", profile, speed, devices, null, mac, true, "Grace Muthoni");
    }

    private Map<String, String> user(String name) {
        return router.row(USERS, name).orElseThrow();
    }

    private String speed(String user) {
        return router.rows("/queue/simple").stream().filter(row -> row.get("name").startsWith("<hotspot-" + user + "-")).findFirst()
                .map(row -> row.get("max-limit")).orElse("offline");
    }

    @Test
    void aNewSubscriberLogsInAndNoPppSecretIsMade() {
        assertThat(apply(cafe("grace"))).isEqualTo(new Applied(false, List.of("hotspot user made")));
        assertThat(user("grace")).containsEntry("profile", "Cafe").containsEntry("disabled", "false").containsEntry("server", "all")
                .containsEntry("comment", "managed-by=mtandao;id=42;as=Cafe,5M/10M;Grace Muthoni");
        assertThat(router.logIn("grace", "pw", PHONE).orElseThrow().rateLimit()).isEqualTo("5M/10M");
        assertThat(router.rows("/ppp/secret")).isEmpty();
        router.forgetSeen();
        assertThat(apply(cafe("grace"))).isEqualTo(new Applied(true, List.of()));
        assertThat(writes()).isEmpty();
    }

    @Test
    void aMissingProfileIsMadeLikeItsModelWithSpeedBurstAndDevicesOfThePackage() {
        Speed burst = new Speed(10_000, 5_000, new Burst(16_000, 8_000, 8_000, 4_000, 10), false);
        assertThat(apply(hotspot("grace", "Family", burst, 3, null)).changed()).containsExactly("profile Family made", "hotspot user made");
        assertThat(router.row(PROFILES, "Family").orElseThrow()).containsEntry("rate-limit", "5M/10M 8M/16M 4M/8M 10/10")
                .containsEntry("shared-users", "3").containsEntry("idle-timeout", "5m").containsEntry("address-pool", "hs-pool");
        assertThat(router.rows("/ppp/profile")).extracting(row -> row.get("name")).doesNotContain("Family");
    }

    @Test
    void theDeviceLimitHolds() {
        apply(cafe("grace"));
        assertThat(router.logIn("grace", "pw", PHONE)).isPresent();
        assertThat(router.logIn("grace", "pw", LAPTOP)).isEmpty();
        assertThat(apply(hotspot("grace", "Cafe", cafe("grace").speed(), 2, null))).isEqualTo(new Applied(true, List.of("devices of profile Cafe 1 to 2")));
        assertThat(router.logIn("grace", "pw", LAPTOP)).isPresent();
    }

    @Test
    void withoutALimitANewProfileHasNoneAndOneThatIsThereKeepsItsOwn() {
        apply(hotspot("grace", "Cafe", cafe("grace").speed(), 0, null));
        assertThat(router.row(PROFILES, "Cafe").orElseThrow()).containsEntry("shared-users", "1");
        apply(hotspot("brian", "Open", cafe("brian").speed(), 0, null));
        assertThat(router.row(PROFILES, "Open").orElseThrow()).containsEntry("shared-users", "unlimited");
    }

    @Test
    void whoExpiredIsDisabledThrownOutAndDoesNotComeBackByItself() {
        apply(cafe("grace"));
        router.carry("grace", "pw", PHONE);
        assertThat(router.isOnHotspot("grace")).isTrue();
        assertThat(apply(cut(cafe("grace")))).isEqualTo(new Applied(false, List.of("disabled", "devices forgotten", "session ended")));
        assertThat(router.isOnHotspot("grace")).isFalse();
        assertThat(router.rows("/ip/hotspot/cookie")).isEmpty();
        assertThat(apply(cut(cafe("grace"))).changed()).isEmpty();
    }

    @Test
    void whoPaidIsEnabledAndOnAgain() {
        apply(cut(cafe("grace")));
        router.carry("grace", "pw", PHONE);
        assertThat(router.isOnHotspot("grace")).isFalse();
        assertThat(apply(cafe("grace"))).isEqualTo(new Applied(true, List.of("enabled")));
        assertThat(speed("grace")).isEqualTo("5M/10M");
    }

    @Test
    void theSettingsForSuspendedPppoeSubscribersAreNotForTheHotspot() {
        settings = Map.of("hotspotProfileLike", "Cafe", "disableSuspended", false, "suspendedProfile", "Disconnect");
        apply(cafe("grace"));
        apply(cut(cafe("grace")));
        assertThat(user("grace")).containsEntry("disabled", "true").containsEntry("profile", "Cafe");
        assertThat(router.row("/ppp/profile", "Disconnect")).isEmpty();
    }

    @Test
    void anotherSpeedEndsTheSessionAndTheDeviceComesBackByItsCookie() {
        apply(cafe("grace"));
        router.carry("grace", "pw", PHONE);
        Service faster = hotspot("grace", "Cafe", new Speed(20_000, 5_000, null, false), 1, null);
        assertThat(apply(faster)).isEqualTo(new Applied(true, List.of("speed of profile Cafe 5M/10M to 5M/20M", "session ended")));
        assertThat(speed("grace")).isEqualTo("5M/20M");
        assertThat(router.rows("/ip/hotspot/active")).extracting(row -> row.get("login-by")).containsExactly("cookie");
    }

    @Test
    void aBurstThatThePackageGivesUpLeavesTheProfile() {
        Speed burst = new Speed(10_000, 5_000, new Burst(16_000, 8_000, 8_000, 4_000, 10), false);
        apply(hotspot("grace", "Cafe", burst, 1, null));
        router.carry("grace", "pw", PHONE);
        assertThat(driver.found(context(), address(), ServiceType.HOTSPOT)).containsExactly(new Found("42", "grace", true, burst));
        assertThat(apply(cafe("grace")).changed()).containsExactly("speed of profile Cafe 5M/10M 8M/16M 4M/8M 10/10 to 5M/10M", "session ended");
        assertThat(speed("grace")).isEqualTo("5M/10M");
        assertThat(driver.found(context(), address(), ServiceType.HOTSPOT)).containsExactly(new Found("42", "grace", true, cafe("grace").speed()));
    }

    @Test
    void whoIsThrottledDoesNotSlowTheOthersDown() {
        apply(cafe("grace"));
        apply(cafe("brian"));
        router.carry("grace", "pw", PHONE);
        router.carry("brian", "pw", LAPTOP);
        apply(hotspot("grace", "Cafe", new Speed(1_000, 512, null, true), 1, null));
        assertThat(speed("grace")).isEqualTo("512k/1M");
        assertThat(apply(cafe("brian")).changed()).isEmpty();
        assertThat(speed("brian")).isEqualTo("5M/10M");
    }

    @Test
    void anOldPasswordOpensNothingNotEvenByACookie() {
        apply(cafe("grace"));
        HotspotSession session = router.logIn("grace", "pw", PHONE).orElseThrow();
        Service s = cafe("grace");
        assertThat(apply(new Service("42", ServiceType.HOTSPOT, "grace", "new-pw", "Cafe", s.speed(), 1, null, null, true, "")).changed()).contains("password");
        assertThat(router.rows("/ip/hotspot/active")).as("the session goes on").extracting(row -> row.get(".id")).containsExactly(session.id());
        assertThat(router.rows("/ip/hotspot/cookie")).isEmpty();
    }

    @Test
    void aUserBoundToADeviceGetsInWithThatOneOnly() {
        Service bound = hotspot("grace", "Cafe", cafe("grace").speed(), 1, PHONE);
        apply(bound);
        assertThat(router.logIn("grace", "pw", LAPTOP)).isEmpty();
        router.carry("grace", "pw", PHONE);
        assertThat(apply(bound).changed()).isEmpty();
        assertThat(apply(hotspot("grace", "Cafe", bound.speed(), 1, LAPTOP)))
                .isEqualTo(new Applied(false, List.of("device " + PHONE + " to " + LAPTOP, "session ended")));
    }

    @Test
    void aUserMadeByHandIsTakenOverAndOneOfAnotherServerIsNot() {
        router.add("/ip/hotspot", Map.of("name", "lobby"));
        router.add(USERS, Map.of("name", "brian", "password", "his", "server", "lobby"));
        router.add(USERS, Map.of("name", "grace", "password", "pw", "profile", "Cafe", "comment", "Grace"));
        HotspotSession session = router.logIn("grace", "pw", PHONE).orElseThrow();
        assertThat(apply(cafe("grace"))).isEqualTo(new Applied(true, List.of("comment")));
        assertThat(router.rows("/ip/hotspot/active")).extracting(row -> row.get(".id")).containsExactly(session.id());
        apply(cafe("brian"));
        assertThat(user("brian")).as("the first of that name").containsEntry("server", "lobby").containsEntry("password", "his").doesNotContainKey("comment");
        driver.remove(context(), address(), new Former("42", ServiceType.HOTSPOT, "brian"));
        assertThat(router.rows(USERS)).filteredOn(row -> row.get("name").equals("brian")).extracting(row -> row.get("server")).containsExactly("lobby");
    }

    @Test
    void theRoutersOwnUserIsNotTouched() {
        assertThat(problem(Outcome.REFUSED, () -> apply(cafe("default-trial")))).hasMessageContaining("default-trial");
        assertThat(user("default-trial")).doesNotContainKey("comment");
    }

    @Test
    void aServerThatTheRouterDoesNotHaveIsSaid() {
        settings = Map.of("hotspotProfileLike", "Cafe", "hotspotServer", "lobby");
        assertThat(problem(Outcome.REFUSED, () -> apply(cafe("grace")))).hasMessageContaining("server");
    }

    @Test
    void whoIsRemovedIsGoneWithSessionsAndCookies() {
        apply(cafe("grace"));
        router.carry("grace", "pw", PHONE);
        driver.remove(context(), address(), new Former("41", ServiceType.HOTSPOT, "grace"));
        assertThat(router.isOnHotspot("grace")).as("belongs to 42").isTrue();
        driver.remove(context(), address(), new Former("42", ServiceType.HOTSPOT, "grace"));
        assertThat(router.row(USERS, "grace")).isEmpty();
        assertThat(router.isOnHotspot("grace")).isFalse();
        assertThat(router.rows("/ip/hotspot/cookie")).isEmpty();
        driver.remove(context(), address(), new Former("42", ServiceType.HOTSPOT, "grace"));
    }

    @Test
    void aPppoeSubscriberOfTheSameNameIsAnother() {
        apply(cafe("grace"));
        apply(home("grace"));
        router.plugIn("grace", "pw");
        router.carry("grace", "pw", PHONE);
        assertThat(driver.online(context(), address(), ServiceType.HOTSPOT)).containsExactly("grace");
        assertThat(driver.kick(context(), address(), ServiceType.HOTSPOT, "grace")).isTrue();
        driver.remove(context(), address(), new Former("42", ServiceType.PPPOE, "grace"));
        assertThat(router.isOnline("grace")).isFalse();
        assertThat(router.isOnHotspot("grace")).isTrue();
        assertThat(driver.online(context(), address(), ServiceType.PPPOE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FATAL", "LOST_ANSWER", "DROP_MID_SENTENCE", "NEW_IDS"})
    void whateverBreaksOnTheWayTheEndIsTheSame(Fault fault) {
        Service slow = hotspot("grace", "Lite", new Speed(3_000, 1_000, null, false), 1, null);
        for (Optional<Service> before : List.of(Optional.<Service>empty(), Optional.of(cafe("grace")), Optional.of(cut(cafe("grace"))))) {
            for (Service wanted : List.of(slow, cut(slow))) {
                // a session's id does not change under it: only a cut, which leaves nobody on, is proof against that
                if (fault != Fault.NEW_IDS || !wanted.allowed()) {
                    atEveryCommand(fault, before, wanted, wanted.allowed() ? "1M/3M" : "offline");
                }
            }
        }
    }

    private void atEveryCommand(Fault fault, Optional<Service> before, Service wanted, String speed) {
        boolean reached = true;
        for (int n = 1; reached; n++) {
            restart();
            before.ifPresent(this::apply);
            router.carry("grace", "pw", PHONE);
            int seen = router.seen().size();
            router.dropConnections();
            router.faults().atCommand(n, fault);
            MikrotikNetworkDriver node = new MikrotikNetworkDriver(PATIENT, 0);
            try {
                node.apply(context(), address(), wanted);
                reached = router.seen().size() - seen >= n;
            } catch (VendorProblem e) {
                assertThat(e.outcome()).isEqualTo(Outcome.RETRY);
            }
            router.faults().clear();
            apply(wanted);
            assertThat(speed("grace")).as("%s at command %d from %s to %s", fault, n, before, wanted).isEqualTo(speed);
            router.forgetSeen();
            assertThat(apply(wanted).changed()).isEmpty();
            assertThat(writes()).isEmpty();
        }
    }

    private void restart() {
        withTls = false;
        start(FakeRouter.builder().withoutTls());
        prepareRouter();
        portal();
        settings = Map.of("hotspotProfileLike", "Cafe", "allowPlain", true);
    }
}
