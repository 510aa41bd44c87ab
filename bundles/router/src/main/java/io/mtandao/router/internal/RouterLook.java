package io.mtandao.router.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.router.Router;
import io.mtandao.api.work.JobHandler;
import io.mtandao.persistence.TenantTx;
import io.mtandao.router.internal.Drivers.Target;
import io.mtandao.router.internal.entity.RouterRow;
import io.mtandao.router.internal.entity.ServiceRow;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.network.NetworkDriver;
import io.mtandao.spi.network.NetworkDriver.Found;
import io.mtandao.spi.network.NetworkDriver.RouterAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a router once a minute: is it there, and who is on. A router that has come back gets what it missed at once, and what it lost it gets again. */
@Component(service = JobHandler.class)
public final class RouterLook implements JobHandler {
    static final String NAME = "router.look";
    static final Duration EVERY = Duration.ofMinutes(1);
    static final Duration CHECK_EVERY = Duration.ofMinutes(15);
    private static final Logger LOG = LoggerFactory.getLogger(RouterLook.class);
    private final TenantTx tx;
    private final Drivers drivers;
    private final DesiredState desired;
    private final Clock clock;

    @Activate
    public RouterLook(@Reference TenantTx tx, @Reference Drivers drivers, @Reference DesiredState desired, @Reference Clock clock) {
        this.tx = tx;
        this.drivers = drivers;
        this.desired = desired;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param check whether to compare what it has with what it is to have */
    private record Look(Target target, List<ServiceType> kinds, boolean check) {}

    /** Of a kind that the router knows nothing of, for example without its hotspot package, there is nothing. */
    private record Seen(Map<ServiceType, Set<String>> live, Map<ServiceType, List<Found>> found) {}

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        long id = Long.parseLong(key);
        desired.learn(tenant, id);
        Look look = tx.in(tenant, em -> {
            RouterRow r = em.find(RouterRow.class, id);
            return r == null ? null : new Look(drivers.target(tenant, r), kinds(em, id), isCheckDue(r));
        });
        if (look == null) return null;
        try {
            Seen seen = drivers.call(look.target, (driver, context, address) -> see(driver, context, address, look));
            tx.run(tenant, em -> {
                RouterRow r = em.find(RouterRow.class, id);
                if (r != null) note(tenant, em, r, seen);
            });
        } catch (VendorProblem e) {
            tx.run(tenant, em -> {
                RouterRow r = em.find(RouterRow.class, id);
                if (r != null) r.down(clock.instant(), e.getMessage());
            });
        }
        return clock.instant().plus(EVERY);
    }

    /** Now and then, and when it was away: it may have been reset, or have got an old backup back. */
    private boolean isCheckDue(RouterRow r) {
        return r.getHealth() == Router.Health.DOWN || r.getCheckedAt() == null || !r.getCheckedAt().plus(CHECK_EVERY).isAfter(clock.instant());
    }

    private static Seen see(NetworkDriver<Object> driver, TenantContext<Object> context, RouterAddress address, Look look) {
        Seen seen = new Seen(new EnumMap<>(ServiceType.class), new EnumMap<>(ServiceType.class));
        for (ServiceType kind : look.kinds) {
            if (!driver.delivers(kind)) continue;
            try {
                if (kind != ServiceType.STATIC_IP) seen.live.put(kind, driver.online(context, address, kind));
                if (look.check) seen.found.put(kind, driver.found(context, address, kind));
            } catch (VendorProblem e) {
                if (e.outcome() != VendorProblem.Outcome.REFUSED) throw e;
            }
        }
        // somebody must be asked whether the router is there
        if (seen.live.isEmpty()) driver.resources(context, address);
        return seen;
    }

    private void note(TenantId tenant, EntityManager em, RouterRow r, Seen seen) {
        Instant now = clock.instant();
        boolean back = r.getHealth() == Router.Health.DOWN;
        r.up(now, seen.live.values().stream().mapToInt(Set::size).sum() + " online");
        long drifted = 0;
        List<ServiceRow> wanted = em.createQuery("select s from ServiceRow s where s.routerId = ?1 and s.told = ?2", ServiceRow.class)
            .setParameter(1, r.getId()).setParameter(2, true).getResultList();
        Drift drift = new Drift(wanted, seen.found);
        for (ServiceRow s : wanted) {
            s.seen(seen.live.containsKey(s.getKind()) ? seen.live.get(s.getKind()).contains(s.getUserName()) : null);
            if (s.isApplied() && drift.concerns(s)) {
                s.askAgain(now);
                drifted++;
            }
        }
        if (!seen.found.isEmpty()) r.checked(now);
        if (drifted > 0) LOG.info("router {} of {} has {} services no more as they were put there; they are put there again", r.getName(), tenant, drifted);
        if (back || drifted > 0) desired.wake(tenant, r.getId());
    }

    /** PPPoE as long as there is none: a new router's subscribers are mostly that. */
    private static List<ServiceType> kinds(EntityManager em, long router) {
        List<ServiceType> used = em.createQuery("select distinct s.kind from ServiceRow s where s.routerId = ?1 and s.told = ?2", ServiceType.class)
            .setParameter(1, router).setParameter(2, true).getResultList();
        return used.isEmpty() ? List.of(ServiceType.PPPOE) : used;
    }
}
