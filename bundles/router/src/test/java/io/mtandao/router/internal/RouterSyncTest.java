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
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Subscriptions.ServiceToDeliver;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.api.router.ServiceApplied;
import io.mtandao.router.internal.entity.RemovalRow;
import io.mtandao.router.internal.entity.RouterRow;
import io.mtandao.router.internal.entity.ServiceRow;
import io.mtandao.spi.VendorProblem;
import io.mtandao.testing.db.MovableClock;
import io.mtandao.testing.db.TestDatabase;
import io.mtandao.testing.fake.Fakes;
import io.mtandao.testing.fake.OnePlugin;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What subscriptions want reaches the routers, whatever the routers do meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouterSyncTest {
    private final Map<TestDatabase.Kind, TestDatabase> databases = new EnumMap<>(TestDatabase.Kind.class);
    private final MovableClock clock = MovableClock.at("2026-11-22T08:00:00Z");
    private int tenants;

    private TestDatabase db;
    private TenantId isp;
    private Caller owner;
    private PlayedDriver driver;
    private Fakes.RecordedJobs jobs;
    private Fakes.RecordedEvents events;
    private Fakes.RecordedAudit audit;
    private DesiredState desired;
    private RouterSync sync;
    private RouterLook look;
    private JpaRouters routers;
    private final Map<Long, ServiceToDeliver> subscriptions = new HashMap<>();

    public final class PlayedSubscriptions {
        public Optional<ServiceToDeliver> serviceToDeliver(Caller system, long id) {
            return Optional.ofNullable(subscriptions.get(id));
        }
    }

    /** What the name server says. */
    private final Map<String, String> names = new HashMap<>();

    private InetAddress[] resolve(String host) throws UnknownHostException {
        return new InetAddress[] {InetAddress.getByName(host.matches("[0-9.]+") ? host : names.getOrDefault(host, "10.0.0.9"))};
    }

    private void given(TestDatabase.Kind kind) {
        db = databases.computeIfAbsent(kind, k -> TestDatabase.open(k, clock, List.of("db/persistence.xml", "db/router.xml"),
            List.of(RouterRow.class, ServiceRow.class, RemovalRow.class)));
        isp = new TenantId("isp-" + ++tenants);
        owner = Caller.system(isp, "test");
        driver = new PlayedDriver();
        jobs = new Fakes.RecordedJobs();
        events = new Fakes.RecordedEvents();
        audit = new Fakes.RecordedAudit();
        subscriptions.clear();
        names.putAll(Map.of("core.example", "10.0.0.1", "new.example", "10.0.0.2", "here.example", "127.0.0.1"));
        Drivers drivers = new Drivers(new OnePlugin(db.tx()::running, driver), db.secrets(), new RouterHosts("127.0.0.0/8", "", this::resolve));
        desired = new DesiredState(db.tx(), () -> Fakes.partly(Subscriptions.class, new PlayedSubscriptions()), db.secrets(), jobs, clock);
        sync = new RouterSync(db.tx(), drivers, db.secrets(), events, clock);
        look = new RouterLook(db.tx(), drivers, desired, clock);
        routers = new JpaRouters(db.tx(), drivers, desired, db.secrets(), jobs, audit.log(), clock);
    }

    @AfterAll
    void close() {
        databases.values().forEach(TestDatabase::close);
    }

    private static Routers.Draft draft(String name, String host) {
        return new Routers.Draft(name, "played", host, 8728, "mtandao", "secret", false, null);
    }

    private Router router(String name) {
        return routers.create(owner, draft(name, name + ".example"));
    }

    private void wants(long id, Long router, String user, boolean allowed) {
        subscriptions.put(id, new ServiceToDeliver(id, router, user, "pw-" + user, "Home 5M", 5000, 2500, allowed, "Grace"));
        desired.refresh(isp, id, null, null);
    }

    private Instant run(Router r) {
        return sync.run(isp, Long.toString(r.id()), null);
    }

    private Routers.NetworkState state(long subscription) {
        return routers.state(owner, subscription).orElseThrow();
    }

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
        subscriptions.remove(7L);
        desired.refresh(isp, 7, null, null);
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
    void aRouterInUseIsNotDeletedAndAnUnconfirmedCertificateIsShown(TestDatabase.Kind kind) {
        given(kind);
        Router used = router("used");
        wants(7, used.id(), "grace", true);
        assertThatThrownBy(() -> routers.delete(owner, used.id())).isInstanceOf(Conflict.class);
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
