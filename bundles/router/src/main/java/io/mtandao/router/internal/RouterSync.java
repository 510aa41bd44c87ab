package io.mtandao.router.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.ServiceType;
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
import io.mtandao.spi.network.NetworkDriver.Former;
import io.mtandao.spi.network.NetworkDriver.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
    private final DesiredState desired;
    private final SecretBox secrets;
    private final Events events;
    private final Clock clock;

    @Activate
    public RouterSync(@Reference TenantTx tx, @Reference Drivers drivers, @Reference DesiredState desired, @Reference SecretBox secrets,
            @Reference Events events, @Reference Clock clock) {
        this.tx = tx;
        this.drivers = drivers;
        this.desired = desired;
        this.secrets = secrets;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    private record Todo(long row, long revision, long subscription, Service service) {}

    private record Forget(long row, Former former) {}

    private record Work(Target target, List<Forget> forget, List<Todo> todo) {}

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        long router = Long.parseLong(key);
        desired.learn(tenant, router);
        Work work = tx.in(tenant, em -> {
            RouterRow r = em.find(RouterRow.class, router);
            if (r == null) return null;
            List<Forget> forget = em.createQuery("select r from RemovalRow r where r.routerId = ?1 and (r.tryAt is null or r.tryAt <= ?2) order by r.id",
                RemovalRow.class).setParameter(1, router).setParameter(2, clock.instant()).setMaxResults(MOST_PER_RUN).getResultList().stream()
                .map(x -> new Forget(x.getId(), x.toFormer())).toList();
            List<Todo> todo = em.createQuery("select s from ServiceRow s where s.routerId = ?1 and s.applied = ?2 and s.tryAt <= ?3 and s.told = ?4"
                + " order by s.tryAt, s.id", ServiceRow.class)
                .setParameter(1, router).setParameter(2, false).setParameter(3, clock.instant()).setParameter(4, true)
                .setMaxResults(MOST_PER_RUN).getResultList().stream()
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
        Service service = s.toService(secrets.open(tenant, DesiredState.PPPOE, s.getPassword()));
        return new Todo(s.getId(), s.getRevision(), s.getSubscriptionId(), service);
    }

    /** @throws VendorProblem when the whole router is out of reach; what the router refuses to forget does not keep the others waiting */
    private void forget(Target target, Forget f) {
        try {
            drivers.call(target, (driver, context, address) -> {
                // what it does not deliver it never put there
                if (driver.delivers(f.former.kind())) driver.remove(context, address, f.former);
                return null;
            });
            tx.run(target.tenant(), em -> {
                RemovalRow row = em.find(RemovalRow.class, f.row);
                if (row != null) em.remove(row);
            });
        } catch (VendorProblem e) {
            if (e.outcome() != VendorProblem.Outcome.REFUSED) throw e;
            LOG.warn("router {} of {} does not forget {}: {}", target.name(), target.tenant(), f.former, e.getMessage());
            tx.run(target.tenant(), em -> {
                RemovalRow row = em.find(RemovalRow.class, f.row);
                if (row != null) row.failed(clock.instant().plus(pause(row.getTries() + 1)));
            });
        }
    }

    /** @throws VendorProblem REFUSED for a kind that this make of router has not: nothing else is made in its place */
    private Applied put(Target target, Service service) {
        return drivers.call(target, (driver, context, address) -> {
            if (!driver.delivers(service.kind()))
                throw new VendorProblem(VendorProblem.Outcome.REFUSED, "the driver " + driver.describe().name() + " cannot deliver " + words(service.kind())
                    + " services; choose another router or another package");
            return driver.apply(context, address, service);
        });
    }

    private static String words(ServiceType kind) {
        return switch (kind) {
            case PPPOE -> "PPPoE";
            case HOTSPOT -> "hotspot";
            case STATIC_IP -> "static IP";
        };
    }

    /** @throws VendorProblem when the whole router is out of reach; a refusal of this one service is noted on it */
    private void apply(Target target, Todo t) {
        try {
            Applied done = put(target, t.service);
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
            List<Instant> removals = em.createQuery("select r.tryAt from RemovalRow r where r.routerId = ?1", Instant.class)
                .setParameter(1, router).getResultList();
            Instant service = em.createQuery("select min(s.tryAt) from ServiceRow s where s.routerId = ?1 and s.applied = ?2 and s.told = ?3", Instant.class)
                .setParameter(1, router).setParameter(2, false).setParameter(3, true).getSingleResult();
            // a removal not tried yet has no time
            Stream<Instant> removalsAt = removals.stream().map(at -> at == null ? clock.instant() : at);
            return Stream.concat(removalsAt, Stream.ofNullable(service)).min(Instant::compareTo).orElse(null);
        });
    }
}
