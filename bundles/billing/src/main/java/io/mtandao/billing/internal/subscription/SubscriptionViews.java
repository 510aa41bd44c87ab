package io.mtandao.billing.internal.subscription;

import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.catalogue.Catalogue;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.desk.FilterText;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.search.Search;
import io.mtandao.persistence.Listing;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How subscriptions are listed and shown. */
final class SubscriptionViews {
    static final Listing<SubscriptionRow> LISTING = Listing.of(SubscriptionRow.class)
        .sort("expiresAt", "expiry", SubscriptionRow::getExpiry)
        .filter("subscriberId", (text, where) -> where.and("e.subscriberId = ?", FilterText.id("subscriberId", text)))
        .filter("packageId", (text, where) -> where.and("e.packageId = ?", FilterText.id("packageId", text)))
        .filter("routerId", (text, where) -> where.and("e.routerId = ?", FilterText.id("routerId", text)))
        .filter("state", (text, where) -> where.and("e.state = ?", FilterText.oneOf(SubscriptionState.class, "state", text)))
        .filter("charging", (text, where) -> where.and("e.charging = ?", FilterText.oneOf(Charging.class, "charging", text)))
        .filter("expiresBefore", (text, where) -> where.and("e.expiry < ?", FilterText.instant("expiresBefore", text)))
        .search(Search::subscriptions);

    private SubscriptionViews() {}

    static Subscription one(Desk d, SubscriptionRow row) {
        return all(d, List.of(row)).get(0);
    }

    /** With subscribers, packages and editions, by three queries. */
    static List<Subscription> all(Desk d, List<SubscriptionRow> rows) {
        // versions are known once written
        d.em().flush();
        Map<Long, SubscriberRow> owners = d.all(SubscriberRow.class, rows.stream().map(SubscriptionRow::getSubscriberId).distinct().toList())
            .stream().collect(Collectors.toMap(SubscriberRow::getId, Function.identity()));
        Map<Long, PackageRow> packages = d.all(PackageRow.class, rows.stream().map(SubscriptionRow::getPackageId).distinct().toList())
            .stream().collect(Collectors.toMap(PackageRow::getId, Function.identity()));
        Map<Long, EditionRow> editions = new Catalogue().holding(d, rows);
        return rows.stream().map(s -> view(d, s, owners.get(s.getSubscriberId()), packages.get(s.getPackageId()), editions.get(s.getId()))).toList();
    }

    private static Subscription view(Desk d, SubscriptionRow s, SubscriberRow owner, PackageRow p, EditionRow e) {
        Subscription.Details details = new Subscription.Details(s.getService(), s.getCharging(), e.getNumber(), s.getOwnPrice() != null, s.getIpAddress(), s.getMacAddress(),
            s.getReason(), s.getGraceUntil(), s.getPausedAt(), s.getPayerId(), s.getDataState() != SubscriptionRow.DataState.OPEN);
        return new Subscription(s.getId(), s.getVersion(), owner.getId(), owner.getName(), owner.getAccount(), p.getId(), p.getName(),
            s.getOwnPrice() != null ? d.money(s.getOwnPrice()) : e.getPrice(), s.getRouterId(), s.getPppoeUser(), s.getState(), s.getExpiresAt(), s.getCreatedAt(), details);
    }
}
