package io.mtandao.billing.internal.bill;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.work.Jobs;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.WarningTime;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sets the alarms of a subscription in the unit of work that moves its expiry: one for the very end, one for the warning before it. An alarm that
 * rings too early because the expiry has moved on since looks at the subscription and sets itself again, so none is ever taken back.
 */
@Component(service = Timers.class)
public final class Timers {
    public static final String EXPIRE = "billing.expire";
    public static final String WARN = "billing.warn";
    private final Jobs jobs;

    @Activate
    public Timers(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    public void expiryMoved(TenantId tenant, SubscriptionRow s, Period period, Instant now) {
        Instant at = s.getExpiresAt();
        if (s.getState() != SubscriptionState.ACTIVE || at == null) return;
        String key = String.valueOf(s.getId());
        jobs.schedule(tenant, EXPIRE, key, at, null);
        if (s.isWarned()) return;
        Instant warning = WarningTime.before(at, period);
        jobs.schedule(tenant, WARN, key, warning.isBefore(now) ? now : warning, null);
    }
}
