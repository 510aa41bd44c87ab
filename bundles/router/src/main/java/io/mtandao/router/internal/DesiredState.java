package io.mtandao.router.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Subscriptions.ServiceToDeliver;
import io.mtandao.api.work.Jobs;
import io.mtandao.persistence.SecretBox;
import io.mtandao.persistence.TenantTx;
import io.mtandao.router.internal.entity.RemovalRow;
import io.mtandao.router.internal.entity.RouterRow;
import io.mtandao.router.internal.entity.ServiceRow;
import io.mtandao.router.internal.rule.HoursOfUse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what each router is to have in step with the subscriptions, and leaves the applying to {@link RouterSync}. */
@Component(service = DesiredState.class)
public final class DesiredState {
    static final String PPPOE = "router-pppoe";
    private static final Logger LOG = LoggerFactory.getLogger(DesiredState.class);
    private static final int MOST_LEARNT = 500;
    private final TenantTx tx;
    private final Supplier<Subscriptions> subscriptions;
    private final SecretBox secrets;
    private final Jobs jobs;
    private final Clock clock;

    /** Subscriptions are asked for when they are first needed: billing asks this bundle for routers, and neither could be made before the other. */
    @Activate
    public DesiredState(@Reference TenantTx tx, @Reference ComponentServiceObjects<Subscriptions> subscriptions, @Reference SecretBox secrets, @Reference Jobs jobs,
            @Reference Clock clock) {
        this(tx, subscriptions::getService, secrets, jobs, clock);
    }

    DesiredState(TenantTx tx, Supplier<Subscriptions> subscriptions, SecretBox secrets, Jobs jobs, Clock clock) {
        this.tx = tx;
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Reads the subscription anew, so that events that arrive late or out of order do no harm. */
    void refresh(TenantId tenant, long subscriptionId, Long formerRouter, String formerUser) {
        tx.run(tenant, em -> {
            Optional<ServiceToDeliver> wanted = subscriptions.get().serviceToDeliver(Caller.system(tenant, "router.desired-state"), subscriptionId);
            ServiceRow row = find(em, subscriptionId);
            if (formerRouter != null && formerUser != null) {
                ServiceType kind = row != null ? row.getKind() : wanted.map(ServiceToDeliver::service).orElse(ServiceType.PPPOE);
                forget(tenant, em, new RemovalRow(formerRouter, subscriptionId, kind, formerUser), wanted);
            }
            if (row != null && row.getRouterId() != null)
                forget(tenant, em, new RemovalRow(row.getRouterId(), subscriptionId, row.getKind(), row.getUserName()), wanted);
            if (wanted.isEmpty()) {
                if (row != null) em.remove(row);
                return;
            }
            if (row == null) row = new ServiceRow(subscriptionId);
            Instant nextSwitch = desire(tenant, row, wanted.get());
            // deleted in the moment in which the subscription was put on it
            if (row.getRouterId() != null && em.find(RouterRow.class, row.getRouterId()) == null) row.noRouter("its router was deleted; choose another");
            em.persist(row);
            if (row.getRouterId() != null) wake(tenant, row.getRouterId());
            // always after the routers' jobs: two at once would wait for each other otherwise
            if (nextSwitch != null) jobs.schedule(tenant, HoursSwitch.NAME, HoursSwitch.KEY, nextSwitch, null);
        });
    }

    /** @return when the clock changes it next, or null */
    private Instant desire(TenantId tenant, ServiceRow row, ServiceToDeliver wanted) {
        Instant now = clock.instant();
        Optional<HoursOfUse> hours = Optional.ofNullable(wanted.hours()).map(h -> new HoursOfUse(h.days(), h.from(), h.to(), wanted.zone()));
        boolean on = wanted.allowed() && hours.map(h -> h.open(now)).orElse(true);
        Instant nextSwitch = wanted.allowed() ? hours.flatMap(h -> h.nextSwitch(now)).orElse(null) : null;
        row.desire(wanted, secrets.seal(tenant, PPPOE, wanted.password()), on, nextSwitch, now);
        return nextSwitch;
    }

    /**
     * Asks billing for services of that router which are from before there were kinds: a hotspot user would be taken for a PPPoE one that got lost. What
     * such a version put on the router was PPPoE, and is forgotten there. One that billing cannot tell keeps nobody waiting; it is left alone.
     */
    void learn(TenantId tenant, long router) {
        List<Long> untold = tx.in(tenant, em -> em.createQuery("select s.subscriptionId from ServiceRow s where s.routerId = ?1 and s.told = ?2 order by s.id",
            Long.class).setParameter(1, router).setParameter(2, false).setMaxResults(MOST_LEARNT).getResultList());
        for (long subscription : untold) {
            try {
                refresh(tenant, subscription, null, null);
            } catch (RuntimeException e) {
                LOG.warn("subscription {} of {}: billing does not tell what its router is to have: {}", subscription, tenant, e.toString());
            }
        }
    }

    /** Leaves a removal unless the same user of the same kind stays on the same router. */
    private void forget(TenantId tenant, EntityManager em, RemovalRow former, Optional<ServiceToDeliver> wanted) {
        Long router = former.getRouterId();
        boolean stays = wanted.filter(w -> router.equals(w.routerId()) && w.service() == former.getKind() && w.user().equals(former.getUserName()))
            .isPresent();
        if (stays || em.find(RouterRow.class, router) == null) return;
        long waiting = em.createQuery("select count(r) from RemovalRow r where r.routerId = ?1 and r.subscriptionId = ?2 and r.kind = ?3 and r.userName = ?4",
            Long.class).setParameter(1, router).setParameter(2, former.getSubscriptionId()).setParameter(3, former.getKind())
            .setParameter(4, former.getUserName()).getSingleResult();
        if (waiting == 0) em.persist(former);
        wake(tenant, router);
    }

    /** How many subscriptions of billing are to be on that router, also those that it has never been told of. */
    long standingOn(TenantId tenant, long router) {
        return subscriptions.get().standingOn(Caller.system(tenant, "router.desired-state"), router);
    }

    void wake(TenantId tenant, long router) {
        jobs.schedule(tenant, RouterSync.NAME, Long.toString(router), clock.instant(), null);
    }

    static ServiceRow find(EntityManager em, long subscriptionId) {
        List<ServiceRow> found = em.createQuery("select s from ServiceRow s where s.subscriptionId = ?1", ServiceRow.class).setParameter(1, subscriptionId).getResultList();
        return found.isEmpty() ? null : found.get(0);
    }
}
