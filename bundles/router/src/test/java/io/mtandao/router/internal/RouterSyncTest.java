package io.mtandao.router.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.TenantId;
import io.mtandao.api.Unavailable;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.api.router.ServiceApplied;
import io.mtandao.spi.VendorProblem;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What subscriptions want reaches the routers, whatever the routers do meanwhile. */
class RouterSyncTest extends RouterStory {
    @ParameterizedTest
    @EnumSource
    void whoIsAllowedGetsOnTheRouterAndThePlatformSaysSo(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        wants(7, r.id(), "grace", true);
        assertThat(jobs.scheduled).anyMatch(j -> j.job().equals(RouterSync.NAME) && j.key().equals(Long.toString(r.id())));
        assertThat(state(7).applied()).isFalse();

        assertThat(run(r)).isNull();

        assertThat(driver.users.get("10.0.0.1/grace").allowed()).isTrue();
        assertThat(driver.users.get("10.0.0.1/grace").password()).isEqualTo("pw-grace");
        assertThat(state(7).applied()).isTrue();
        assertThat(events.raised).containsExactly(new ServiceApplied(7, true));
        wants(7, r.id(), "grace", false);
        run(r);
        assertThat(driver.users.get("10.0.0.1/grace").allowed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aRouterOutOfReachIsTriedAgainWithGrowingPausesAndTheErrorStandsOnTheSubscription(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("far");
        wants(7, r.id(), "grace", true);
        driver.trouble = new VendorProblem(VendorProblem.Outcome.RETRY, "connection refused");
        assertThat(run(r)).isEqualTo(clock.instant().plusSeconds(5));
        assertThat(run(r)).isEqualTo(clock.instant().plusSeconds(10));
        assertThat(state(7).error()).isEqualTo("connection refused");
        assertThat(routers.get(owner, r.id()).health()).isEqualTo(Router.Health.DOWN);
        assertThat(routers.failing(owner, 10)).hasSize(1);
        assertThat(RouterSync.pause(50)).isEqualTo(Duration.ofMinutes(5));

        driver.trouble = null;
        assertThat(run(r)).isNull();
        assertThat(state(7).applied()).isTrue();
        assertThat(state(7).error()).isNull();
        assertThat(routers.get(owner, r.id()).health()).isEqualTo(Router.Health.UP);
    }

    @ParameterizedTest
    @EnumSource
    void oneRefusedServiceDoesNotKeepTheOthersWaiting(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        wants(1, r.id(), "bad", true);
        wants(2, r.id(), "good", true);
        driver.refusesUser = "bad";
        Instant next = run(r);
        assertThat(state(2).applied()).isTrue();
        assertThat(state(1).error()).isEqualTo("profile is broken");
        assertThat(next).isEqualTo(clock.instant().plusSeconds(5));
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerToAnOlderStateDoesNotCount(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        wants(7, r.id(), "grace", true);
        driver.duringApply = () -> {
            driver.duringApply = () -> {};
            wants(7, r.id(), "grace", false);
        };
        run(r);
        assertThat(state(7).applied()).isFalse();
        run(r);
        assertThat(state(7).applied()).isTrue();
        assertThat(driver.users.get("10.0.0.1/grace").allowed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aMovedRenamedOrCancelledSubscriptionIsForgottenWhereItWas(TestDatabase.Kind kind) {
        given(kind);
        Router old = router("old"), next = router("new");
        wants(7, old.id(), "grace", true);
        run(old);
        wants(7, next.id(), "grace", true);
        run(old);
        run(next);
        assertThat(driver.users).containsOnlyKeys("10.0.0.2/grace");
        wants(7, next.id(), "grace2", true);
        run(next);
        assertThat(driver.users).containsOnlyKeys("10.0.0.2/grace2");
        cancelled(7);
        run(next);
        assertThat(driver.users).isEmpty();
        assertThat(routers.state(owner, 7)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theLookSeesWhoIsOnlineAndARouterThatComesBackGetsWhatItMissed(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        wants(7, r.id(), "grace", true);
        driver.trouble = new VendorProblem(VendorProblem.Outcome.RETRY, "no route to host");
        run(r);
        jobs.scheduled.clear();
        driver.trouble = null;
        assertThat(look.run(isp, Long.toString(r.id()), null)).isEqualTo(clock.instant().plus(RouterLook.EVERY));
        assertThat(jobs.scheduled).anyMatch(j -> j.job().equals(RouterSync.NAME));
        assertThat(state(7).online()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void noRouterIsSavedOrConnectedToWhereTheOperatorAllowsNone(TestDatabase.Kind kind) {
        given(kind);
        for (String host : List.of("127.0.0.1", "here.example"))
            assertThatThrownBy(() -> routers.create(owner, draft("here", host))).as(host)
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("host").containsEntry("host", "127.0.0.1 is within 127.0.0.0/8, where this platform's operator allows no routers"));
        Router r = router("core");
        assertThatThrownBy(() -> routers.update(owner, r.id(), r.version(), draft("core", "here.example"))).isInstanceOf(Invalid.class);
        wants(7, r.id(), "grace", true);
        names.put("core.example", "127.0.0.1");
        run(r);
        assertThat(driver.users).as("the name means this machine by now").isEmpty();
        assertThat(state(7).error()).contains("allows no routers");
        assertThat(routers.test(owner, r.id())).returns(false, Routers.Probe::ok).satisfies(p -> assertThat(p.text()).contains("127.0.0.0/8"));
        assertThatThrownBy(() -> routers.secrets(owner, r.id())).isInstanceOf(Unavailable.class).hasMessageContaining("allows no routers");
        names.put("core.example", "10.0.0.1");
        run(r);
        assertThat(driver.users).containsOnlyKeys("10.0.0.1/grace");
    }

    @ParameterizedTest
    @EnumSource
    void anotherIspSeesChangesAndDeletesNothing(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        wants(7, r.id(), "grace", true);
        Caller b = Caller.system(new TenantId("isp-b"), "test");
        // its own ISP comes first, so that nothing which was kept from that visit is shown to the other
        assertThat(routers.get(owner, r.id()).name()).isEqualTo("core");
        assertThat(routers.list(owner, ListQuery.first(10)).items()).hasSize(1);
        assertThat(routers.state(owner, 7)).isPresent();
        assertThat(routers.list(b, ListQuery.first(10)).items()).isEmpty();
        assertThat(routers.state(b, 7)).isEmpty();
        assertThat(routers.failing(b, 10)).isEmpty();
        for (Runnable act : List.<Runnable>of(() -> routers.get(b, r.id()), () -> routers.update(b, r.id(), 1, draft("x", "x")), () -> routers.delete(b, r.id()),
                () -> routers.test(b, r.id()), () -> routers.secrets(b, r.id()), () -> routers.profiles(b, r.id()), () -> routers.sync(b, 7)))
            assertThatThrownBy(act::run).isInstanceOf(NotFound.class);
        assertThat(routers.get(owner, r.id()).name()).isEqualTo("core");
        assertThat(routers.create(b, draft("core", "core.example")).name()).as("the same name and address in another ISP").isEqualTo("core");
    }

    @ParameterizedTest
    @EnumSource
    void aNameIsTakenOnceAndAnUnconfirmedCertificateIsShown(TestDatabase.Kind kind) {
        given(kind);
        router("used");
        assertThatThrownBy(() -> router("used")).isInstanceOf(Conflict.class);
        Router tls = routers.create(owner, new Routers.Draft("tls", "played", "tls.example", 8729, "m", "p", true, null));
        assertThat(routers.test(owner, tls.id())).returns(false, Routers.Probe::ok).returns("ab".repeat(32), Routers.Probe::fingerprint);
        Router now = routers.update(owner, tls.id(), routers.get(owner, tls.id()).version(), new Routers.Draft("tls", "played", "tls.example", 8729, "m", null, true, "AB".repeat(32)));
        assertThat(now.fingerprint()).isEqualTo("ab".repeat(32));
        assertThat(routers.test(owner, tls.id()).facts()).containsEntry("version", "7.20");
        routers.delete(owner, tls.id());
        assertThat(audit.entries).contains("router.create router/" + tls.id(), "router.delete router/" + tls.id());
    }

    @ParameterizedTest
    @EnumSource
    void aRouterThatDoesNotAnswerAQuestionIsUnavailable(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        assertThat(routers.secrets(owner, r.id())).extracting(Routers.Secret::name).containsExactly("grace");
        driver.trouble = new VendorProblem(VendorProblem.Outcome.RETRY, "timed out");
        assertThatThrownBy(() -> routers.secrets(owner, r.id())).isInstanceOf(Unavailable.class).hasMessageContaining("timed out");
    }

    @Test
    void whatIsWrongInAFormIsSaidFieldByField() {
        given(TestDatabase.Kind.DERBY);
        assertThatThrownBy(() -> routers.create(owner, new Routers.Draft(" ", "played", "http://x", 0, "", null, true, "zz")))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("name", "host", "port", "user", "password", "fingerprint"));
    }
}
