package io.mtandao.billing.internal.shadow;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.ShadowBilling;
import io.mtandao.billing.internal.catalogue.Catalogue;
import io.mtandao.billing.internal.charge.Charges;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.desk.FilterText;
import io.mtandao.billing.internal.entity.BillLineRow;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.DiscountRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.QuoteLine;
import io.mtandao.billing.internal.rules.ShadowRule;
import io.mtandao.persistence.Listing;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads bills and writes nothing. */
@Component
public final class JpaShadowBilling implements ShadowBilling {
    private static final int PORTION = 500;
    private static final Listing<BillRow> BILLS = Listing.of(BillRow.class)
        .filter("from", (text, where) -> where.and("e.issuedAt >= ?", FilterText.instant("from", text)))
        .filter("to", (text, where) -> where.and("e.issuedAt < ?", FilterText.instant("to", text)))
        .filter("currency", (text, where) -> where.and("e.kind = ? and e.state <> ? and e.currency = ?", Bill.Kind.BILL, Bill.State.VOID, text));
    private final BillingDesk desk;
    private final Catalogue catalogue;
    private final Charges charges;

    @Activate
    public JpaShadowBilling(@Reference BillingDesk desk, @Reference Catalogue catalogue, @Reference Charges charges) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.charges = charges;
    }

    @Override
    public Page<Difference> compare(Caller caller, Assumption assumption, ListQuery query) {
        caller.require(Permission.BILLS_READ);
        return desk.open(caller, d -> {
            Assumptions.check(d, assumption, catalogue);
            return page(d, assumption, query.limit(), query.cursor());
        });
    }

    /** Page by page, each in a unit of its own, so that a year of bills needs no more memory than one page of them. */
    @Override
    public Sum sum(Caller caller, Assumption assumption) {
        caller.require(Permission.BILLS_READ);
        String currency = desk.open(caller, d -> {
            Assumptions.check(d, assumption, catalogue);
            return d.currency();
        });
        long bills = 0, different = 0;
        Money was = Money.zero(currency), would = was;
        String cursor = null;
        do {
            String from = cursor;
            Page<Difference> page = desk.open(caller, d -> page(d, assumption, PORTION, from));
            for (Difference one : page.items()) {
                bills++;
                if (!one.difference().isZero()) different++;
                was = was.plus(one.was());
                would = would.plus(one.wouldBe());
            }
            cursor = page.next();
        } while (cursor != null);
        return new Sum(bills, different, was, would, would.minus(was));
    }

    private Page<Difference> page(Desk d, Assumption a, int limit, String cursor) {
        Map<String, String> written = Map.of("from", a.from().toString(), "to", a.to().toString(), "currency", d.currency());
        Page<BillRow> rows = BILLS.page(d.em(), new ListQuery(null, written, "id", limit, cursor), b -> b);
        return new Page<>(differences(d, a, rows.items()), rows.next());
    }

    /** Seven queries, however many bills. */
    private List<Difference> differences(Desk d, Assumption a, List<BillRow> bills) {
        Map<Long, List<BillLineRow>> lines = d.ofIds(BillLineRow.class, "billId", bills.stream().map(BillRow::getId).toList()).stream()
            .sorted(Comparator.comparingInt(BillLineRow::getLineNumber)).collect(Collectors.groupingBy(BillLineRow::getBillId));
        Map<Long, String> names = d.all(SubscriberRow.class, bills.stream().map(BillRow::getSubscriberId).distinct().toList()).stream()
            .collect(Collectors.toMap(SubscriberRow::getId, SubscriberRow::getName));
        Map<Long, SubscriptionRow> subscriptions = d.all(SubscriptionRow.class, bills.stream().map(BillRow::getSubscriptionId).filter(Objects::nonNull)
            .distinct().toList())
            .stream().collect(Collectors.toMap(SubscriptionRow::getId, Function.identity()));
        Assumptions assumed = new Assumptions(d, a, charges.taxes(d), catalogue, bills.stream().map(BillRow::getPackageId).filter(Objects::nonNull)
            .distinct().toList());
        Map<Long, Money> amounts = amounts(d, lines.values());
        return bills.stream().map(b -> difference(d, b, names.get(b.getSubscriberId()), lines.getOrDefault(b.getId(), List.of()),
            assumed.of(b, subscriptions.get(b.getSubscriptionId())), amounts)).toList();
    }

    /** Of those discounts that are no percentage. */
    private static Map<Long, Money> amounts(Desk d, Collection<List<BillLineRow>> lines) {
        List<Long> discounts = lines.stream().flatMap(List::stream).filter(l -> l.getKind() == Bill.Line.Kind.DISCOUNT && l.getOrigin() != null)
            .map(BillLineRow::getOrigin).distinct().toList();
        return d.all(DiscountRow.class, discounts).stream().filter(x -> x.getReduction().amount() != null)
            .collect(Collectors.toMap(DiscountRow::getId, x -> x.getReduction().amount()));
    }

    private static Difference difference(Desk d, BillRow b, String subscriber, List<BillLineRow> rows, ShadowRule.Assumed assumed, Map<Long, Money> amounts) {
        ShadowRule.Time time = new ShadowRule.Time(Math.max(0, Duration.between(b.getPeriodFrom(), b.getPeriodTo()).toSeconds()), Math.max(1,
            b.getWholeSeconds()));
        List<QuoteLine> would = ShadowRule.bill(rows.stream().map(JpaShadowBilling::line).toList(), time, assumed, amounts);
        Money total = d.money(would.stream().mapToLong(QuoteLine::amount).sum());
        return new Difference(b.getId(), b.getNumber(), b.getSubscriberId(), subscriber, b.getTotal(), total, total.minus(b.getTotal()),
            would.stream().map(l -> shown(d, l)).toList());
    }

    private static QuoteLine line(BillLineRow l) {
        return new QuoteLine(l.getKind(), l.getText(), l.getQuantity(), l.getUnitMinor(), l.getAmountMinor(), l.getTaxMinor(), l.getTaxName(), l.getAccount(),
            l.getTaxAccount(), l.getOrigin());
    }

    private static Bill.Line shown(Desk d, QuoteLine l) {
        return new Bill.Line(l.kind(), l.text(), l.quantity(), d.money(l.unit()), d.money(l.amount()), d.money(l.tax()), l.taxName());
    }
}
