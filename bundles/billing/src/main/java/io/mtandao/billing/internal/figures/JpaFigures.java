package io.mtandao.billing.internal.figures;

import io.mtandao.api.Caller;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Figures;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import javax.persistence.TypedQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counted by the database in five statements, however large the ISP. */
@Component
public final class JpaFigures implements Figures {
    private static final Duration SOON = Duration.ofDays(3);
    private final BillingDesk desk;

    @Activate
    public JpaFigures(@Reference BillingDesk desk) {
        this.desk = desk;
    }

    @Override
    public Counts counts(Caller caller) {
        caller.require(Permission.DASHBOARD_READ);
        return desk.open(caller, d -> {
            Map<SubscriptionState, Long> states = new EnumMap<>(SubscriptionState.class);
            for (Object[] r : d.em().createQuery("select s.state, count(s) from SubscriptionRow s group by s.state", Object[].class).getResultList())
                states.put((SubscriptionState) r[0], (Long) r[1]);
            return new Counts(number(d, "select count(s) from SubscriberRow s"), states.getOrDefault(SubscriptionState.ACTIVE, 0L),
                states.getOrDefault(SubscriptionState.EXPIRED, 0L), states.getOrDefault(SubscriptionState.PENDING, 0L),
                number(d, "select count(s) from SubscriptionRow s where s.state = ?1 and s.expiry < ?2", SubscriptionState.ACTIVE, d.now().plus(SOON)),
                d.money(owed(d)));
        });
    }

    /** Open prepaid bills, and wallets below zero: what is postpaid was taken off them when it was billed. */
    private static long owed(Desk d) {
        long bills = number(d, "select sum(b.totalMinor) - sum(b.paidMinor) from BillRow b where b.state = ?1"
            + " and exists (select s.id from SubscriptionRow s where s.id = b.subscriptionId and s.charging = ?2)", Bill.State.OPEN, Charging.PREPAID);
        long debts = number(d, "select sum(w.balance) from WalletRow w where w.balance < ?1", 0L);
        return Math.subtractExact(bills, debts);
    }

    private static long number(Desk d, String jpql, Object... values) {
        TypedQuery<Long> q = d.em().createQuery(jpql, Long.class);
        for (int i = 0; i < values.length; i++) q.setParameter(i + 1, values[i]);
        Long found = q.getSingleResult();
        return found == null ? 0 : found;
    }
}
