package io.mtandao.billing.internal.subscriber;

import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscriber.Standing;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.desk.FilterText;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.DetailFacts;
import io.mtandao.billing.internal.search.Search;
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
        .filter("debt", (text, where) -> Owing.narrow(FilterText.flag("debt", text), where))
        .filter("tag", (text, where) -> where.and("exists (select t.id from TagRow t where t.subscriberId = e.id and t.tag = ?)", DetailFacts.key(text)))
        .filter("phone", (text, where) -> where.and("e.phone = ?", text))
        .filter("zone", (text, where) -> where.and("e.zoneKey = ?", DetailFacts.key(text)))
        .filter("building", (text, where) -> where.and("e.buildingKey = ?", DetailFacts.key(text)))
        .filter("payerId", (text, where) -> where.and("e.payerId = ?", FilterText.id("payerId", text)))
        .search(Search::subscribers);

    private SubscriberViews() {}

    static Subscriber one(Desk d, SubscriberRow row) {
        return all(d, List.of(row)).get(0);
    }

    /** With all that is shown of them: as many queries for a page as for one. */
    static List<Subscriber> all(Desk d, List<SubscriberRow> rows) {
        // versions are known once written
        d.em().flush();
        Map<Long, Long> balances = d.ofIds(WalletRow.class, "subscriberId", rows.stream().map(SubscriberViews::paying).distinct().toList()).stream()
            .collect(Collectors.toMap(WalletRow::getSubscriberId, WalletRow::getBalance));
        Map<Long, Standing> standings = Standings.of(d, rows.stream().map(SubscriberRow::getId).toList());
        DetailBook book = DetailBook.of(d, rows);
        return rows.stream().map(s -> new Subscriber(s.getId(), s.getVersion(), s.getName(), s.getPhone(), s.getEmail(), s.getAccount(), s.getPlace(),
            s.getNotes(), d.money(balances.getOrDefault(paying(s), 0L)), s.getCreatedAt(), book.of(s), standings.get(s.getId()))).toList();
    }

    private static long paying(SubscriberRow s) {
        return s.getPayerId() == null ? s.getId() : s.getPayerId();
    }
}
