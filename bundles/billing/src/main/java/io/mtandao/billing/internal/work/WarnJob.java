package io.mtandao.billing.internal.work;

import io.mtandao.api.NotFound;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.SubscriptionAboutToExpire;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.work.JobHandler;
import io.mtandao.billing.internal.bill.Timers;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.WarningTime;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rings some time before a subscription expires; says so once per expiry. */
@Component
public final class WarnJob implements JobHandler {
    private final BillingDesk desk;
    private final Books books;

    @Activate
    public WarnJob(@Reference BillingDesk desk, @Reference Books books) {
        this.desk = desk;
        this.books = books;
    }

    @Override
    public String name() {
        return Timers.WARN;
    }

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        try {
            return desk.open(tenant, Timers.WARN, d -> warn(d, Long.parseLong(key)));
        } catch (NotFound deletedMeanwhile) {
            return null;
        }
    }

    private Instant warn(Desk d, long id) {
        // a payment at this very moment goes first or waits, instead of finding its subscription changed
        books.walletOfSubscription(d, id);
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        if (s.getState() != SubscriptionState.ACTIVE || s.getExpiresAt() == null || s.isWarned()) return null;
        Instant due = WarningTime.before(s.getExpiresAt(), d.find(PackageRow.class, s.getPackageId(), "package").getPeriod());
        if (due.isAfter(d.now())) return due;
        // too late to warn of what has happened: the other alarm has rung or is about to
        if (!s.getExpiresAt().isAfter(d.now())) return null;
        s.warned();
        d.raise(new SubscriptionAboutToExpire(s.getId(), s.getSubscriberId(), s.getExpiresAt()));
        return null;
    }
}
