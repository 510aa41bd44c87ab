package io.mtandao.billing.internal.work;

import io.mtandao.api.NotFound;
import io.mtandao.api.TenantId;
import io.mtandao.api.work.JobHandler;
import io.mtandao.billing.internal.bill.Timers;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.subscription.SubscriptionSteps;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rings when a subscription expires. After downtime it rings late, and does the same. */
@Component
public final class ExpireJob implements JobHandler {
    private final BillingDesk desk;
    private final SubscriptionSteps steps;

    @Activate
    public ExpireJob(@Reference BillingDesk desk, @Reference SubscriptionSteps steps) {
        this.desk = desk;
        this.steps = steps;
    }

    @Override
    public String name() {
        return Timers.EXPIRE;
    }

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        try {
            return desk.open(tenant, Timers.EXPIRE, d -> steps.expire(d, Long.parseLong(key)));
        } catch (NotFound deletedMeanwhile) {
            return null;
        }
    }
}
