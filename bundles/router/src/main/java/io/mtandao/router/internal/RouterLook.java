package io.mtandao.router.internal;

import io.mtandao.api.TenantId;
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
import java.util.Set;
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

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        long id = Long.parseLong(key);
        Target target = tx.in(tenant, em -> {
            RouterRow r = em.find(RouterRow.class, id);
            return r == null ? null : drivers.target(tenant, r);
        });
        if (target == null) return null;
        try {
            Set<String> live = drivers.call(target, (driver, context, address) -> driver.online(context, address));
            tx.run(tenant, em -> {
                RouterRow r = em.find(RouterRow.class, id);
                if (r == null) return;
                if (r.getHealth() == Router.Health.DOWN) desired.wake(tenant, id);
                r.up(clock.instant(), live.size() + " online");
                for (ServiceRow s : em.createQuery("select s from ServiceRow s where s.routerId = ?1", ServiceRow.class).setParameter(1, id).getResultList())
                    s.seen(live.contains(s.getUserName()));
            });
        } catch (VendorProblem e) {
            tx.run(tenant, em -> {
                RouterRow r = em.find(RouterRow.class, id);
                if (r != null) r.down(clock.instant(), e.getMessage());
            });
        }
        return clock.instant().plus(EVERY);
    }
}
