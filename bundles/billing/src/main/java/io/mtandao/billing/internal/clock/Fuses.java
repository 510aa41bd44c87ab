package io.mtandao.billing.internal.clock;

import io.mtandao.api.billing.BillingPolicy.Fuse;
import io.mtandao.api.billing.FuseBlown;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.FuseRow;
import io.mtandao.billing.internal.policy.Policies;
import io.mtandao.billing.internal.rules.FuseRule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stops the cutting of an ISP or of one router when it would be too much at once: what waits to be cut goes on being served, and somebody is called. */
@Component(service = Fuses.class)
public final class Fuses {
    /** Of the ISP's own fuse, and of subscriptions without a router. */
    public static final long ISP = 0;
    private static final Duration WINDOW = Duration.ofHours(24);
    /** After somebody has put it in again, what was held is cut; what is cut within this time counts no more. */
    static final Duration LEAVE = Duration.ofMinutes(30);
    private final Policies policies;

    @Activate
    public Fuses(@Reference Policies policies) {
        this.policies = policies;
    }

    /**
     * Looks at what is to be cut now, and blows the fuses for which it is too much.
     *
     * @param perRouter how many wait to be cut, by router ({@link #ISP} for none)
     * @return the routers that may be cut on; empty when the ISP's own fuse is blown
     */
    Set<Long> passing(Desk d, Map<Long, Long> perRouter) {
        Fuse fuse = policies.of(d).fuse();
        Map<Long, FuseRow> rows = rows(d);
        long all = perRouter.values().stream().mapToLong(Long::longValue).sum();
        Set<Long> passing = new HashSet<>();
        if (!passes(d, fuse, ISP, all, rows, null)) return passing;
        perRouter.forEach((router, due) -> {
            if (router == ISP || passes(d, fuse, router, due, rows, router)) passing.add(router);
        });
        return passing;
    }

    private boolean passes(Desk d, Fuse fuse, long key, long due, Map<Long, FuseRow> rows, Long router) {
        FuseRow row = rows.get(key);
        if (row != null && row.getBlownAt() != null) {
            row.blow(row.getBlownAt(), due);
            return false;
        }
        if (row != null && row.getResetAt() != null && row.getResetAt().plus(LEAVE).isAfter(d.now())) return true;
        long served = served(d, router), cut = cut(d, router, row);
        if (!FuseRule.blows(fuse, cut, due, served + cut)) return true;
        if (row == null) {
            row = new FuseRow(key);
            d.em().persist(row);
        }
        row.blow(d.now(), due);
        d.raise(new FuseBlown(router, cut, due, served + cut, fuse.percent()));
        d.audit("fuse.blown", "fuse", key, null, Map.of("cut", cut, "waiting", due, "served", served + cut));
        return false;
    }

    static Map<Long, FuseRow> rows(Desk d) {
        Map<Long, FuseRow> rows = new HashMap<>();
        d.em().createQuery("select f from FuseRow f", FuseRow.class).getResultList().forEach(f -> rows.put(f.getRouterKey(), f));
        return rows;
    }

    /** @param router null for all */
    static long served(Desk d, Long router) {
        var q = d.em().createQuery("select count(s) from SubscriptionRow s where s.state in ?1" + (router == null ? "" : " and s.routerId = ?2"), Long.class)
            .setParameter(1, SubscriptionState.SERVED);
        return (router == null ? q : q.setParameter(2, router)).getSingleResult();
    }

    /** Cuts within the last 24 hours, and since the fuse was put in again. */
    static long cut(Desk d, Long router, FuseRow row) {
        Instant since = d.now().minus(WINDOW);
        if (row != null && row.getResetAt() != null && row.getResetAt().plus(LEAVE).isAfter(since)) since = row.getResetAt().plus(LEAVE);
        var q = d.em().createQuery("select count(t) from StepRow t where t.cutAt > ?1" + (router == null ? "" : " and t.routerId = ?2"), Long.class).setParameter(1, since);
        return (router == null ? q : q.setParameter(2, router)).getSingleResult();
    }
}
