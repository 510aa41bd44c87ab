package io.mtandao.billing.internal.usage;

import io.mtandao.api.Conflict;
import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.api.billing.PackageTerms.DataCap;
import io.mtandao.billing.internal.bill.Sale;
import io.mtandao.billing.internal.charge.Charges;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.AddOnRow;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.ItemRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.UsageRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.ChargeRule;
import io.mtandao.billing.internal.rules.QuoteLine;
import io.mtandao.billing.internal.rules.TaxTable;
import io.mtandao.billing.internal.rules.TopUpKey;
import io.mtandao.billing.internal.rules.UsageRule;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Data bought for the running period: a bill with one line, paid from the wallet in the same moment. Whoever calls holds the wallet's lock. */
@Component(service = TopUps.class)
public final class TopUps {
    private final Charges charges;
    private final Sale sale;

    @Activate
    public TopUps(@Reference Charges charges, @Reference Sale sale) {
        this.charges = charges;
        this.sale = sale;
    }

    /** @throws Conflict when the wallet does not cover it, saying how much is missing */
    void buy(Desk d, SubscriptionRow s, UsageRow u, AddOnRow a, WalletRow wallet) {
        ItemRow item = new ItemRow(s.getId(), a.getId(), Kind.ITEM, a.getName(), 1, a.getPrice(), false, a.isTaxIncluded(), a.getTaxCode(), ChargeRule.INCOME);
        d.em().persist(item);
        QuoteLine line = line(d, charges.taxes(d), a, item.getId());
        if (wallet.getBalance() < line.amount())
            throw new Conflict("the wallet holds " + d.money(wallet.getBalance()) + "; " + d.money(line.amount() - wallet.getBalance()) + " is missing");
        long bytes = UsageRule.bytes(a.getDataMegabytes());
        BillRow bill = sale.sell(d, s, new TopUpKey(u.getId(), item.getId(), bytes).text(), line, wallet);
        item.billed(bill.getId());
        // sold and delivered: when its bill is taken back it does not wait for the next one
        item.end(d.now());
        u.topUp(bytes);
        d.audit("subscription.top-up", "subscription", s.getId(), null, java.util.Map.of("addOn", a.getName(), "bill", bill.getNumber(), "megabytes",
            a.getDataMegabytes()));
    }

    /** The cheapest that opens it again and that the wallet covers; what would not open it is not bought. @return whether there was one */
    boolean buyByItself(Desk d, SubscriptionRow s, UsageRow u, DataCap cap, WalletRow wallet) {
        TaxTable taxes = charges.taxes(d);
        List<AddOnRow> offers = d.em().createQuery("select a from AddOnRow a where a.dataMegabytes > 0 and a.archived = ?1", AddOnRow.class)
            .setParameter(1, false).getResultList();
        return offers.stream().filter(a -> a.getPrice().currency().equals(d.currency()))
            .filter(a -> !UsageRule.isUsedUp(cap, u.getUsedBytes(), Math.addExact(u.getToppedUpBytes(), UsageRule.bytes(a.getDataMegabytes()))))
            .filter(a -> wallet.getBalance() >= line(d, taxes, a, null).amount())
            .min(Comparator.comparingLong((AddOnRow a) -> line(d, taxes, a, null).amount()).thenComparing(AddOnRow::getId))
            .map(a -> {
                buy(d, s, u, a, wallet);
                return true;
            }).orElse(false);
    }

    private static QuoteLine line(Desk d, TaxTable taxes, AddOnRow a, Long itemId) {
        long price = a.getPrice().minor();
        return ChargeRule.line(Kind.ITEM, a.getName(), 1, price, price, a.isTaxIncluded(), taxes.of(a.getTaxCode(), d.today()), ChargeRule.INCOME, itemId);
    }
}
