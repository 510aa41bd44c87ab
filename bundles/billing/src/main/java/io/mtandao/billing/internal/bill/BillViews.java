package io.mtandao.billing.internal.bill;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.desk.FilterText;
import io.mtandao.billing.internal.entity.BillLineRow;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.policy.Policies;
import io.mtandao.billing.internal.search.Search;
import io.mtandao.persistence.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How bills are listed and shown. */
public final class BillViews {
    private BillViews() {}

    static Listing<BillRow> listing(Desk d) {
        // what is due before is overdue
        Instant now = d.now();
        return Listing.of(BillRow.class)
            .sort("number", "number", BillRow::getNumber)
            .sort("issuedAt", "issuedAt", BillRow::getIssuedAt)
            .filter("subscriberId", (text, where) -> where.and("e.subscriberId = ?", FilterText.id("subscriberId", text)))
            .filter("payerId", (text, where) -> where.and("e.payerId = ?", FilterText.id("payerId", text)))
            .filter("subscriptionId", (text, where) -> where.and("e.subscriptionId = ?", FilterText.id("subscriptionId", text)))
            .filter("runId", (text, where) -> where.and("e.runId = ?", FilterText.id("runId", text)))
            .filter("state", (text, where) -> where.and("e.state = ?", FilterText.oneOf(Bill.State.class, "state", text)))
            .filter("kind", (text, where) -> where.and("e.kind = ?", FilterText.oneOf(Bill.Kind.class, "kind", text)))
            .filter("from", (text, where) -> where.and("e.issuedAt >= ?", FilterText.instant("from", text)))
            .filter("to", (text, where) -> where.and("e.issuedAt < ?", FilterText.instant("to", text)))
            .filter("overdue", (text, where) -> {
                if (FilterText.flag("overdue", text)) where.and("e.state = ? and e.debt = ? and e.dueAt < ?", Bill.State.OPEN, true, now);
                else where.and("not (e.state = ? and e.debt = ? and e.dueAt < ?)", Bill.State.OPEN, true, now);
            })
            .search((text, where) -> Search.bills(text, Numbers.meant(Policies.numbering(d), text), where));
    }

    public static Bill one(Desk d, BillRow row) {
        return all(d, List.of(row)).get(0);
    }

    /** Three queries, however many bills. */
    public static List<Bill> all(Desk d, List<BillRow> rows) {
        if (rows.isEmpty()) return List.of();
        // versions are known once written
        d.em().flush();
        Map<Long, String> names = d.all(SubscriberRow.class, rows.stream().map(BillRow::getSubscriberId).distinct().toList())
            .stream().collect(Collectors.toMap(SubscriberRow::getId, SubscriberRow::getName));
        Map<Long, List<BillLineRow>> lines = BillBook.lines(d, rows.stream().map(BillRow::getId).toList());
        return rows.stream().map(b -> view(b, names.get(b.getSubscriberId()), lines.getOrDefault(b.getId(), List.of()))).toList();
    }

    private static Bill view(BillRow b, String subscriber, List<BillLineRow> lines) {
        String currency = b.getCurrency();
        return new Bill(b.getId(), b.getVersion(), b.getNumber(), b.getSubscriberId(), subscriber, b.getSubscriptionId(), b.getPeriodFrom(), b.getPeriodTo(),
            b.getTotal(), b.getState(), b.getIssuedAt(), b.getDueAt(), b.getPaidAt(), lines.stream().map(l -> line(l, currency)).toList(), details(b, currency));
    }

    private static Bill.Details details(BillRow b, String currency) {
        return new Bill.Details(b.getKind(), b.isDebt(), b.getPayerId(), Money.of(b.getTotalMinor() - b.getTaxMinor(), currency), Money.of(b.getTaxMinor(), currency),
            Money.of(b.getPaidMinor(), currency), Money.of(b.getCreditedMinor(), currency), b.getRefersTo(), b.getReason(), b.getRunId());
    }

    private static Bill.Line line(BillLineRow l, String currency) {
        return new Bill.Line(l.getKind(), l.getText(), l.getQuantity(), Money.of(l.getUnitMinor(), currency), Money.of(l.getAmountMinor(), currency),
            Money.of(l.getTaxMinor(), currency), l.getTaxName());
    }
}
