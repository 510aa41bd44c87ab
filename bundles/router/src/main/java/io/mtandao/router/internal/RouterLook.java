package io.mtandao.router.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.router.Router;
import io.mtandao.api.work.JobHandler;
import io.mtandao.persistence.TenantTx;
import io.mtandao.router.internal.Drivers.Target;
import io.mtandao.router.internal.entity.RouterRow;
import io.mtandao.router.internal.entity.ServiceRow;
import io.mtandao.spi.VendorProblem;
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

/** Looks at a router once a minute: is it there, and who is on. A router that has come back gets what it missed at once. */
@Component(service = JobHandler.class)
public final class RouterLook implements JobHandler {
    static final String NAME = "router.look";
    static final Duration EVERY = Duration.ofMinutes(1);
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

    private record Look(Target target, List<ServiceType> kinds) {}

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        long id = Long.parseLong(key);
        Look look = tx.in(tenant, em -> {
            RouterRow r = em.find(RouterRow.class, id);
            return r == null ? null : new Look(drivers.target(tenant, r), kinds(em, id));
        });
        if (look == null) return null;
        try {
            Map<ServiceType, Set<String>> live = drivers.call(look.target, (driver, context, address) -> {
                Map<ServiceType, Set<String>> seen = new EnumMap<>(ServiceType.class);
                for (ServiceType kind : look.kinds) if (driver.delivers(kind)) seen.put(kind, driver.online(context, address, kind));
                // somebody must be asked whether the router is there
                if (seen.isEmpty()) driver.resources(context, address);
                return seen;
            });
            tx.run(tenant, em -> {
                RouterRow r = em.find(RouterRow.class, id);
                if (r == null) return;
                if (r.getHealth() == Router.Health.DOWN) desired.wake(tenant, id);
                r.up(clock.instant(), live.values().stream().mapToInt(Set::size).sum() + " online");
                for (ServiceRow s : em.createQuery("select s from ServiceRow s where s.routerId = ?1", ServiceRow.class).setParameter(1, id).getResultList())
                    s.seen(live.containsKey(s.getKind()) ? live.get(s.getKind()).contains(s.getUserName()) : null);
            });
        } catch (VendorProblem e) {
            tx.run(tenant, em -> {
                RouterRow r = em.find(RouterRow.class, id);
                if (r != null) r.down(clock.instant(), e.getMessage());
            });
        }
        return clock.instant().plus(EVERY);
    }

    /** Of those that have sessions; PPPoE as long as there is none: a new router's subscribers are mostly that. */
    private static List<ServiceType> kinds(EntityManager em, long router) {
        List<ServiceType> used = em.createQuery("select distinct s.kind from ServiceRow s where s.routerId = ?1 and s.kind <> ?2", ServiceType.class)
            .setParameter(1, router).setParameter(2, ServiceType.STATIC_IP).getResultList();
        return used.isEmpty() ? List.of(ServiceType.PPPOE) : used;
    }
}
