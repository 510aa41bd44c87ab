package io.mtandao.router.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.Stale;
import io.mtandao.api.Unavailable;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.work.Jobs;
import io.mtandao.persistence.Listing;
import io.mtandao.persistence.SecretBox;
import io.mtandao.persistence.TenantTx;
import io.mtandao.router.internal.Drivers.Target;
import io.mtandao.router.internal.entity.RouterRow;
import io.mtandao.router.internal.entity.ServiceRow;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.network.NetworkDriver.RouterAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.LoggerFactory;

/** The ISP's routers in the database, and questions to them. */
@Component
public final class JpaRouters implements Routers {
    private static final Listing<RouterRow> LISTING = Listing.of(RouterRow.class)
        .sort("name", "name", RouterRow::getName)
        .filter("health", (text, w) -> w.and("e.health = ?", health(text)))
        .search((text, w) -> w.and("lower(e.name) like ? or e.host like ?", "%" + text.toLowerCase(java.util.Locale.ROOT) + "%", text + "%"));
    private final TenantTx tx;
    private final Drivers drivers;
    private final DesiredState desired;
    private final SecretBox secrets;
    private final Jobs jobs;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public JpaRouters(@Reference TenantTx tx, @Reference Drivers drivers, @Reference DesiredState desired, @Reference SecretBox secrets, @Reference Jobs jobs,
            @Reference AuditLog audit, @Reference Clock clock) {
        this.tx = tx;
        this.drivers = drivers;
        this.desired = desired;
        this.secrets = secrets;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    private static Router.Health health(String text) {
        try {
            return Router.Health.valueOf(text.toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Invalid.field("health", "one of unknown, up, down");
        }
    }

    @Override
    public Page<Router> list(Caller caller, ListQuery query) {
        caller.require(Permission.ROUTERS_READ);
        return tx.in(caller.tenant(), em -> LISTING.page(em, query, r -> record(em, r)));
    }

    @Override
    public Router get(Caller caller, long id) {
        caller.require(Permission.ROUTERS_READ);
        return tx.in(caller.tenant(), em -> record(em, find(em, id)));
    }

    @Override
    public Router create(Caller caller, Draft draft) {
        caller.require(Permission.ROUTERS_WRITE);
        check(draft, true);
        return tx.in(caller.tenant(), em -> {
            nameFree(em, draft.name(), 0);
            RouterRow r = new RouterRow();
            r.describe(draft, secrets.seal(caller.tenant(), Drivers.PASSWORD, draft.password()));
            em.persist(r);
            em.flush();
            audit.record(caller, "router.create", "router/" + r.getId(), null, facts(r));
            jobs.schedule(caller.tenant(), RouterLook.NAME, Long.toString(r.getId()), clock.instant(), null);
            return record(em, r);
        });
    }

    @Override
    public Router update(Caller caller, long id, int version, Draft draft) {
        caller.require(Permission.ROUTERS_WRITE);
        check(draft, false);
        return tx.in(caller.tenant(), em -> {
            RouterRow r = find(em, id);
            r.expectVersion(version, "router");
            nameFree(em, draft.name(), id);
            Map<String, Object> before = facts(r);
            r.describe(draft, draft.password() == null ? null : secrets.seal(caller.tenant(), Drivers.PASSWORD, draft.password()));
            em.flush();
            audit.record(caller, "router.update", "router/" + id, before, facts(r));
            desired.wake(caller.tenant(), id);
            jobs.schedule(caller.tenant(), RouterLook.NAME, Long.toString(id), clock.instant(), null);
            return record(em, r);
        });
    }

    @Override
    public void delete(Caller caller, long id) {
        caller.require(Permission.ROUTERS_WRITE);
        tx.run(caller.tenant(), em -> {
            RouterRow r = find(em, id);
            long standing = desired.standingOn(caller.tenant(), id);
            if (standing > 0) throw new Conflict((standing == 1 ? "1 subscription stands" : standing + " subscriptions stand")
                + " on this router, those that are pending or expired counted; move " + (standing == 1 ? "it" : "them") + " to another router first");
            // what still stands here was moved or cancelled a moment ago; the word of it is on its way
            for (String row : List.of("ServiceRow", "RemovalRow"))
                em.createQuery("delete from " + row + " x where x.routerId = ?1").setParameter(1, id).executeUpdate();
            em.remove(r);
            audit.record(caller, "router.delete", "router/" + id, facts(r), null);
        });
    }

    @Override
    public Probe test(Caller caller, long id) {
        caller.require(Permission.ROUTERS_WRITE);
        Target target = tx.in(caller.tenant(), em -> drivers.target(caller.tenant(), find(em, id)));
        Probe probe = probe(target);
        noteHealth(caller, id, probe);
        if (probe.ok()) desired.wake(caller.tenant(), id);
        return probe;
    }

    private void noteHealth(Caller caller, long id, Probe probe) {
        try {
            tx.run(caller.tenant(), em -> {
                RouterRow r = find(em, id);
                if (probe.ok()) r.up(clock.instant(), probe.text());
                else r.down(clock.instant(), probe.text());
            });
        } catch (Stale e) {
            // the minutely look wrote what it saw at the same moment: as good as ours
            LoggerFactory.getLogger(JpaRouters.class).debug("router {} was looked at meanwhile", id);
        }
    }

    private Probe probe(Target target) {
        RouterAddress address = target.address();
        try {
            if (address.tls() && address.fingerprint() == null) {
                String shown = drivers.call(target, (driver, context, a) -> driver.fingerprint(context, a));
                return new Probe(false, "compare this fingerprint with the router's certificate and confirm it", shown, Map.of());
            }
            Map<String, String> facts = drivers.call(target, (driver, context, a) -> driver.resources(context, a));
            return new Probe(true, "reached", address.fingerprint(), facts);
        } catch (VendorProblem e) {
            return new Probe(false, e.getMessage(), null, Map.of());
        }
    }

    @Override
    public List<Secret> secrets(Caller caller, long id) {
        caller.require(Permission.ROUTERS_WRITE);
        return ask(caller, id, (driver, context, a) -> driver.secrets(context, a)).stream()
            .map(s -> new Secret(s.name(), s.password(), s.profile(), s.service(), s.disabled(), s.comment())).toList();
    }

    @Override
    public List<Profile> profiles(Caller caller, long id) {
        caller.require(Permission.ROUTERS_READ);
        return ask(caller, id, (driver, context, a) -> driver.profiles(context, a)).stream().map(p -> new Profile(p.name(), p.rateLimit())).toList();
    }

    private <R> R ask(Caller caller, long id, Drivers.Ask<R> question) {
        Target target = tx.in(caller.tenant(), em -> drivers.target(caller.tenant(), find(em, id)));
        try {
            return drivers.call(target, question);
        } catch (VendorProblem e) {
            throw new Unavailable("the router " + target.name() + " did not answer: " + e.getMessage());
        }
    }

    @Override
    public Optional<NetworkState> state(Caller caller, long subscriptionId) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return tx.in(caller.tenant(), em -> Optional.ofNullable(DesiredState.find(em, subscriptionId)).map(ServiceRow::toState));
    }

    @Override
    public List<NetworkState> failing(Caller caller, int most) {
        caller.require(Permission.ROUTERS_READ);
        return tx.in(caller.tenant(), em -> em.createQuery("select s from ServiceRow s where s.applied = ?1 and s.error is not null order by s.changedAt desc", ServiceRow.class)
            .setParameter(1, false).setMaxResults(most).getResultList().stream().map(ServiceRow::toState).toList());
    }

    @Override
    public void sync(Caller caller, long subscriptionId) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        tx.run(caller.tenant(), em -> {
            ServiceRow s = DesiredState.find(em, subscriptionId);
            if (s == null) throw new NotFound("service");
            s.askAgain(clock.instant());
            if (s.getRouterId() != null) desired.wake(caller.tenant(), s.getRouterId());
        });
    }

