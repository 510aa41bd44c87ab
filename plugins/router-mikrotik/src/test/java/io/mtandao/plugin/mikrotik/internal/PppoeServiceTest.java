package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.PackageTerms.Burst;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.network.NetworkDriver.Applied;
import io.mtandao.spi.network.NetworkDriver.Found;
import io.mtandao.spi.network.NetworkDriver.RouterAddress;
import io.mtandao.spi.network.NetworkDriver.Service;
import io.mtandao.spi.network.NetworkDriver.Speed;
import io.mtandao.testing.routeros.FakeRouter;
import io.mtandao.testing.routeros.PppSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PppoeServiceTest extends DriverTest {

    @Test
    void aNewServiceLetsTheSubscriberIn() {
        assertThat(apply(home("grace"))).isEqualTo(new Applied(false, List.of("secret made")));
        assertThat(secret("grace")).containsEntry("service", "pppoe").containsEntry("profile", "Home").containsEntry("disabled", "false")
                .containsEntry("comment", "managed-by=mtandao;id=42;as=Home,5M/10M;Grace Muthoni");
        assertThat(dialIn("grace").rateLimit()).isEqualTo("5M/10M");
    }

    @Test
    void theSecondTimeNothingIsWritten() {
        apply(home("grace"));
        dialIn("grace");
        router.forgetSeen();
        assertThat(apply(home("grace"))).isEqualTo(new Applied(true, List.of()));
        assertThat(writes()).isEmpty();
    }

    @Test
    void aMissingProfileIsMadeLikeItsModel() {
        Applied applied = apply(on(home("grace"), "Gold", 20_000, 7_500));
        assertThat(applied.changed()).containsExactly("profile Gold made", "secret made");
        assertThat(router.row("/ppp/profile", "Gold").orElseThrow()).containsEntry("rate-limit", "7500k/20M")
                .containsEntry("local-address", "10.10.0.1").containsEntry("remote-address", "pppoe-pool");
    }

    @Test
    void withoutItsModelAProfileIsNotMade() {
        settings = Map.of("newProfileLike", "Nowhere");
        assertThat(problem(Outcome.REFUSED, () -> apply(on(home("grace"), "Gold", 1, 1)))).hasMessageContaining("Nowhere");
    }

    @Test
    void cuttingOffDisablesTheSecretAndEndsTheSession() {
        apply(home("grace"));
        router.plugIn("grace", "pw");
        assertThat(router.isOnline("grace")).isTrue();
        assertThat(apply(cut(home("grace")))).isEqualTo(new Applied(false, List.of("disabled", "session ended")));
        assertThat(router.isOnline("grace")).isFalse();
        assertThat(secret("grace")).containsEntry("disabled", "true").containsEntry("profile", "Home");
        assertThat(apply(cut(home("grace"))).changed()).isEmpty();
    }

    @Test
    void whoIsCutOffBeforeTheFirstDayIsKnownButNotLetIn() {
        apply(cut(home("grace")));
        assertThat(router.dialIn("grace", "pw")).isEmpty();
    }

    @Test
    void lettingInAgainDoesNotDisturbTheNewSession() {
        apply(home("grace"));
        apply(cut(home("grace")));
        router.plugIn("grace", "pw");
        router.forgetSeen();
        assertThat(apply(home("grace"))).isEqualTo(new Applied(true, List.of("enabled")));
        assertThat(writes()).containsExactly("/ppp/secret/set");
    }

    @Test
    void anotherPackageEndsTheSessionSoThatItTakesEffect() {
        apply(home("grace"));
        router.plugIn("grace", "pw");
        Applied applied = apply(on(home("grace"), "Biz", 30_000, 30_000));
        assertThat(applied).isEqualTo(new Applied(true, List.of("profile Home to Biz", "session ended")));
        assertThat(liveSpeed("grace")).isEqualTo("30M/30M");
        assertThat(apply(on(home("grace"), "Biz", 30_000, 30_000)).changed()).isEmpty();
    }

    @Test
    void aNewSpeedReachesEverybodyOnTheProfile() {
        for (String user : List.of("grace", "brian")) {
            apply(home(user));
            router.plugIn(user, "pw");
        }
        assertThat(apply(on(home("grace"), "Home", 15_000, 5_000)).changed())
                .containsExactly("speed of profile Home 5M/10M to 5M/15M", "session ended");
        assertThat(apply(on(home("brian"), "Home", 15_000, 5_000)).changed()).containsExactly("comment", "session ended");
        assertThat(liveSpeed("grace")).isEqualTo("5M/15M");
        assertThat(liveSpeed("brian")).isEqualTo("5M/15M");
    }

    @Test
    void aSecretMadeByHandIsTakenOverWithoutDisturbance() {
        router.add("/ppp/secret", Map.of("name", "grace", "password", "pw", "profile", "Home", "service", "any", "comment", "Grace"));
        PppSession session = dialIn("grace");
        assertThat(apply(home("grace"))).isEqualTo(new Applied(true, List.of("comment")));
        assertThat(router.row("/ppp/active", "grace").orElseThrow()).containsEntry(".id", session.id());
        assertThat(secret("grace")).containsEntry("service", "any");
    }

    @Test
    void aNewPasswordEndsNoSession() {
        apply(home("grace"));
        PppSession session = dialIn("grace");
        Applied applied = apply(pppoe("42", "grace", "new-pw", "Home", home("grace").speed()));
        assertThat(applied).isEqualTo(new Applied(true, List.of("password")));
        assertThat(router.row("/ppp/active", "grace").orElseThrow()).containsEntry(".id", session.id());
        assertThat(applied.changed().toString()).doesNotContain("new-pw");
    }

    @Test
    void aBurstThatThePackageGivesUpLeavesTheProfileAndTheSessions() {
        Speed burst = new Speed(10_000, 5_000, new Burst(16_000, 8_000, 8_000, 4_000, 10), false);
        for (String user : List.of("grace", "brian")) {
            apply(on(home(user), "Home", burst));
            router.plugIn(user, "pw");
        }
        assertThat(apply(home("grace")).changed()).containsExactly("speed of profile Home 5M/10M 8M/16M 4M/8M 10/10 to 5M/10M", "session ended");
        assertThat(apply(home("brian")).changed()).containsExactly("comment", "session ended");
        assertThat(router.row("/ppp/profile", "Home").orElseThrow()).containsEntry("rate-limit", "5M/10M");
        assertThat(liveSpeed("grace")).isEqualTo("5M/10M");
        assertThat(liveSpeed("brian")).isEqualTo("5M/10M");
        assertThat(apply(home("grace")).changed()).isEmpty();
    }

    @Test
    void aBurstAddedByHandIsFoundAndTakenOutUnlessTheSpeedIsTheIspsOwn() {
        apply(home("grace"));
        router.set("/ppp/profile", "Home", Map.of("rate-limit", "5M/10M 8M/16M 4M/8M 10/10"));
        Burst byHand = new Burst(16_000, 8_000, 8_000, 4_000, 10);
        assertThat(driver.found(context(), address(), ServiceType.PPPOE))
                .containsExactly(new Found("42", "grace", true, new Speed(10_000, 5_000, byHand, false)));
        settings = Map.of("newProfileLike", "Home", "correctSpeed", false);
        assertThat(driver.found(context(), address(), ServiceType.PPPOE)).containsExactly(new Found("42", "grace", true));
        assertThat(apply(home("grace")).changed()).isEmpty();
        settings = Map.of("newProfileLike", "Home");
        apply(home("grace"));
        assertThat(driver.found(context(), address(), ServiceType.PPPOE)).containsExactly(new Found("42", "grace", true, home("grace").speed()));
    }

    @Test
    void aPriorityAddedByHandIsNoBurst() {
        router.set("/ppp/profile", "Home", Map.of("rate-limit", "5M/10M 0/0 0/0 0/0 4 1M/2M"));
        apply(home("grace"));
        assertThat(router.row("/ppp/profile", "Home").orElseThrow()).containsEntry("rate-limit", "5M/10M 0/0 0/0 0/0 4 1M/2M");
    }

    @Test
    void aBurstOfThePackageStandsInTheProfile() {
        Speed burst = new Speed(10_000, 5_000, new Burst(16_000, 8_000, 8_000, 4_000, 10), false);
        apply(home("grace"));
        router.plugIn("grace", "pw");
        assertThat(apply(on(home("grace"), "Home", burst)).changed())
                .containsExactly("speed of profile Home 5M/10M to 5M/10M 8M/16M 4M/8M 10/10", "session ended");
        assertThat(liveSpeed("grace")).isEqualTo("5M/10M 8M/16M 4M/8M 10/10");
        router.set("/ppp/profile", "Home", Map.of("rate-limit", "5000k/10M 8M/16M 4M/8M 10s/10s 8"));
        assertThat(apply(on(home("grace"), "Home", burst)).changed()).as("written in another way").isEmpty();
    }

    @Test
    void whoIsThrottledGetsAProfileOfHisOwnAndNobodyElseIsSlower() {
        apply(home("grace"));
        apply(home("brian"));
        router.plugIn("grace", "pw");
        router.plugIn("brian", "pw");
        Service throttled = on(home("grace"), "Home", new Speed(1_000, 512, null, true));
        assertThat(apply(throttled).changed())
                .containsExactly("profile Home @512k/1M made", "profile Home to Home @512k/1M", "session ended");
        assertThat(liveSpeed("grace")).isEqualTo("512k/1M");
        assertThat(router.row("/ppp/profile", "Home").orElseThrow()).containsEntry("rate-limit", "5M/10M");
        assertThat(router.row("/ppp/profile", "Home @512k/1M").orElseThrow()).containsEntry("remote-address", "pppoe-pool");
        assertThat(apply(home("brian")).changed()).isEmpty();
        assertThat(apply(throttled).changed()).isEmpty();
        apply(home("grace"));
        assertThat(liveSpeed("grace")).isEqualTo("5M/10M");
    }

    @Test
    void whoIsParkedIsFoundCut() {
        settings = Map.of("newProfileLike", "Home", "suspendedProfile", "Disconnect", "disableSuspended", false);
        apply(home("grace"));
        router.add("/ppp/secret", Map.of("name", "vpn", "password", "x", "service", "l2tp"));
        router.add("/ppp/secret", Map.of("name", "brian", "password", "x"));
        assertThat(driver.found(context(), address(), ServiceType.PPPOE))
                .containsExactly(new Found("42", "grace", true, home("grace").speed()), new Found(null, "brian", true));
        apply(cut(home("grace")));
        assertThat(driver.found(context(), address(), ServiceType.PPPOE)).contains(new Found("42", "grace", false));
    }

    @Test
    void speedsAreLeftAloneWhereTheyAreNotOurs() {
        apply(on(home("one"), "default", 1_000, 1_000));
        apply(on(home("two"), "Home", 0, 0));
        settings = Map.of("newProfileLike", "Home", "correctSpeed", false);
        apply(on(home("three"), "Home", 1_000, 1_000));
        assertThat(router.row("/ppp/profile", "default").orElseThrow()).containsEntry("rate-limit", "");
        assertThat(router.row("/ppp/profile", "Home").orElseThrow()).containsEntry("rate-limit", "5M/10M");
    }

    @Test
    void theSuspendedAreParkedWhereTheIspWantsThem() {
        settings = Map.of("newProfileLike", "Home", "suspendedProfile", "Disconnect", "disableSuspended", false);
        apply(home("grace"));
        router.plugIn("grace", "pw");
        assertThat(apply(cut(home("grace"))).changed())
                .containsExactly("profile Disconnect made", "profile Home to Disconnect", "session ended");
        assertThat(liveSpeed("grace")).isEqualTo("1k/1k");
        assertThat(apply(cut(home("grace"))).changed()).isEmpty();
        apply(home("grace"));
        assertThat(liveSpeed("grace")).isEqualTo("5M/10M");
    }

    @Test
    void aSuspendedProfileOfTheIspKeepsItsSpeed() {
        router.add("/ppp/profile", Map.of("name", "Disconnect", "rate-limit", "64k/64k"));
        settings = Map.of("suspendedProfile", "Disconnect");
        apply(home("grace"));
        apply(cut(home("grace")));
        assertThat(secret("grace")).containsEntry("profile", "Disconnect").containsEntry("disabled", "true");
        assertThat(router.row("/ppp/profile", "Disconnect").orElseThrow()).containsEntry("rate-limit", "64k/64k");
    }

    @Test
    void settingsThatWouldLeaveTheSuspendedOnlineAreRefused() {
        settings = Map.of("disableSuspended", false);
        problem(Outcome.MISCONFIGURED, () -> apply(cut(home("grace"))));
        assertThat(driver.test(context()).ok()).isFalse();
    }

    @Test
    void cuttingOffDoesNotFailForALostProfile() {
        apply(home("grace"));
        router.remove("/ppp/profile", "Home");
        apply(cut(home("grace")));
        assertThat(secret("grace")).containsEntry("disabled", "true");
    }

    @Test
    void aSecretForAnotherServiceIsNotTouched() {
        router.add("/ppp/secret", Map.of("name", "grace", "password", "vpn", "service", "l2tp"));
        assertThat(problem(Outcome.REFUSED, () -> apply(home("grace")))).hasMessageContaining("already exists");
        assertThat(secret("grace")).containsEntry("password", "vpn").containsEntry("disabled", "false");
    }

    @Test
    void aRouterThatHidesPasswordsGetsItAgainAndAgain() {
        start(FakeRouter.builder().user("nosy", "pw", "read", "write"));
        prepareRouter();
        settings = Map.of("newProfileLike", "Home", "allowPlain", true);
        RouterAddress address = new RouterAddress("127.0.0.1", router.port(), "nosy", "pw", false, null);
        driver.apply(context(), address, home("grace"));
        router.set("/ppp/secret", "grace", Map.of("password", "changed by hand"));
        assertThat(driver.apply(context(), address, home("grace")).changed()).isEmpty();
        assertThat(secret("grace")).containsEntry("password", "pw");
    }

    @Test
    void manyAtOnceMakeOneSecret() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Applied>> results = new ArrayList<>();
        MikrotikNetworkDriver secondNode = new MikrotikNetworkDriver(PATIENT, 0);
        for (int i = 0; i < 16; i++) {
            MikrotikNetworkDriver node = i % 2 == 0 ? driver : secondNode;
            results.add(threads.submit(() -> node.apply(context(), address(), on(home("grace"), "Gold", 20_000, 10_000))));
        }
        for (Future<Applied> result : results) {
            result.get();
        }
        threads.shutdownNow();
        assertThat(router.rows("/ppp/secret")).hasSize(1);
        assertThat(router.rows("/ppp/profile")).extracting(row -> row.get("name")).containsOnlyOnce("Gold");
    }

    @Test
    void aServiceNeedsANameAndAPassword() {
        problem(Outcome.REFUSED, () -> apply(home(" ")));
        problem(Outcome.REFUSED, () -> apply(pppoe("1", "grace", "", "Home", home("grace").speed())));
    }
}
