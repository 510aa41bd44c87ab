package io.mtandao.router.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.PackageTerms.Hours;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Subscriptions.ServiceToDeliver;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.router.internal.entity.RemovalRow;
import io.mtandao.router.internal.entity.RouterRow;
import io.mtandao.router.internal.entity.ServiceRow;
import io.mtandao.testing.db.MovableClock;
import io.mtandao.testing.db.TestDatabase;
import io.mtandao.testing.fake.Fakes;
import io.mtandao.testing.fake.OnePlugin;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** An ISP, what its subscriptions want, and a router that is played. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RouterStory {
    static final List<String> CHANGELOGS = List.of("db/persistence.xml", "db/router.xml");
    private final Map<TestDatabase.Kind, TestDatabase> databases = new EnumMap<>(TestDatabase.Kind.class);
    final MovableClock clock = MovableClock.at("2026-11-22T08:00:00Z");
    private int tenants;

    TestDatabase db;
    TenantId isp;
    Caller owner;
    PlayedDriver driver;
    Fakes.RecordedJobs jobs;
    Fakes.RecordedEvents events;
    Fakes.RecordedAudit audit;
    DesiredState desired;
    RouterSync sync;
    RouterLook look;
    HoursSwitch hours;
    JpaRouters routers;
    final Map<String, ServiceToDeliver> subscriptions = new HashMap<>();

    /** Subscriptions of which billing cannot say what they are to have. */
    final Set<Long> untellable = new HashSet<>();

    public final class PlayedSubscriptions {
        public Optional<ServiceToDeliver> serviceToDeliver(Caller system, long id) {
            if (untellable.contains(id)) throw new IllegalStateException("the password of " + id + " cannot be opened");
            return Optional.ofNullable(subscriptions.get(system.tenant() + "/" + id));
        }

        public long standingOn(Caller system, long router) {
            return subscriptions.entrySet().stream().filter(s -> s.getKey().startsWith(system.tenant() + "/"))
                .filter(s -> Objects.equals(s.getValue().routerId(), router)).count();
        }
    }

    /** What the name server says. */
    final Map<String, String> names = new HashMap<>();

    private InetAddress[] resolve(String host) throws UnknownHostException {
        return new InetAddress[] {InetAddress.getByName(host.matches("[0-9.]+") ? host : names.getOrDefault(host, "10.0.0.9"))};
    }

    void given(TestDatabase.Kind kind) {
        clock.set(Instant.parse("2026-11-22T08:00:00Z"));
        given(databases.computeIfAbsent(kind, k -> open(k, CHANGELOGS)));
    }

    final TestDatabase open(TestDatabase.Kind kind, List<String> changelogs) {
        return TestDatabase.open(kind, clock, changelogs, List.of(RouterRow.class, ServiceRow.class, RemovalRow.class));
    }

    final void given(TestDatabase there) {
        db = there;
        anIsp();
        driver = new PlayedDriver();
        jobs = new Fakes.RecordedJobs();
        events = new Fakes.RecordedEvents();
        audit = new Fakes.RecordedAudit();
        subscriptions.clear();
        untellable.clear();
        names.putAll(Map.of("core.example", "10.0.0.1", "new.example", "10.0.0.2", "here.example", "127.0.0.1"));
        Drivers drivers = new Drivers(new OnePlugin(db.tx()::running, driver), db.secrets(), new RouterHosts("127.0.0.0/8", "", this::resolve));
        desired = new DesiredState(db.tx(), () -> Fakes.partly(Subscriptions.class, new PlayedSubscriptions()), db.secrets(), jobs, clock);
        sync = new RouterSync(db.tx(), drivers, desired, db.secrets(), events, clock);
        look = new RouterLook(db.tx(), drivers, desired, clock);
        hours = new HoursSwitch(db.tx(), desired, clock);
        routers = new JpaRouters(db.tx(), drivers, desired, db.secrets(), jobs, audit.log(), clock);
    }

    /** Another ISP from now on. */
    final void anIsp() {
        isp = new TenantId("isp-" + ++tenants);
        owner = Caller.system(isp, "test");
    }

    @AfterAll
    void close() {
        databases.values().forEach(TestDatabase::close);
    }

    static Routers.Draft draft(String name, String host) {
        return new Routers.Draft(name, "played", host, 8728, "mtandao", "secret", false, null);
    }

    Router router(String name) {
        return routers.create(owner, draft(name, name + ".example"));
    }

    void wants(long id, Long router, String user, boolean allowed) {
        wants(new ServiceToDeliver(id, router, user, "pw-" + user, "Home 5M", 5000, 2500, allowed, "Grace"));
    }

    void wants(ServiceType kind, long id, Long router, String user, boolean allowed) {
        wants(service(kind, id, router, user, allowed, null));
    }

    void wants(ServiceToDeliver service) {
        subscriptions.put(isp + "/" + service.subscriptionId(), service);
        desired.refresh(isp, service.subscriptionId(), null, null);
    }

    /** Two devices; a static one at 10.9.8.7. @param hours in Nairobi; null for always */
    static ServiceToDeliver service(ServiceType kind, long id, Long router, String user, boolean allowed, Hours hours) {
        String address = kind == ServiceType.STATIC_IP ? "10.9.8.7" : null;
        ZoneId zone = hours == null ? null : ZoneId.of("Africa/Nairobi");
        return new ServiceToDeliver(id, router, user, "pw-" + user, "Home 5M", 5000, 2500, allowed, "Grace", kind, null, 2, address, null, false, hours, zone);
    }

    void cancelled(long id) {
        subscriptions.remove(isp + "/" + id);
        desired.refresh(isp, id, null, null);
    }

    Instant run(Router r) {
        return sync.run(isp, Long.toString(r.id()), null);
    }

    Routers.NetworkState state(long subscription) {
        return routers.state(owner, subscription).orElseThrow();
    }
}
