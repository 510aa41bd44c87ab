package io.mtandao.billing.internal.catalogue;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.work.Jobs;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.PackageRow;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaPackages implements Packages {
    private static final int FASTEST_KBPS = 1_000_000_000;
    private final BillingDesk desk;
    private final Jobs jobs;

    @Activate
    public JpaPackages(@Reference BillingDesk desk, @Reference Jobs jobs) {
        this.desk = desk;
        this.jobs = jobs;
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
            check(d, draft, null);
            PackageRow p = new PackageRow(draft, true);
            d.em().persist(p);
            d.audit("package.create", "package", p.getId(), null, p.told());
            return PackageViews.one(d, p);
        });
    }

    @Override
    public InternetPackage update(Caller caller, long id, int version, Draft draft) {
        caller.require(Permission.PACKAGES_WRITE);
        return desk.open(caller, d -> {
            PackageRow p = d.find(PackageRow.class, id, "package");
            p.expectVersion(version, "package");
            check(d, draft, p);
            var before = p.told();
            String delivered = delivered(p);
            // a form saved with the 0 that stood there must not make a package free whose price nobody has told yet
            p.set(draft, p.isPriced() || draft.price().isPositive());
            d.audit("package.update", "package", id, before, p.told());
            // thousands may use it: the job tells the routers in portions
            if (!delivered.equals(delivered(p))) jobs.schedule(d.tenant(), PackageChangedJob.NAME, String.valueOf(id), d.now(), null);
            return PackageViews.one(d, p);
        });
    }

    private static String delivered(PackageRow p) {
        return p.getProfile() + "/" + p.getDownKbps() + "/" + p.getUpKbps();
    }

    @Override
    public void delete(Caller caller, long id) {
        caller.require(Permission.PACKAGES_WRITE);
        desk.run(caller, d -> {
            PackageRow p = d.find(PackageRow.class, id, "package");
            long sold = d.em().createQuery("select count(s) from SubscriptionRow s where s.packageId = ?1", Long.class).setParameter(1, id).getSingleResult();
            var before = p.told();
            if (sold == 0) {
                d.em().remove(p);
                d.audit("package.delete", "package", id, before, null);
            } else if (!p.isArchived()) {
                p.archive();
                d.audit("package.archive", "package", id, before, p.told());
            }
        });
    }

    private static void check(Desk d, Draft draft, PackageRow changed) {
        Invalid.Check c = new Invalid.Check().notBlank(draft.name(), "name", 100).atMost(draft.profile(), "profile", 100)
            .that(draft.price() != null, "price", "must be given").that(draft.period() != null, "period", "must be given")
            .that(draft.price() == null || !draft.price().isNegative(), "price", "must not be negative")
            .that(draft.downKbps() >= 0 && draft.downKbps() <= FASTEST_KBPS, "downKbps", "from 0 (unlimited) to " + FASTEST_KBPS)
            .that(draft.upKbps() >= 0 && draft.upKbps() <= FASTEST_KBPS, "upKbps", "from 0 (unlimited) to " + FASTEST_KBPS);
        c.orThrow();
        d.requireCurrency(draft.price(), "price");
        List<Long> same = d.em().createQuery("select p.id from PackageRow p where p.liveKey = ?1", Long.class).setParameter(1, PackageRow.key(draft.name()))
            .getResultList();
        if (same.stream().anyMatch(other -> changed == null || other.longValue() != changed.getId()))
            throw new Conflict("there is a package named " + draft.name().strip() + " already");
    }
}
