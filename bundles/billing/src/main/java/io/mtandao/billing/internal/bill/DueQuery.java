package io.mtandao.billing.internal.bill;

import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.persistence.Ranges;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.persistence.TypedQuery;

/**
 * What is to be billed until a moment. Prepaid: expired, or expiring until then, without an open bill. Postpaid: whose period is over now.
 */
final class DueQuery {
    private static final String DUE = "(s.charging = ?1 and (s.state = ?2 or s.state in ?3 and s.expiry <= ?4)"
        + " and not exists (select b.id from BillRow b where b.subscriptionId = s.id and b.state = ?5)"
        + " or s.charging = ?6 and s.state in ?3 and s.expiry <= ?7)";
    private final Desk d;
    private final Instant until;

    DueQuery(Desk d, Instant until) {
        this.d = d;
        this.until = until;
    }

    /** How many are due of each payer, by payer. All at once: 100,000 are a few MB, and Derby would go through all that are left for each page of them. */
    SortedMap<Long, Long> perPayer() {
        SortedMap<Long, Long> due = new TreeMap<>();
        for (Object[] row : bound("select s.payerId, count(s) from SubscriptionRow s where " + DUE + " group by s.payerId", Object[].class).getResultList())
            due.put((Long) row[0], (Long) row[1]);
        return due;
    }

    List<Long> payersBetween(long first, long last) {
        return Ranges.narrow(bound("select distinct s.payerId from SubscriptionRow s where s.payerId between ?8 and ?9 and " + DUE, Long.class))
            .setParameter(8, first).setParameter(9, last).getResultList();
    }

    List<SubscriptionRow> between(long firstPayer, long lastPayer) {
        return Ranges.narrow(bound("select s from SubscriptionRow s where s.payerId between ?8 and ?9 and " + DUE + " order by s.payerId, s.id", SubscriptionRow.class))
            .setParameter(8, firstPayer).setParameter(9, lastPayer).getResultList();
    }

    List<SubscriptionRow> after(long id, int most) {
        return bound("select s from SubscriptionRow s where s.id > ?8 and " + DUE + " order by s.id", SubscriptionRow.class)
            .setParameter(8, id).setMaxResults(most).getResultList();
    }

    private <R> TypedQuery<R> bound(String jpql, Class<R> type) {
        return d.em().createQuery(jpql, type)
            .setParameter(1, Charging.PREPAID).setParameter(2, SubscriptionState.EXPIRED).setParameter(3, SubscriptionState.SERVED)
            .setParameter(4, until).setParameter(5, Bill.State.OPEN).setParameter(6, Charging.POSTPAID).setParameter(7, until.isBefore(d.now()) ? until : d.now());
    }

    /** The same looked at again under the wallet's lock: a payment or another run may have come first. */
    static boolean isDue(Sheet sheet, SubscriptionRow s, Instant until, Instant now) {
        if (s.isPostpaid()) return s.getState().isServed() && !s.getExpiry().isAfter(until.isBefore(now) ? until : now);
        return sheet.open(s).isEmpty() && (s.getState() == SubscriptionState.EXPIRED || s.getState().isServed() && !s.getExpiry().isAfter(until));
    }
}
