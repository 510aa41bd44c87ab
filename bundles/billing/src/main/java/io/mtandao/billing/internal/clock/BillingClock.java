package io.mtandao.billing.internal.clock;

import io.mtandao.api.NotFound;
import io.mtandao.api.Problem;
import io.mtandao.api.TenantId;
import io.mtandao.api.work.JobHandler;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.subscription.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one job of an ISP that does what time brings: scheduled changes, warnings, renewals, postpaid bills, dunning, cuts; in this order, so that nobody is
 * cut whom something else keeps on, and the cuts last and together, so that the fuse sees all of them. After downtime it rings late and does the same.
 */
@Component
public final class BillingClock implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BillingClock.class);
    private static final int PAGE = 500;
    /** One that fails is left alone for a while, so that it does not keep the others from their turn. */
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);
    /** While a fuse is blown. */
    private static final Duration HELD = Duration.ofMinutes(5);
    private final BillingDesk desk;
    private final Schedule schedule;
    private final Expiry expiry;
    private final Dunning dunning;
    private final Fuses fuses;
    private final Alarms alarms;

    @Activate
    public BillingClock(@Reference BillingDesk desk, @Reference Schedule schedule, @Reference Expiry expiry, @Reference Dunning dunning, @Reference Fuses fuses,
            @Reference Alarms alarms) {
        this.desk = desk;
        this.schedule = schedule;
        this.expiry = expiry;
        this.dunning = dunning;
        this.fuses = fuses;
        this.alarms = alarms;
    }

    @Override
    public String name() {
        return Alarms.CLOCK;
    }

    /** What waits to be cut. @param kind 's' a subscription by its expiry, 'b' by a bill's dunning */
    private record Cut(char kind, long id, long router) {}

    private record Due(long id, long router) {}

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        boolean failed = scheduled(tenant);
        List<Cut> cuts = new ArrayList<>();
        subscriptions(tenant, cuts);
        failed |= dunning(tenant, cuts);
        boolean held = cut(tenant, cuts);
        return next(tenant, held || failed);
    }

    /** @return whether one failed that is to be tried again */
    private boolean scheduled(TenantId tenant) {
        boolean failed = false;
        Set<Long> seen = new HashSet<>();
        while (true) {
            List<Long> due = open(tenant, d -> schedule.due(d, PAGE));
            if (!seen.addAll(due)) return failed;
            for (long id : due) {
                try {
                    run(tenant, d -> schedule.carryOut(d, id));
                } catch (Problem e) {
                    run(tenant, d -> schedule.failed(d, id, e.getMessage()));
                } catch (RuntimeException e) {
                    LOG.warn("tenant {}: the scheduled change {} failed, it is tried again", tenant, id, e);
                    failed = true;
                }
            }
        }
    }

    private void subscriptions(TenantId tenant, List<Cut> cuts) {
        long last = 0;
        while (true) {
            long after = last;
            List<Due> due = open(tenant, d -> d.em().createQuery("select s.id, s.routerKey from SubscriptionRow s where s.wakeAt <= ?1 and s.id > ?2 order by s.id", Object[].class)
                .setParameter(1, d.now()).setParameter(2, after).setMaxResults(PAGE).getResultList().stream().map(r -> new Due((Long) r[0], (Long) r[1])).toList());
            for (Due one : due) subscription(tenant, one, cuts);
            if (due.size() < PAGE) return;
            last = due.get(due.size() - 1).id();
        }
    }

    private void subscription(TenantId tenant, Due one, List<Cut> cuts) {
        try {
            // several periods may be over after downtime: as long as its moment is past, it is looked at again
            while (open(tenant, d -> {
                Expiry.Outcome outcome = expiry.come(d, one.id());
                if (outcome == Expiry.Outcome.TO_CUT) cuts.add(new Cut('s', one.id(), one.router()));
                return outcome == Expiry.Outcome.DONE && !d.find(SubscriptionRow.class, one.id(), "subscription").getWakeAt().isAfter(d.now());
            }));
        } catch (NotFound deletedMeanwhile) {
            LOG.debug("tenant {}: subscription {} is gone", tenant, one.id());
        } catch (RuntimeException e) {
            later(tenant, one.id(), e);
        }
    }

    private void later(TenantId tenant, long id, RuntimeException why) {
        LOG.warn("tenant {}: what is due for subscription {} failed, it is tried again in {}", tenant, id, AFTER_FAILURE, why);
        run(tenant, d -> {
            SubscriptionRow s = d.em().find(SubscriptionRow.class, id);
            if (s != null) s.wakeAt(d.now().plus(AFTER_FAILURE));
        });
    }

    /** @return whether one failed */
    private boolean dunning(TenantId tenant, List<Cut> cuts) {
        boolean failed = false;
        long last = 0;
        while (true) {
            long after = last;
            List<Long> due = open(tenant, d -> dunning.due(d, after, PAGE));
            for (long id : due) {
                try {
                    if (!open(tenant, d -> dunning.come(d, id, false))) cuts.add(new Cut('b', id, open(tenant, d -> routerOfBill(d, id))));
                } catch (RuntimeException e) {
                    LOG.warn("tenant {}: dunning of bill {} failed, it is tried again", tenant, id, e);
                    failed = true;
                }
            }
            if (due.size() < PAGE) return failed;
            last = due.get(due.size() - 1);
        }
    }

    private static long routerOfBill(Desk d, long billId) {
        return d.em().createQuery("select s.routerKey from SubscriptionRow s, BillRow b where b.id = ?1 and s.id = b.subscriptionId", Long.class).setParameter(1, billId)
            .getResultList().stream().findFirst().orElse(Fuses.ISP);
    }

    /** @return whether anything is held back by a fuse */
    private boolean cut(TenantId tenant, List<Cut> cuts) {
        if (cuts.isEmpty()) return false;
        Map<Long, Long> perRouter = new HashMap<>();
        for (Cut c : cuts) perRouter.merge(c.router(), 1L, Long::sum);
        Set<Long> passing = open(tenant, d -> fuses.passing(d, perRouter));
        boolean held = false;
        for (Cut c : cuts) {
            if (!passing.contains(c.router())) {
                held = true;
                continue;
            }
            try {
                if (c.kind() == 's') open(tenant, d -> expiry.cut(d, c.id()));
                else open(tenant, d -> dunning.come(d, c.id(), true));
            } catch (NotFound deletedMeanwhile) {
                LOG.debug("tenant {}: {} is gone", tenant, c);
            } catch (RuntimeException e) {
                LOG.warn("tenant {}: {} could not be cut, it is tried again", tenant, c, e);
                held = true;
            }
        }
        return held;
    }

    private Instant next(TenantId tenant, boolean held) {
        return open(tenant, d -> {
            Instant earliest = d.now().plus(alarms.soon());
            Instant wake = d.em().createQuery("select min(s.wakeAt) from SubscriptionRow s where s.wakeAt < ?1", Instant.class).setParameter(1, SubscriptionRow.NEVER).getSingleResult();
            Map<String, Instant> moments = new LinkedHashMap<>();
            moments.put("subscriptions", wake);
            moments.put("dunning", dunning.next(d));
            moments.put("scheduled", schedule.next(d));
            for (Instant m : moments.values()) if (m != null && m.isBefore(earliest)) earliest = m;
            // what is held stays due; it is looked at again after a while and not at once
            return held && earliest.isBefore(d.now().plus(HELD)) ? later(d, earliest) : earliest;
        });
    }

    private static Instant later(Desk d, Instant earliest) {
        return earliest.isAfter(d.now()) ? earliest : d.now().plus(HELD);
    }

    private <R> R open(TenantId tenant, BillingDesk.Task<R> task) {
        return desk.open(tenant, Alarms.CLOCK, task);
    }

    private void run(TenantId tenant, BillingDesk.Chore chore) {
        desk.open(tenant, Alarms.CLOCK, d -> {
            chore.at(d);
            return null;
        });
    }
}
