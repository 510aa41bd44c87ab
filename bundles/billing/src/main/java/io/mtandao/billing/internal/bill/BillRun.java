package io.mtandao.billing.internal.bill;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills.RunResult;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bills what is due, one unit of work per account, so that one that fails spoils nothing but itself and no lock is held for long. */
@Component(service = BillRun.class)
public final class BillRun {
    private static final Logger LOG = LoggerFactory.getLogger(BillRun.class);
    private static final int CHUNK = 500;
    static final Duration AHEAD = Duration.ofDays(1);
    private final BillingDesk desk;
    private final Books books;
    private final BillBook bills;
    private final Renewals renewals;

    private enum Outcome {
        PAID,
        BILLED,
        SKIPPED,
        FAILED
    }

    @Activate
    public BillRun(@Reference BillingDesk desk, @Reference Books books, @Reference BillBook bills, @Reference Renewals renewals) {
        this.desk = desk;
        this.books = books;
        this.bills = bills;
        this.renewals = renewals;
    }

    RunResult billDue(Caller caller) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        long last = 0;
        while (true) {
            long after = last;
            List<Long> chunk = desk.open(caller, d -> due(d, after));
            for (long id : chunk) counts.merge(bill(caller, id), 1, Integer::sum);
            if (chunk.size() < CHUNK) break;
            last = chunk.get(chunk.size() - 1);
        }
        int paid = counts.getOrDefault(Outcome.PAID, 0);
        return new RunResult(paid + counts.getOrDefault(Outcome.BILLED, 0), paid, counts.getOrDefault(Outcome.SKIPPED, 0),
            counts.getOrDefault(Outcome.FAILED, 0));
    }

    private static List<Long> due(Desk d, long after) {
        return d.em().createQuery("select s.id from SubscriptionRow s where s.id > ?1 and (s.state = ?2 or s.state = ?3 and s.expiry <= ?4)"
                + " and not exists (select b.id from BillRow b where b.subscriptionId = s.id and b.state = ?5) order by s.id", Long.class)
            .setParameter(1, after).setParameter(2, EXPIRED).setParameter(3, ACTIVE).setParameter(4, d.now().plus(AHEAD)).setParameter(5, Bill.State.OPEN)
            .setMaxResults(CHUNK).getResultList();
    }

    private Outcome bill(Caller caller, long id) {
        try {
            return desk.open(caller, d -> bill(d, id));
        } catch (RuntimeException e) {
            LOG.warn("tenant {}: subscription {} could not be billed, the run goes on: {}", caller.tenant(), id, e.toString());
            return Outcome.FAILED;
        }
    }

    private Outcome bill(Desk d, long id) {
        WalletRow wallet = books.walletOfSubscription(d, id);
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        // looked at again under the lock: a payment or another run may have come first
        boolean priced = d.find(PackageRow.class, s.getPackageId(), "package").isPriced();
        if (!priced || !due(s, d.now()) || bills.open(d, id).isPresent()) return Outcome.SKIPPED;
        return renewals.bill(d, s, wallet).getState() == Bill.State.PAID ? Outcome.PAID : Outcome.BILLED;
    }

    private static boolean due(SubscriptionRow s, Instant now) {
        return s.getState() == EXPIRED || s.getState() == ACTIVE && !s.getExpiry().isAfter(now.plus(AHEAD));
    }
}
