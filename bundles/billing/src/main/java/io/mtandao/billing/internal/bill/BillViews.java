package io.mtandao.billing.internal.bill;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.desk.FilterText;
import io.mtandao.billing.internal.entity.BillLineRow;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.persistence.Listing;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How bills are listed and shown. */
final class BillViews {
    static final Listing<BillRow> LISTING = Listing.of(BillRow.class)
        .sort("number", "number", BillRow::getNumber)
        .sort("issuedAt", "issuedAt", BillRow::getIssuedAt)
        .filter("subscriberId", (text, where) -> where.and("e.subscriberId = ?", FilterText.id("subscriberId", text)))
        .filter("subscriptionId", (text, where) -> where.and("e.subscriptionId = ?", FilterText.id("subscriptionId", text)))
        .filter("state", (text, where) -> where.and("e.state = ?", FilterText.oneOf(Bill.State.class, "state", text)))
        .search((text, where) -> FilterText.search(text, where, "lower(e.number) like ? escape '!'"
            + " or exists (select x from SubscriberRow x where x.id = e.subscriberId and x.searchText like ? escape '!')"));

    private BillViews() {}

    static Bill one(Desk d, BillRow row) {
        return all(d, List.of(row)).get(0);
    }

    /** Three queries, however many bills. */
    static List<Bill> all(Desk d, List<BillRow> rows) {
        if (rows.isEmpty()) return List.of();
        Map<Long, String> names = d.all(SubscriberRow.class, rows.stream().map(BillRow::getSubscriberId).distinct().toList())
            .stream().collect(Collectors.toMap(SubscriberRow::getId, SubscriberRow::getName));
        Map<Long, List<BillLineRow>> lines = BillBook.lines(d, rows.stream().map(BillRow::getId).toList())
            .stream().collect(Collectors.groupingBy(BillLineRow::getBillId));
        // versions are known once written
        d.em().flush();
        return rows.stream().map(b -> view(b, names.get(b.getSubscriberId()), lines.getOrDefault(b.getId(), List.of()))).toList();
    }

    private static Bill view(BillRow b, String subscriber, List<BillLineRow> lines) {
        String currency = b.getTotal().currency();
        return new Bill(b.getId(), b.getVersion(), b.getNumber(), b.getSubscriberId(), subscriber, b.getSubscriptionId(), b.getPeriodFrom(), b.getPeriodTo(),
            b.getTotal(), b.getState(), b.getIssuedAt(), b.getDueAt(), b.getPaidAt(),
            lines.stream().map(l -> new Bill.Line(l.getText(), l.getQuantity(), Money.of(l.getUnitMinor(), currency), Money.of(l.getAmountMinor(), currency)))
                .toList());
    }
}
