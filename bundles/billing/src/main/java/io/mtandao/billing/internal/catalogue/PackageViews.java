package io.mtandao.billing.internal.catalogue;

import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.desk.FilterText;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.persistence.Listing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How packages are listed and shown. */
final class PackageViews {
    static final Listing<PackageRow> LISTING = Listing.of(PackageRow.class)
        .sort("name", "nameKey", PackageRow::getNameKey)
        .sort("price", "priceMinor", PackageRow::getPriceMinor)
        .byDefault("name")
        .filter("service", (text, where) -> where.and("e.service = ?", FilterText.oneOf(ServiceType.class, "service", text)))
        .filter("charging", (text, where) -> where.and("e.charging = ?", FilterText.oneOf(Charging.class, "charging", text)))
        .filter("archived", (text, where) -> where.and("e.archived = ?", FilterText.flag("archived", text)))
        .search((text, where) -> FilterText.search(text, where, "e.nameKey like ? escape '!'"));

    private PackageViews() {}

    static InternetPackage one(Desk d, PackageRow row) {
        return all(d, List.of(row)).get(0);
    }

    /** In their present editions, with the number of subscriptions that use each; two queries. */
    static List<InternetPackage> all(Desk d, List<PackageRow> rows) {
        if (rows.isEmpty()) return List.of();
        List<Long> ids = rows.stream().map(PackageRow::getId).toList();
        Map<Long, Long> used = used(d, ids);
        // versions are known once written
        d.em().flush();
        Map<Long, List<EditionRow>> editions = new Catalogue().editions(d, ids);
        return rows.stream().map(p -> view(d, p, editions.get(p.getId()), used.getOrDefault(p.getId(), 0L))).toList();
    }

    private static Map<Long, Long> used(Desk d, List<Long> packageIds) {
        Map<Long, Long> used = new HashMap<>();
        String jpql = "select s.packageId, count(s) from SubscriptionRow s where s.packageId in ?1 and s.state <> ?2 group by s.packageId";
        for (Object[] r : d.em().createQuery(jpql, Object[].class).setParameter(1, packageIds).setParameter(2, SubscriptionState.CANCELLED).getResultList())
            used.put((Long) r[0], (Long) r[1]);
        return used;
    }

    private static InternetPackage view(Desk d, PackageRow p, List<EditionRow> editions, long used) {
        EditionRow e = Catalogue.numbered(editions, p.getEdition());
        int planned = (int) editions.stream().filter(x -> x.getFrom().isAfter(d.now())).count();
        return new InternetPackage(p.getId(), p.getVersion(), p.getName(), e.getPrice(), e.getPeriod(), e.getDownKbps(), e.getUpKbps(), e.getProfile(p.getName()), p.isArchived(),
            used, e.getTerms(), e.getNumber(), e.getFrom(), planned);
    }

    /** Newest first, with how many subscriptions stand under each. */
    static List<Packages.Edition> editions(Desk d, PackageRow p) {
        Map<Integer, Long> under = new HashMap<>();
        String jpql = "select s.edition, count(s) from SubscriptionRow s where s.packageId = ?1 and s.state <> ?2 group by s.edition";
        for (Object[] r : d.em().createQuery(jpql, Object[].class).setParameter(1, p.getId()).setParameter(2, SubscriptionState.CANCELLED).getResultList())
            under.put((Integer) r[0], (Long) r[1]);
        return new Catalogue().editions(d, List.of(p.getId())).get(p.getId()).stream().sorted(Comparator.comparingInt(EditionRow::getNumber).reversed())
            .map(e -> new Packages.Edition(e.getNumber(), e.getFrom(), e.isForAll(), e.getPrice(), e.getPeriod(), e.getDownKbps(), e.getUpKbps(), e.getProfile(p.getName()),
                e.getTerms(), under.getOrDefault(e.getNumber(), 0L)))
            .toList();
    }
}
