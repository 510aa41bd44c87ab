package io.mtandao.payment.internal.rule;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import java.util.List;
import java.util.Objects;

/** What a subscriber is asked for when nobody names an amount. */
public final class DueRule {
    private DueRule() {}

    /** The open bills, and one period of every subscription that waits for money and is not on one of them, less what is in the wallet; may be below zero. */
    public static Money due(List<Bill> open, List<Subscription> subscriptions, Money balance) {
        Money due = Money.zero(balance.currency()).minus(balance);
        for (Bill b : open) due = due.plus(b.total());
        for (Subscription s : subscriptions) {
            boolean waits = s.state() == SubscriptionState.PENDING || s.state() == SubscriptionState.EXPIRED;
            boolean billed = open.stream().anyMatch(b -> Objects.equals(b.subscriptionId(), s.id()));
            if (waits && !billed) due = due.plus(s.price());
        }
        return due;
    }
}
