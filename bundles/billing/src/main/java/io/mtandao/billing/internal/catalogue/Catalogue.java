package io.mtandao.billing.internal.catalogue;

import io.mtandao.api.Conflict;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.EditionRule;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;

/** Which edition of a package holds for whom. */
@Component(service = Catalogue.class)
public final class Catalogue {

    /** Of packages, by package, each list by rising number; one query. */
    public Map<Long, List<EditionRow>> editions(Desk d, Collection<Long> packageIds) {
        return d.ofIds(EditionRow.class, "packageId", packageIds).stream().sorted(Comparator.comparingInt(EditionRow::getNumber))
            .collect(Collectors.groupingBy(EditionRow::getPackageId));
    }

    /** The edition that each subscription stands under now, by subscription; one query however many. */
    public Map<Long, EditionRow> holding(Desk d, Collection<SubscriptionRow> subscriptions) {
        Map<Long, List<EditionRow>> all = editions(d, subscriptions.stream().map(SubscriptionRow::getPackageId).distinct().toList());
        Map<Long, EditionRow> holding = new HashMap<>();
        for (SubscriptionRow s : subscriptions) holding.put(s.getId(), holding(d, s, all.get(s.getPackageId())));
        return holding;
    }

    /** @param editions of its package */
    public static EditionRow holding(Desk d, SubscriptionRow s, List<EditionRow> editions) {
        return numbered(editions, EditionRule.holding(s.getEdition(), editions.stream().map(EditionRow::facts).toList(), d.now()));
    }

    /**
     * Under what a subscription is billed.
     *
     * @param turning null, or the edition for all in another rhythm that has begun while its postpaid period was running: what was used until then is
     *     billed first
     */
    public record Standing(EditionRow edition, EditionRow turning) {}

    /** By subscription; one query. */
    public Map<Long, Standing> standing(Desk d, Collection<SubscriptionRow> subscriptions) {
        Map<Long, List<EditionRow>> all = editions(d, subscriptions.stream().map(SubscriptionRow::getPackageId).distinct().toList());
        Map<Long, Standing> standing = new HashMap<>();
        for (SubscriptionRow s : subscriptions) standing.put(s.getId(), standing(d, s, all.get(s.getPackageId())));
        return standing;
    }

    private static Standing standing(Desk d, SubscriptionRow s, List<EditionRow> editions) {
        if (!s.isPostpaid() || !s.getState().isServed()) return new Standing(holding(d, s, editions), null);
        EditionRow holds = numbered(editions, s.getEdition());
        for (EditionRow e : editions) {
            if (e.getNumber() <= holds.getNumber() || !e.isForAll() || e.getFrom().isAfter(d.now())) continue;
            if (!e.isInRhythmOf(holds)) return new Standing(holds, e);
            holds = e;
        }
        return new Standing(holds, null);
    }

    public EditionRow holding(Desk d, SubscriptionRow s) {
        return holding(d, List.of(s)).get(s.getId());
    }

    /** What is sold now. */
    public EditionRow sold(Desk d, PackageRow p) {
        return numbered(editions(d, List.of(p.getId())).get(p.getId()), p.getEdition());
    }

    /** @throws Conflict when it is archived */
    public EditionRow sellable(Desk d, long packageId) {
        PackageRow p = d.find(PackageRow.class, packageId, "package");
        if (p.isArchived()) throw new Conflict("the package " + p.getName() + " is archived");
        return sold(d, p);
    }

    /** Also of an archived one. @param number 0 for the one that is sold now */
    public EditionRow edition(Desk d, long packageId, int number) {
        PackageRow p = d.find(PackageRow.class, packageId, "package");
        return number == 0 ? sold(d, p) : numbered(editions(d, List.of(packageId)).get(packageId), number);
    }

    public static EditionRow numbered(List<EditionRow> editions, int number) {
        return editions.stream().filter(e -> e.getNumber() == number).findFirst().orElseThrow(() -> new IllegalStateException("there is no edition " + number));
    }
}
