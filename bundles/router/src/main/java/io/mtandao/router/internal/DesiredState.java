package io.mtandao.router.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Subscriptions.ServiceToDeliver;
import io.mtandao.api.work.Jobs;
import io.mtandao.persistence.SecretBox;
import io.mtandao.persistence.TenantTx;
import io.mtandao.router.internal.entity.RemovalRow;
import io.mtandao.router.internal.entity.ServiceRow;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what each router is to have in step with the subscriptions, and leaves the applying to {@link RouterSync}. */
@Component(service = DesiredState.class)
public final class DesiredState {
    static final String PPPOE = "router-pppoe";
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
            if (formerRouter != null && formerUser != null) forget(tenant, em, formerRouter, formerUser, wanted);
            if (row != null && row.getRouterId() != null) forget(tenant, em, row.getRouterId(), row.getUserName(), wanted);
            if (wanted.isEmpty()) {
                if (row != null) em.remove(row);
                return;
            }
            if (row == null) row = new ServiceRow(subscriptionId);
            row.desire(wanted.get(), secrets.seal(tenant, PPPOE, wanted.get().password()), clock.instant());
            em.persist(row);
            if (row.getRouterId() != null) wake(tenant, row.getRouterId());
        });
    }

    /** Leaves a removal unless the same user stays on the same router. */
    private void forget(TenantId tenant, EntityManager em, long router, String user, Optional<ServiceToDeliver> wanted) {
        boolean stays = wanted.isPresent() && wanted.get().routerId() != null && wanted.get().routerId() == router && wanted.get().user().equals(user);
        if (stays || em.find(io.mtandao.router.internal.entity.RouterRow.class, router) == null) return;
        long waiting = em.createQuery("select count(r) from RemovalRow r where r.routerId = ?1 and r.userName = ?2", Long.class)
            .setParameter(1, router).setParameter(2, user).getSingleResult();
        if (waiting == 0) em.persist(new RemovalRow(router, user));
        wake(tenant, router);
    }

    void wake(TenantId tenant, long router) {
        jobs.schedule(tenant, RouterSync.NAME, Long.toString(router), clock.instant(), null);
    }

    static ServiceRow find(EntityManager em, long subscriptionId) {
        List<ServiceRow> found = em.createQuery("select s from ServiceRow s where s.subscriptionId = ?1", ServiceRow.class).setParameter(1, subscriptionId).getResultList();
        return found.isEmpty() ? null : found.get(0);
    }
}
