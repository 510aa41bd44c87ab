package io.mtandao.billing.internal.subscription;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Ledger.Source;
import io.mtandao.api.billing.Subscriptions.InAdvance;
import io.mtandao.billing.internal.bill.Prepayment;
import io.mtandao.billing.internal.bill.Renewals;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Periods bought on purpose: by staff from the wallet, or with something sold in advance. */
@Component(service = Purchases.class)
public final class Purchases {
    private final Books books;
    private final Renewals renewals;
    private final Prepayment prepayment;
    private final SubscriptionSteps steps;

    @Activate
    public Purchases(@Reference Books books, @Reference Renewals renewals, @Reference Prepayment prepayment, @Reference SubscriptionSteps steps) {
        this.books = books;
        this.renewals = renewals;
        this.prepayment = prepayment;
        this.steps = steps;
    }

    SubscriptionRow renew(Desk d, long id) {
        WalletRow wallet = books.walletOfSubscription(d, id);
        SubscriptionRow s = prepaid(d, id);
        if (!renewals.buy(d, s, wallet)) throw steps.missing(d, s, wallet);
        return s;
    }

    SubscriptionRow redeemPeriod(Desk d, long id, InAdvance bought) {
        Source source = bought.source();
        Money value = bought.value();
        new Invalid.Check().that(value != null && value.isPositive(), "value", "must be above zero").notBlank(source.kind(), "source.kind", 30)
            .notBlank(source.id(), "source.id", 100).notBlank(source.method(), "source.method", 40)
            .that(bought.edition() >= 0, "edition", "must not be negative").that(bought.deviceLimit() >= 0, "deviceLimit", "must not be negative").orThrow();
        d.requireCurrency(value, "value");
        WalletRow wallet = books.walletOfSubscription(d, id);
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        if (books.of(d, source.kind(), source.id()).isPresent()) return s;
        prepaid(d, id);
        prepayment.buy(d, s, wallet, bought);
        return s;
    }

    private static SubscriptionRow prepaid(Desk d, long id) {
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        SubscriptionLife.mayBuy(s.getState());
        if (s.isPostpaid()) throw new Conflict("this subscription is postpaid: its bill is written when the period is over");
        return s;
    }
}
