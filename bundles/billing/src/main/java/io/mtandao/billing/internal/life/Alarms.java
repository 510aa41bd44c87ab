package io.mtandao.billing.internal.life;

import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.work.Jobs;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.WarningTime;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * When time itself acts. Each subscription, bill and scheduled change carries the moment of its next act in its own row; one job of the ISP, the clock,
 * looks at the earliest of them. It looks again at least every {@link #SOON}, so that only a moment that is nearer must wake it: a hundred thousand
 * subscriptions are one job, not two hundred thousand.
 */
@Component(service = Alarms.class)
public final class Alarms {
    public static final String CLOCK = "billing.clock";
    public static final String KEY = "clock";
    static final Duration SOON = Duration.ofMinutes(5);
    private final Jobs jobs;
    private final Duration soon;

    @Activate
    public Alarms(@Reference Jobs jobs) {
        this(jobs, SOON);
    }

    /** @param soon how long the clock may sleep */
    public Alarms(Jobs jobs, Duration soon) {
        this.jobs = jobs;
        this.soon = soon;
    }

    public Duration soon() {
        return soon;
    }

    /** To be called whenever state or expiry of a subscription changed. */
    public void set(Desk d, SubscriptionRow s, Period period) {
        Instant at = earlier(earlier(DataMeter.look(d, s), DeviceLimits.look(d, s)), next(s, period, d.now()));
        s.wakeAt(at);
        ring(d, at);
    }

    /** Wakes the clock for a moment that it might sleep over. @param at may be null */
    public void ring(Desk d, Instant at) {
        if (at == null || at.isAfter(d.now().plus(soon))) return;
        // once for all of a unit of work: each look at the clock's job writes out and compares all rows that the unit holds
        Earliest earliest = d.perUnit(Earliest.class, Earliest::new);
        if (earliest.offer(at)) d.beforeCommit(x -> jobs.schedule(d.tenant(), CLOCK, KEY, earliest.taken(), null));
    }

    private static final class Earliest {
        private Instant at;

        /** @return whether it is the first since the last one was taken */
        boolean offer(Instant other) {
            boolean first = at == null;
            at = earlier(at, other);
            return first;
        }

        Instant taken() {
            Instant all = at;
            at = null;
            return all;
        }
    }

    /** Each null for never. */
    private static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.isBefore(other) ? one : other;
    }

    /** Null for never. */
    private static Instant next(SubscriptionRow s, Period period, Instant now) {
        if (s.getState() == SubscriptionState.GRACE) return s.getGraceUntil();
        if (!s.getState().isServed() || s.getExpiresAt() == null) return null;
        if (s.isPostpaid() || s.isWarned()) return s.getExpiresAt();
        Instant warning = WarningTime.before(s.getExpiresAt(), period);
        return warning.isBefore(now) ? now : warning;
    }
}
