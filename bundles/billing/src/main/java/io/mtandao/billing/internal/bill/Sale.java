package io.mtandao.billing.internal.bill;

import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.policy.Policies;
import io.mtandao.billing.internal.rules.Quote;
import io.mtandao.billing.internal.rules.QuoteLine;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Something sold over the counter: its bill is written and paid from the wallet in one go. Whoever calls has locked the wallet, which covers it. */
@Component(service = Sale.class)
public final class Sale {
    private final BillBook bills;
    private final Policies policies;

    @Activate
    public Sale(@Reference BillBook bills, @Reference Policies policies) {
        this.bills = bills;
        this.policies = policies;
    }

    /** @param chargeKey once per key */
    public BillRow sell(Desk d, SubscriptionRow s, String chargeKey, QuoteLine line, WalletRow wallet) {
        Quote quote = new Quote(List.of(line), List.of());
        BillRow bill = BillRow.ofCharge(Numbers.bill(d, policies.of(d).numbering()), s, chargeKey, d.money(quote.total()), quote.tax(), d.now());
        bills.write(d, bill, quote);
        bills.pay(d, bill, BillBook.parts(quote.lines()), line.text(), wallet, quote.total(), null);
        bills.tell(d, bill);
        return bill;
    }
}
