package io.mtandao.billing.internal.catalogue;

import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.desk.FilterText;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.persistence.Listing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How packages are listed and shown. */
final class PackageViews {
    static final Listing<PackageRow> LISTING = Listing.of(PackageRow.class)
        .sort("name", "nameKey", PackageRow::getNameKey)
        .sort("price", "priceMinor", PackageRow::getPriceMinor)
        .byDefault("name")
        .filter("archived", (text, where) -> where.and("e.archived = ?", FilterText.flag("archived", text)))
        .search((text, where) -> FilterText.search(text, where, "e.nameKey like ? escape '!'"));

    private PackageViews() {}

    static InternetPackage one(Desk d, PackageRow row) {
        return all(d, List.of(row)).get(0);
    }

    /** With the number of subscriptions that use each, by one query. */
    static List<InternetPackage> all(Desk d, List<PackageRow> rows) {
        if (rows.isEmpty()) return List.of();
        Map<Long, Long> used = new HashMap<>();
        String jpql = "select s.packageId, count(s) from SubscriptionRow s where s.packageId in ?1 and s.state <> ?2 group by s.packageId";
        for (Object[] r : d.em().createQuery(jpql, Object[].class)
            .setParameter(1, rows.stream().map(PackageRow::getId).toList()).setParameter(2, SubscriptionState.CANCELLED).getResultList())
            used.put((Long) r[0], (Long) r[1]);
        // versions are known once written
        d.em().flush();
        return rows.stream().map(p -> new InternetPackage(p.getId(), p.getVersion(), p.getName(), p.getPrice(), p.getPeriod(), p.getDownKbps(), p.getUpKbps(),
            p.getProfile(), p.isArchived(), used.getOrDefault(p.getId(), 0L))).toList();
    }
}