    private static RouterRow find(EntityManager em, long id) {
        RouterRow r = em.find(RouterRow.class, id);
        if (r == null) throw new NotFound("router");
        return r;
    }

    private static void nameFree(EntityManager em, String name, long except) {
        long taken = em.createQuery("select count(r) from RouterRow r where r.name = ?1 and r.id <> ?2", Long.class)
            .setParameter(1, name.strip()).setParameter(2, except).getSingleResult();
        if (taken > 0) throw new Conflict("there is a router of this name already");
    }

    private void check(Draft d, boolean fresh) {
        Invalid.Check check = new Invalid.Check().notBlank(d.name(), "name", 100).notBlank(d.driver(), "driver", 40).notBlank(d.host(), "host", 253)
            .that(d.host() == null || d.host().strip().matches("[A-Za-z0-9.:_-]+"), "host", "a host name or an address, without http:// and without port")
            .that(d.port() > 0 && d.port() < 65536, "port", "from 1 to 65535; the API listens on 8729 with TLS, on 8728 without")
            .notBlank(d.user(), "user", 100).that(!fresh || d.password() != null, "password", "must be given")
            .atMost(d.password(), "password", 200)
            .that(d.fingerprint() == null || d.fingerprint().replace(":", "").matches("[0-9A-Fa-f]{64}"), "fingerprint", "SHA-256: 64 hexadecimal digits");
        check.orThrow();
        // asks a name server, so only for what is well-formed
        drivers.checkHost(check, "host", d.host());
        check.orThrow();
    }

    private static Map<String, Object> facts(RouterRow r) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("name", r.getName());
        m.put("driver", r.getDriver());
        m.put("address", r.getHost() + ":" + r.getPort());
        m.put("user", r.getLogin());
        m.put("tls", r.isTls());
        m.put("fingerprint", r.getFingerprint());
        return m;
    }

    private static long services(EntityManager em, long router, Boolean failing) {
        String more = failing == null ? "" : " and s.applied = ?2 and s.error is not null";
        var q = em.createQuery("select count(s) from ServiceRow s where s.routerId = ?1" + more, Long.class).setParameter(1, router);
        if (failing != null) q.setParameter(2, false);
        return q.getSingleResult();
    }

    private static Router record(EntityManager em, RouterRow r) {
        return new Router(r.getId(), r.getVersion(), r.getName(), r.getDriver(), r.getHost(), r.getPort(), r.getLogin(), r.isTls(), r.getFingerprint(), r.getHealth(),
            r.getHealthText(), r.getLookedAt(), services(em, r.getId(), null), services(em, r.getId(), true));
    }
}
