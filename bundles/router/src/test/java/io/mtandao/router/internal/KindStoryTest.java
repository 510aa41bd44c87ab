package io.mtandao.router.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.PackageTerms.Burst;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriptions.ServiceToDeliver;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.spi.network.NetworkDriver.Service;
import io.mtandao.spi.network.NetworkDriver.Speed;
import io.mtandao.testing.db.TestDatabase;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PPPoE, hotspot and static IP: each gets on the router as what it is, and never as another. */
class KindStoryTest extends RouterStory {
    @Override
    void given(TestDatabase.Kind kind) {
        super.given(kind);
        driver.capabilities = Set.of("pppoe", "hotspot", "static-ip");
    }

    @ParameterizedTest
    @EnumSource
    void aKindThatTheDriverDoesNotDeliverIsAnErrorOnTheSubscriptionAndNothingIsMade(TestDatabase.Kind kind) {
        given(kind);
        driver.capabilities = Set.of("pppoe");
        Router r = router("core");
        wants(ServiceType.HOTSPOT, 7, r.id(), "grace", true);
        wants(ServiceType.STATIC_IP, 8, r.id(), "brian", true);
        wants(9, r.id(), "akinyi", true);
        assertThat(run(r)).isEqualTo(clock.instant().plusSeconds(5));
        assertThat(driver.users).containsOnlyKeys("10.0.0.1/akinyi");
        assertThat(state(7)).returns(false, Routers.NetworkState::applied)
            .returns("the driver Played cannot deliver hotspot services; choose another router or another package", Routers.NetworkState::error);
        assertThat(state(8).error()).contains("static IP");
        assertThat(routers.get(owner, r.id()).health()).as("the router itself is well").isEqualTo(Router.Health.UP);
        cancelled(7);
        clock.advance(RouterSync.pause(1));
        run(r);
        long removals = db.tx().in(isp, em -> em.createQuery("select count(r) from RemovalRow r", Long.class).getSingleResult());
        assertThat(removals).as("nothing to forget").isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatAKindNeedsArrivesWhole(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        Burst burst = new Burst(10_000, 5_000, 4_000, 2_000, 8);
        String mac = "4C:5E:0C:12:34:56";
        ServiceType fixed = ServiceType.STATIC_IP;
        wants(new ServiceToDeliver(7, r.id(), "grace", "pw", "Home", 5000, 2500, true, "Grace", fixed, burst, 3, "10.9.8.7", mac, false, null, null));
        run(r);
        Speed speed = new Speed(5000, 2500, burst, false);
        assertThat(driver.users.get("10.0.0.1/STATIC_IP/grace"))
            .isEqualTo(new Service("7", fixed, "grace", "pw", "Home", speed, 3, "10.9.8.7", mac, true, "Grace"));
        wants(new ServiceToDeliver(7, r.id(), "grace", "pw", "Home", 512, 256, true, "Grace", fixed, null, 3, "10.9.8.7", null, true, null, null));
        run(r);
        assertThat(driver.users.get("10.0.0.1/STATIC_IP/grace").speed()).isEqualTo(new Speed(512, 256, null, true));
    }

    @ParameterizedTest
    @EnumSource
    void whoPaidIsLetOnAndWhoExpiredIsCutWhateverTheKind(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        for (ServiceType type : ServiceType.values()) {
            String user = "grace-" + type, there = type == ServiceType.PPPOE ? "10.0.0.1/" + user : "10.0.0.1/" + type + "/" + user;
            for (boolean paid : new boolean[] {false, true, false}) {
                wants(type, type.ordinal(), r.id(), user, paid);
                assertThat(run(r)).isNull();
                assertThat(driver.users.get(there)).returns(paid, Service::allowed).returns(type, Service::kind);
                assertThat(state(type.ordinal())).returns(true, Routers.NetworkState::applied).returns(paid, Routers.NetworkState::allowed);
            }
        }
        assertThat(driver.users).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void aSubscriptionThatBecomesAnotherKindLeavesNothingOfTheOldOne(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        wants(7, r.id(), "grace", true);
        run(r);
        wants(ServiceType.HOTSPOT, 7, r.id(), "grace", true);
        run(r);
        assertThat(driver.users).containsOnlyKeys("10.0.0.1/HOTSPOT/grace");
        wants(ServiceType.STATIC_IP, 7, r.id(), "grace", true);
        wants(7, r.id(), "grace", true);
        run(r);
        assertThat(driver.users).as("and back before the router heard of it").containsOnlyKeys("10.0.0.1/grace");
        assertThat(state(7).applied()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void twoIspsWithTheSameNamesOnTheirOwnRoutersStayApart(TestDatabase.Kind kind) {
        given(kind);
        Router first = router("core");
        wants(ServiceType.HOTSPOT, 7, first.id(), "grace", true);
        run(first);
        anIsp();
        Router second = routers.create(owner, draft("core", "new.example"));
        wants(ServiceType.HOTSPOT, 7, second.id(), "grace", false);
        wants(7, second.id(), "grace", false);
        run(second);
        assertThat(driver.users.get("10.0.0.1/HOTSPOT/grace")).returns(true, Service::allowed);
        assertThat(driver.users.get("10.0.0.2/grace")).returns(false, Service::allowed);
        cancelled(7);
        run(second);
        assertThat(driver.users).containsOnlyKeys("10.0.0.1/HOTSPOT/grace");
    }

    @ParameterizedTest
    @EnumSource
    void aNameGivenToAnotherSubscriptionStaysWithItWhenTheFirstIsHeardOfLate(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        wants(7, r.id(), "grace", true);
        run(r);
        wants(8, r.id(), "grace", true);
        run(r);
        wants(7, r.id(), "grace-old", true);
        run(r);
        assertThat(driver.users).containsOnlyKeys("10.0.0.1/grace", "10.0.0.1/grace-old");
        assertThat(driver.users.get("10.0.0.1/grace").id()).isEqualTo("8");
    }

    @ParameterizedTest
    @EnumSource
    void whatTheRouterRefusesToForgetKeepsNobodyWaitingAndIsTriedAgain(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        wants(ServiceType.HOTSPOT, 7, r.id(), "bad", true);
        run(r);
        cancelled(7);
        wants(ServiceType.HOTSPOT, 8, r.id(), "good", true);
        driver.refusesUser = "bad";
        assertThat(run(r)).isEqualTo(clock.instant().plusSeconds(5));
        assertThat(driver.users).containsKeys("10.0.0.1/HOTSPOT/bad", "10.0.0.1/HOTSPOT/good");
        assertThat(routers.get(owner, r.id()).health()).isEqualTo(Router.Health.UP);
        driver.refusesUser = null;
        assertThat(run(r)).as("not before its time").isEqualTo(clock.instant().plusSeconds(5));
        clock.advance(RouterSync.pause(1));
        assertThat(run(r)).isNull();
        assertThat(driver.users).containsOnlyKeys("10.0.0.1/HOTSPOT/good");
    }

    @ParameterizedTest
    @EnumSource
    void whoIsOnlineIsAskedKindByKindAndIsNotKnownOfAFixedAddress(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        wants(ServiceType.STATIC_IP, 8, r.id(), "grace", true);
        wants(ServiceType.HOTSPOT, 9, r.id(), "brian", true);
        driver.live.put(ServiceType.PPPOE, Set.of("brian"));
        driver.live.put(ServiceType.HOTSPOT, Set.of("wanjiku"));
        look.run(isp, Long.toString(r.id()), null);
        assertThat(state(8).online()).isNull();
        assertThat(state(9).online()).as("the PPPoE session of that name is another's").isFalse();
        driver.live.put(ServiceType.HOTSPOT, Set.of("brian"));
        look.run(isp, Long.toString(r.id()), null);
        assertThat(state(9).online()).isTrue();
        assertThat(routers.get(owner, r.id()).healthText()).isEqualTo("1 online");
    }
}
