package io.mtandao.billing.internal.subscription;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.SubscriptionActivated;
import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.SubscriptionStopped;
import io.mtandao.billing.internal.bill.BillBook;
import io.mtandao.billing.internal.bill.Renewals;
import io.mtandao.billing.internal.bill.Timers;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The steps of a subscription's life that staff takes, and the one that time takes. Each holds the wallet's lock first. */
@Component(service = SubscriptionSteps.class)
public final class SubscriptionSteps {
    private final Books books;
    private final BillBook bills;
    private final Timers timers;
    private final Renewals renewals;

    @Activate
    public SubscriptionSteps(@Reference Books books, @Reference BillBook bills, @Reference Timers timers, @Reference Renewals renewals) {
        this.books = books;
        this.bills = bills;
        this.timers = timers;
        this.renewals = renewals;
    }

    void cancel(Desk d, long id) {
        SubscriptionRow s = locked(d, id);
        if (s.isCancelled()) return;
        step(d, s, SubscriptionState.CANCELLED, null, "subscription.cancel");
        // nothing was delivered for it yet, so it is not owed any more; the bill itself stays, taken back
        bills.open(d, id).ifPresent(bill -> bills.takeBack(d, bill, "the subscription was cancelled"));
        d.raise(new SubscriptionStopped(id, s.getSubscriberId(), SubscriptionState.CANCELLED));
    }

    SubscriptionRow suspend(Desk d, long id, String reason) {
        new Invalid.Check().atMost(reason, "reason", 500).orThrow();
        SubscriptionRow s = locked(d, id);
        step(d, s, SubscriptionLife.suspended(s.getState()), reason, "subscription.suspend");
        d.raise(new SubscriptionStopped(id, s.getSubscriberId(), SubscriptionState.SUSPENDED));
        return s;
    }

    SubscriptionRow resume(Desk d, long id) {
        SubscriptionRow s = locked(d, id);
        step(d, s, SubscriptionLife.resumed(s.getState(), s.getStateBefore(), s.getExpiresAt(), d.now()), null, "subscription.resume");
        if (s.getState() != SubscriptionState.ACTIVE) return s;
        timers.expiryMoved(d.tenant(), s, d.find(PackageRow.class, s.getPackageId(), "package").getPeriod(), d.now());
        if (s.getExpiresAt() == null) d.raise(new SubscriptionChanged(id, null, null));
        else d.raise(new SubscriptionActivated(id, s.getSubscriberId(), s.getExpiresAt()));
        return s;
    }

    /**
     * When the expiry has come: renews from the wallet if that covers it, else cuts. Harmless to repeat, and when the expiry has moved meanwhile.
     *
     * @return when to look again, or null
     * @throws io.mtandao.api.NotFound when it is gone
     */
    public Instant expire(Desk d, long id) {
        WalletRow wallet = books.walletOfSubscription(d, id);
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        if (s.getState() != SubscriptionState.ACTIVE || s.getExpiresAt() == null) return null;
        if (s.getExpiresAt().isAfter(d.now())) return s.getExpiresAt();
        if (renewals.buy(d, s, wallet)) return s.getExpiresAt();
        step(d, s, SubscriptionLife.expiryPassed(s.getState()), null, "subscription.expire");
        d.raise(new SubscriptionStopped(id, s.getSubscriberId(), SubscriptionState.EXPIRED));
        return null;
    }

    private SubscriptionRow locked(Desk d, long id) {
        books.walletOfSubscription(d, id);
        return d.find(SubscriptionRow.class, id, "subscription");
    }

    private static void step(Desk d, SubscriptionRow s, SubscriptionState next, String reason, String action) {
        var before = s.told();
        s.enter(next, reason == null || reason.isBlank() ? null : reason.strip());
        d.audit(action, "subscription", s.getId(), before, s.told());
    }
}
