package io.mtandao.billing.internal.charge;

import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.DiscountRow;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.ItemRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.TaxRateRow;
import io.mtandao.billing.internal.entity.UsageRow;
import io.mtandao.billing.internal.life.DataMeter;
import io.mtandao.billing.internal.rules.ChargeRule;
import io.mtandao.billing.internal.rules.Quote;
import io.mtandao.billing.internal.rules.QuoteLine;
import io.mtandao.billing.internal.rules.TaxTable;
import io.mtandao.billing.internal.rules.TopUpKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;

/** What subscriptions pay beside their package: open items and discounts, and the tax rates. */
@Component(service = Charges.class)
public final class Charges {

    public TaxTable taxes(Desk d) {
        List<TaxTable.Rate> rates = d.em().createQuery("select t from TaxRateRow t", TaxRateRow.class).getResultList().stream()
            .map(t -> new TaxTable.Rate(t.getCode(), t.getName(), t.getPercentHundredths(), t.getFrom(), t.getUntil())).toList();
        return new TaxTable(rates, d.taxName(), d.taxPercentHundredths());
    }

    /** Open items by subscription, in the order in which they were added; one query. */
    public Map<Long, List<ItemRow>> items(Desk d, Collection<Long> subscriptionIds) {
        return d.ofIds(ItemRow.class, "subscriptionId", subscriptionIds, "e.open = ?3", true).stream()
            .collect(Collectors.groupingBy(ItemRow::getSubscriptionId));
    }

    /** Open discounts by subscription; one query. */
    public Map<Long, List<DiscountRow>> discounts(Desk d, Collection<Long> subscriptionIds) {
        return d.ofIds(DiscountRow.class, "subscriptionId", subscriptionIds, "e.open = ?3", true).stream()
            .collect(Collectors.groupingBy(DiscountRow::getSubscriptionId));
    }

    /** The items and discounts that a bill holds are marked as billed and used. */
    public void consume(Desk d, BillRow bill, Quote quote, List<ItemRow> items, List<DiscountRow> discounts) {
        List<Long> billed = quote.lines().stream().map(QuoteLine::origin).filter(Objects::nonNull).toList();
        items.stream().filter(i -> billed.contains(i.getId())).forEach(i -> i.billed(bill.getId()));
        discounts.stream().filter(x -> quote.discounts().contains(x.getId())).forEach(x -> x.used(d.now()));
    }

    /** What was charged once by a bill that is taken back waits for the next again, its discounts count for another, and the data it sold is taken back. */
    public List<ItemRow> release(Desk d, BillRow bill) {
        List<ItemRow> items = d.em().createQuery("select i from ItemRow i where i.billedOn = ?1", ItemRow.class).setParameter(1, bill.getId()).getResultList();
        items.forEach(ItemRow::unbilled);
        d.em().createQuery("select x from DiscountRow x where x.id in (select l.origin from BillLineRow l where l.billId = ?1 and l.kind = ?2)",
            DiscountRow.class)
            .setParameter(1, bill.getId()).setParameter(2, Kind.DISCOUNT).getResultList().forEach(DiscountRow::unused);
        TopUpKey.of(bill.getChargeKey()).ifPresent(sold -> {
            d.find(UsageRow.class, sold.usageId(), "usage").topUp(-sold.bytes());
            DataMeter.judge(d, d.find(SubscriptionRow.class, bill.getSubscriptionId(), "subscription"));
        });
        return items;
    }

    /** Installation and deposit become items of the first bill. */
    public void firstFees(Desk d, SubscriptionRow s, EditionRow e) {
        PackageTerms t = e.getTerms();
        if (t.installationFee() != null)
            d.em().persist(new ItemRow(s.getId(), null, Kind.INSTALLATION, "Installation", 1, t.installationFee(), false, t.taxIncluded(), t.taxCode(),
                ChargeRule.INCOME));
        if (t.deposit() != null) d.em().persist(new ItemRow(s.getId(), null, Kind.DEPOSIT, "Deposit", 1, t.deposit(), false, true, null, ChargeRule.DEPOSITS));
    }

    public static ChargeRule.Item item(ItemRow i) {
        return new ChargeRule.Item(i.getId(), i.getKind(), i.getText(), i.getQuantity(), i.getUnit().minor(), i.isTaxIncluded(), i.getTaxCode(),
            i.getAccount());
    }

    public static ChargeRule.Discount discount(DiscountRow d) {
        return new ChargeRule.Discount(d.getId(), d.getReduction(), d.getReason());
    }
}
