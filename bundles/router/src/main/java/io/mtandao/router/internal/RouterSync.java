package io.mtandao.router.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.router.ServiceApplied;
import io.mtandao.api.work.Events;
import io.mtandao.api.work.JobHandler;
import io.mtandao.persistence.SecretBox;
import io.mtandao.persistence.TenantTx;
import io.mtandao.router.internal.Drivers.Target;
import io.mtandao.router.internal.entity.RemovalRow;
import io.mtandao.router.internal.entity.RouterRow;
import io.mtandao.router.internal.entity.ServiceRow;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.network.NetworkDriver.Applied;
import io.mtandao.spi.network.NetworkDriver.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one router have what it is to have: one job per router, so that a dead router costs one thread and its subscribers' changes keep their order.
 * It never gives up; errors stand on the subscriptions until the router answers.
 */
@Component(service = JobHandler.class)
public final class RouterSync implements JobHandler {
    static final String NAME = "router.sync";
    private static final Logger LOG = LoggerFactory.getLogger(RouterSync.class);
    private static final int MOST_PER_RUN = 200;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private final TenantTx tx;
    private final Drivers drivers;
    private final SecretBox secrets;
    private final Events events;
    private final Clock clock;

    @Activate
    public RouterSync(@Reference TenantTx tx, @Reference Drivers drivers, @Reference SecretBox secrets, @Reference Events events, @Reference Clock clock) {
        this.tx = tx;
        this.drivers = drivers;
        this.secrets = secrets;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    private record Todo(long row, long revision, long subscription, Service service) {}

    private record Forget(long row, String user) {}

    private record Work(Target target, List<Forget> forget, List<Todo> todo) {}

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        long router = Long.parseLong(key);
        Work work = tx.in(tenant, em -> {
            RouterRow r = em.find(RouterRow.class, router);
            if (r == null) return null;
            List<Forget> forget = em.createQuery("select r from RemovalRow r where r.routerId = ?1 order by r.id", RemovalRow.class)
                .setParameter(1, router).setMaxResults(MOST_PER_RUN).getResultList().stream().map(x -> new Forget(x.getId(), x.getUserName())).toList();
            List<Todo> todo = em.createQuery("select s from ServiceRow s where s.routerId = ?1 and s.applied = ?2 and s.tryAt <= ?3 order by s.tryAt, s.id", ServiceRow.class)
                .setParameter(1, router).setParameter(2, false).setParameter(3, clock.instant()).setMaxResults(MOST_PER_RUN).getResultList().stream()
                .map(s -> todo(tenant, s)).toList();
            return new Work(drivers.target(tenant, r), forget, todo);
        });
        if (work == null) return null;
        try {
            for (Forget f : work.forget) forget(work.target, f);
            for (Todo t : work.todo) apply(work.target, t);
        } catch (VendorProblem e) {
            return unreachable(work.target, e);
        }
        return next(tenant, router);
    }

    private Todo todo(TenantId tenant, ServiceRow s) {
        Service service = new Service(Long.toString(s.getSubscriptionId()), s.getUserName(), secrets.open(tenant, DesiredState.PPPOE, s.getPassword()), s.getProfile(),
            s.getDownKbps(), s.getUpKbps(), s.isAllowed(), s.getRemark());
        return new Todo(s.getId(), s.getRevision(), s.getSubscriptionId(), service);
    }

    private void forget(Target target, Forget f) {
        drivers.call(target, (driver, context, address) -> {
            driver.remove(context, address, f.user);
            return null;
        });
        tx.run(target.tenant(), em -> {
            RemovalRow row = em.find(RemovalRow.class, f.row);
            if (row != null) em.remove(row);
        });
    }

    /** @throws VendorProblem when the whole router is out of reach; a refusal of this one service is noted on it */
    private void apply(Target target, Todo t) {
        try {
            Applied done = drivers.call(target, (driver, context, address) -> driver.apply(context, address, t.service));
            LOG.debug("router {}: {} {}", target.name(), t.service, done.changed());
            tx.run(target.tenant(), em -> {
                RouterRow r = em.find(RouterRow.class, target.id());
                if (r != null && r.getHealth() != io.mtandao.api.router.Router.Health.UP) r.up(clock.instant(), "reached");
                ServiceRow s = em.find(ServiceRow.class, t.row);
                // changed meanwhile: that revision has its own turn
                if (s == null || s.getRevision() != t.revision) return;
                s.applied(clock.instant(), done.online());
                events.raise(target.tenant(), new ServiceApplied(t.subscription, t.service.allowed()));
            });
        } catch (VendorProblem e) {
            if (e.outcome() != VendorProblem.Outcome.REFUSED) throw e;
            tx.run(target.tenant(), em -> {
                ServiceRow s = em.find(ServiceRow.class, t.row);
                if (s != null && s.getRevision() == t.revision) s.failed(e.getMessage(), clock.instant().plus(pause(s.getTries() + 1)));
            });
        }
    }

    private Instant unreachable(Target target, VendorProblem e) {
        return tx.in(target.tenant(), em -> {
            RouterRow r = em.find(RouterRow.class, target.id());
            if (r == null) return null;
            Instant now = clock.instant();
            int failures = r.down(now, e.getMessage());
            for (ServiceRow s : em.createQuery("select s from ServiceRow s where s.routerId = ?1 and s.applied = ?2", ServiceRow.class)
                .setParameter(1, target.id()).setParameter(2, false).setMaxResults(MOST_PER_RUN).getResultList()) s.failed(e.getMessage(), now);
            return now.plus(pause(failures));
        });
    }

    /** 5 s, doubling, at most five minutes: a router that comes back is not left alone for long. */
    static Duration pause(int failures) {
        Duration p = Duration.ofSeconds(5).multipliedBy(1L << Math.min(Math.max(failures, 1) - 1, 10));
        return p.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : p;
    }

    private Instant next(TenantId tenant, long router) {
        return tx.in(tenant, em -> {
            long removals = em.createQuery("select count(r) from RemovalRow r where r.routerId = ?1", Long.class).setParameter(1, router).getSingleResult();
            if (removals > 0) return clock.instant();
            return em.createQuery("select min(s.tryAt) from ServiceRow s where s.routerId = ?1 and s.applied = ?2", Instant.class)
                .setParameter(1, router).setParameter(2, false).getSingleResult();
        });
    }
}
