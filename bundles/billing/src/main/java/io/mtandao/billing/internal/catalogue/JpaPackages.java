package io.mtandao.billing.internal.catalogue;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.desk.Elsewhere;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.PackageRow;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaPackages implements Packages {
    private final BillingDesk desk;
    private final EditionBook editions;
    private final Elsewhere elsewhere;

    @Activate
    public JpaPackages(@Reference BillingDesk desk, @Reference EditionBook editions, @Reference Elsewhere elsewhere) {
        this.desk = desk;
        this.editions = editions;
        this.elsewhere = elsewhere;
    }

    @Override
    public Page<InternetPackage> list(Caller caller, ListQuery query) {
        caller.require(Permission.PACKAGES_READ);
        return desk.open(caller, d -> {
            Page<PackageRow> rows = PackageViews.LISTING.page(d.em(), query, p -> p);
            return new Page<>(PackageViews.all(d, rows.items()), rows.next());
        });
    }

    @Override
    public InternetPackage get(Caller caller, long id) {
        caller.require(Permission.PACKAGES_READ);
        return desk.open(caller, d -> PackageViews.one(d, d.find(PackageRow.class, id, "package")));
    }

    @Override
    public InternetPackage create(Caller caller, Draft draft) {
        caller.require(Permission.PACKAGES_WRITE);
        return desk.open(caller, d -> {
            PackageCheck.check(d, draft);
            requireFreeName(d, draft.name(), null);
            return PackageViews.one(d, editions.first(d, draft, true));
        });
    }

    @Override
    public InternetPackage update(Caller caller, long id, int version, Draft draft, Edition.Change change) {
        caller.require(Permission.PACKAGES_WRITE);
        return desk.open(caller, d -> {
            PackageRow p = d.find(PackageRow.class, id, "package");
            p.expectVersion(version, "package");
            PackageCheck.check(d, draft);
            requireFreeName(d, draft.name(), p);
            editions.next(d, p, draft, change == null ? Edition.Change.NOW_FOR_ALL : change);
            return PackageViews.one(d, p);
        });
    }

    @Override
    public List<Edition> editions(Caller caller, long id) {
        caller.require(Permission.PACKAGES_READ);
        return desk.open(caller, d -> PackageViews.editions(d, d.find(PackageRow.class, id, "package")));
    }

    @Override
    public void cancelEdition(Caller caller, long id, int number) {
        caller.require(Permission.PACKAGES_WRITE);
        desk.run(caller, d -> {
            PackageRow p = d.find(PackageRow.class, id, "package");
            EditionRow e = new Catalogue().editions(d, List.of(id)).get(id).stream().filter(x -> x.getNumber() == number).findFirst().orElseThrow(() -> new NotFound("edition"));
            if (!e.getFrom().isAfter(d.now())) throw new Conflict("edition " + number + " holds already; make a new one instead");
            d.em().remove(e);
            d.audit("package.cancel-edition", "package", id, e.told(p.getName()), null);
        });
    }

    @Override
    public void delete(Caller caller, long id) {
        caller.require(Permission.PACKAGES_WRITE);
        desk.run(caller, d -> {
            PackageRow p = d.find(PackageRow.class, id, "package");
            List<EditionRow> all = new Catalogue().editions(d, List.of(id)).get(id);
            var before = Catalogue.numbered(all, p.getEdition()).told(p.getName());
            if (isUsed(d, id) || elsewhere.onPackage(d, id).isPresent()) {
                if (p.isArchived()) return;
                p.archive();
                d.audit("package.archive", "package", id, before, Map.of("archived", true));
            } else {
                all.forEach(d.em()::remove);
                // of several deferred keys to one row that break Derby remembers only the first: its own rows go first, and so does what it remembers
                d.em().flush();
                d.em().remove(p);
                d.audit("package.delete", "package", id, before, null);
            }
        });
    }

    /** Sold, or named by something that was. */
    private static boolean isUsed(Desk d, long id) {
        for (String row : List.of("SubscriptionRow", "BillRow", "ScheduledRow", "CouponRow"))
            if (d.em().createQuery("select count(x) from " + row + " x where x.packageId = ?1", Long.class).setParameter(1, id).getSingleResult() > 0) return true;
        return false;
    }

    @Override
    public InternetPackage restore(Caller caller, long id) {
        caller.require(Permission.PACKAGES_WRITE);
        return desk.open(caller, d -> {
            PackageRow p = d.find(PackageRow.class, id, "package");
            if (!p.isArchived()) throw new Conflict("this package is sold already");
            requireFreeName(d, p.getName(), p);
            p.restore();
            d.audit("package.restore", "package", id, Map.of("archived", true), Map.of("archived", false));
            return PackageViews.one(d, p);
        });
    }

    private static void requireFreeName(Desk d, String name, PackageRow changed) {
        List<Long> same = d.em().createQuery("select p.id from PackageRow p where p.liveKey = ?1", Long.class).setParameter(1, PackageRow.key(name)).getResultList();
        if (same.stream().anyMatch(other -> changed == null || other.longValue() != changed.getId()))
            throw new Conflict("there is a package named " + name.strip() + " already");
    }
}
