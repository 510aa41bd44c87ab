package io.mtandao.billing.internal.subscriber;

import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.desk.FilterText;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.persistence.Listing;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How subscribers are listed and shown. */
final class SubscriberViews {
    static final Listing<SubscriberRow> LISTING = Listing.of(SubscriberRow.class)
        .sort("name", "nameKey", SubscriberRow::getNameKey)
        .sort("accountNumber", "accountKey", SubscriberRow::getAccountKey)
        .filter("state", (text, where) -> where.and("exists (select s.id from SubscriptionRow s where s.subscriberId = e.id and s.state = ?)",
            FilterText.oneOf(SubscriptionState.class, "state", text)))
        .filter("debt", (text, where) -> where.and((FilterText.flag("debt", text) ? "" : "not ")
            + "exists (select w.id from WalletRow w where w.subscriberId = e.id and w.balance < ?)", 0L))
        .search((text, where) -> FilterText.search(text, where, "e.searchText like ? escape '!'"
            + " or exists (select s.id from SubscriptionRow s where s.subscriberId = e.id and s.pppoeKey like ? escape '!')"));

    private SubscriberViews() {}

    static Subscriber one(Desk d, SubscriberRow row) {
        return all(d, List.of(row)).get(0);
    }

    /** With their balances, by one query. */
    static List<Subscriber> all(Desk d, List<SubscriberRow> rows) {
        // versions are known once written
        d.em().flush();
        Map<Long, Long> balances = d.ofIds(WalletRow.class, "subscriberId", rows.stream().map(SubscriberRow::getId).toList())
            .stream().collect(Collectors.toMap(WalletRow::getSubscriberId, WalletRow::getBalance));
        return rows.stream().map(s -> new Subscriber(s.getId(), s.getVersion(), s.getName(), s.getPhone(), s.getEmail(), s.getAccount(), s.getPlace(),
            s.getNotes(), d.money(balances.getOrDefault(s.getId(), 0L)), s.getCreatedAt())).toList();
    }
}
