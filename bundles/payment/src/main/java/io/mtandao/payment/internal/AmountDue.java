package io.mtandao.payment.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.payment.internal.rule.DueRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a subscriber owes now. */
@Component(service = AmountDue.class)
public final class AmountDue {
    private final Bills bills;
    private final Subscriptions subscriptions;
    private final Ledger ledger;

    @Activate
    public AmountDue(@Reference Bills bills, @Reference Subscriptions subscriptions, @Reference Ledger ledger) {
        this.bills = bills;
        this.subscriptions = subscriptions;
        this.ledger = ledger;
    }

    Money of(Caller system, long subscriberId) {
        Map<String, String> whose = Map.of("subscriberId", Long.toString(subscriberId));
        List<Bill> open = bills.list(system, new ListQuery(null, Map.of("subscriberId", Long.toString(subscriberId), "state", "open"), null, ListQuery.MOST, null)).items();
        List<Subscription> all = subscriptions.list(system, new ListQuery(null, whose, null, ListQuery.MOST, null)).items();
        return DueRule.due(open, all, ledger.balance(system, subscriberId));
    }
}
