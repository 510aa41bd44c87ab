package io.mtandao.router.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.PackageTerms.Burst;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriptions.ServiceToDeliver;
import io.mtandao.api.router.Router;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.network.NetworkDriver.Service;
import io.mtandao.spi.network.NetworkDriver.Speed;
import io.mtandao.testing.db.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A router that was reset, got an old backup back, or had somebody at work on it by hand. */
class DriftStoryTest extends RouterStory {
    private Router router;

    @Override
    void given(TestDatabase.Kind kind) {
        super.given(kind);
        driver.capabilities = Set.of("pppoe", "hotspot", "static-ip");
        router = router("core");
        wants(ServiceType.PPPOE, 1, router.id(), "grace", true);
        wants(ServiceType.HOTSPOT, 2, router.id(), "brian", false);
        wants(ServiceType.STATIC_IP, 3, router.id(), "akinyi", false);
        run(router);
        look();
        jobs.scheduled.clear();
    }

    private void look() {
        look.run(isp, Long.toString(router.id()), null);
    }

    private void byHand(String key, boolean allowed) {
        driver.users.computeIfPresent("10.0.0.1/" + key, (k, s) -> new Service(s.id(), s.kind(), s.user(), s.password(), s.profile(), s.speed(), s.deviceLimit(),
            s.address(), s.mac(), allowed, s.comment()));
    }

    private boolean woken() {
        return jobs.scheduled.stream().anyMatch(j -> j.job().equals(RouterSync.NAME) && j.key().equals(Long.toString(router.id())));
    }

    @ParameterizedTest
    @EnumSource
    void whatGotLostOrWasChangedByHandIsPutRightOfEveryKindAndNothingElseIsTouched(TestDatabase.Kind kind) {
        given(kind);
        driver.users.remove("10.0.0.1/grace");
        byHand("HOTSPOT/brian", true);
        byHand("STATIC_IP/akinyi", true);
        clock.advance(RouterLook.CHECK_EVERY);
        look();
        assertThat(woken()).isTrue();
        for (long id : new long[] {1, 2, 3}) assertThat(state(id).applied()).isFalse();
        run(router);
        assertThat(driver.users.get("10.0.0.1/grace").allowed()).isTrue();
        assertThat(driver.users.get("10.0.0.1/HOTSPOT/brian").allowed()).isFalse();
        assertThat(driver.users.get("10.0.0.1/STATIC_IP/akinyi").allowed()).isFalse();
        jobs.scheduled.clear();
        clock.advance(RouterLook.CHECK_EVERY);
        look();
        assertThat(woken()).as("now all is as it should be").isFalse();
        assertThat(state(1).applied()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aBurstThatThePackageHasGivenUpOrASpeedThatSomebodyChangedByHandIsFound(TestDatabase.Kind kind) {
        given(kind);
        Speed home = driver.profiles.get("10.0.0.1/PPPOE/Home 5M");
        for (Speed byHand : List.of(new Speed(5000, 2500, new Burst(8000, 4000, 4000, 2000, 10), false), new Speed(9000, 2500, null, false))) {
            driver.profiles.put("10.0.0.1/PPPOE/Home 5M", byHand);
            clock.advance(RouterLook.CHECK_EVERY);
            look();
            assertThat(state(1).applied()).as(byHand.toString()).isFalse();
            assertThat(state(2).applied()).as("is cut and gets no speed").isTrue();
            run(router);
            assertThat(driver.profiles).containsEntry("10.0.0.1/PPPOE/Home 5M", home);
        }
        clock.advance(RouterLook.CHECK_EVERY);
        look();
        assertThat(state(1).applied()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whoSharesAProfileWithSomebodyOfAnotherSpeedIsNotPutOffTheNetworkEveryQuarterOfAnHour(TestDatabase.Kind kind) {
        given(kind);
        wants(new ServiceToDeliver(4, router.id(), "musa", "pw", "Home 5M", 10_000, 5000, true, "Musa"));
        run(router);
        clock.advance(RouterLook.CHECK_EVERY);
        look();
        assertThat(state(1).applied()).isTrue();
        assertThat(state(4).applied()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whoIsThrottledHasASpeedOfHisOwnAndTheOthersKeepTheirs(TestDatabase.Kind kind) {
        given(kind);
        wants(new ServiceToDeliver(4, router.id(), "musa", "pw", "Home 5M", 512, 256, true, "Musa", ServiceType.PPPOE, null, 0, null, null, true, null, null));
        wants(new ServiceToDeliver(5, router.id(), "any", "pw", "Staff", 0, 0, true, "A package without any speed leaves what is there"));
        run(router);
        driver.profiles.put("10.0.0.1/PPPOE/Staff", new Speed(9000, 2500, null, false));
        clock.advance(RouterLook.CHECK_EVERY);
        look();
        for (long id : new long[] {1, 4, 5}) assertThat(state(id).applied()).as("subscription " + id).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void itIsLookedForNowAndThenAndWheneverTheRouterWasAway(TestDatabase.Kind kind) {
        given(kind);
        byHand("HOTSPOT/brian", true);
        look();
        assertThat(state(2).applied()).as("was compared a moment ago").isTrue();
        driver.trouble = new VendorProblem(Outcome.RETRY, "no route to host");
        look();
        driver.trouble = null;
        look();
        assertThat(state(2).applied()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aKindThatTheRouterKnowsNothingOfDoesNotMakeItLookDead(TestDatabase.Kind kind) {
        given(kind);
        driver.unknownKind = ServiceType.HOTSPOT;
        driver.users.remove("10.0.0.1/grace");
        clock.advance(RouterLook.CHECK_EVERY);
        look();
        assertThat(routers.get(owner, router.id()).health()).isEqualTo(Router.Health.UP);
        assertThat(state(1).applied()).isFalse();
        assertThat(state(2).applied()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anotherIspsRouterIsAnotherMatter(TestDatabase.Kind kind) {
        given(kind);
        Router first = router;
        var firstIsp = isp;
        byHand("HOTSPOT/brian", true);
        anIsp();
        router = routers.create(owner, draft("core", "new.example"));
        wants(ServiceType.HOTSPOT, 2, router.id(), "brian", true);
        run(router);
        clock.advance(RouterLook.CHECK_EVERY);
        look();
        assertThat(state(2).applied()).isTrue();
        look.run(firstIsp, Long.toString(router.id()), null);
        assertThat(state(2).applied()).as("a router of another ISP is none").isTrue();
        assertThat(driver.users.get("10.0.0.1/HOTSPOT/brian").allowed()).as("not looked at yet: " + first.id()).isTrue();
    }
}
