package io.mtandao.billing.internal.charge;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.AddOn;
import io.mtandao.api.billing.AddOns;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.desk.FilterText;
import io.mtandao.billing.internal.entity.AddOnRow;
import io.mtandao.persistence.Listing;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaAddOns implements AddOns {
    static final long DEAREST_MINOR = 1_000_000_000_000L;
    private static final long MOST_MEGABYTES = 1_000_000_000;
    private static final Listing<AddOnRow> LISTING = Listing.of(AddOnRow.class)
        .sort("name", "nameKey", AddOnRow::getNameKey)
        .byDefault("name")
        .filter("archived", (text, where) -> where.and("e.archived = ?", FilterText.flag("archived", text)))
        .filter("recurring", (text, where) -> where.and("e.recurring = ?", FilterText.flag("recurring", text)))
        .search((text, where) -> FilterText.search(text, where, "e.nameKey like ? escape '!'"));
    private final BillingDesk desk;

    @Activate
    public JpaAddOns(@Reference BillingDesk desk) {
        this.desk = desk;
    }

    @Override
    public Page<AddOn> list(Caller caller, ListQuery query) {
        caller.require(Permission.PACKAGES_READ);
        return desk.open(caller, d -> LISTING.page(d.em(), query, AddOnRow::view));
    }

    @Override
    public AddOn get(Caller caller, long id) {
        caller.require(Permission.PACKAGES_READ);
        return desk.open(caller, d -> d.find(AddOnRow.class, id, "add-on").view());
    }

    @Override
    public AddOn create(Caller caller, Draft draft) {
        caller.require(Permission.PACKAGES_WRITE);
        return desk.open(caller, d -> {
            check(d, draft);
            requireFreeName(d, draft.name(), null);
            AddOnRow a = new AddOnRow(draft);
            d.em().persist(a);
            d.audit("add-on.create", "add-on", a.getId(), null, a.told());
            return written(d, a);
        });
    }

    @Override
    public AddOn update(Caller caller, long id, int version, Draft draft) {
        caller.require(Permission.PACKAGES_WRITE);
        return desk.open(caller, d -> {
            AddOnRow a = d.find(AddOnRow.class, id, "add-on");
            a.expectVersion(version, "add-on");
            check(d, draft);
            if (!a.isArchived()) requireFreeName(d, draft.name(), a);
            var before = a.told();
            a.set(draft);
            d.audit("add-on.update", "add-on", id, before, a.told());
            return written(d, a);
        });
    }

    @Override
    public void delete(Caller caller, long id) {
        caller.require(Permission.PACKAGES_WRITE);
        desk.run(caller, d -> {
            AddOnRow a = d.find(AddOnRow.class, id, "add-on");
            long sold = d.em().createQuery("select count(i) from ItemRow i where i.addOnId = ?1", Long.class).setParameter(1, id).getSingleResult();
            if (sold == 0) {
                d.em().remove(a);
                d.audit("add-on.delete", "add-on", id, a.told(), null);
            } else if (!a.isArchived()) {
                a.archive();
                d.audit("add-on.archive", "add-on", id, a.told(), Map.of("archived", true));
            }
        });
    }

    private static AddOn written(Desk d, AddOnRow a) {
        // versions are known once written
        d.em().flush();
        return a.view();
    }

    private static void check(Desk d, Draft r) {
        new Invalid.Check().notBlank(r.name(), "name", 100).that(r.price() != null, "price", "must be given")
            .that(r.price() == null || !r.price().isNegative() && r.price().minor() <= DEAREST_MINOR, "price", "must not be negative, nor beyond all reason")
            .atMost(r.taxCode(), "taxCode", 30).that(r.dataMegabytes() >= 0 && r.dataMegabytes() <= MOST_MEGABYTES, "dataMegabytes",
                "from 0 (none) to " + MOST_MEGABYTES)
            .that(r.dataMegabytes() == 0 || !r.recurring(), "recurring", "data is bought for the running period, so it does not recur").orThrow();
        d.requireCurrency(r.price(), "price");
    }

    private static void requireFreeName(Desk d, String name, AddOnRow changed) {
        List<Long> same = d.em().createQuery("select a.id from AddOnRow a where a.liveKey = ?1", Long.class).setParameter(1, AddOnRow.key(name))
            .getResultList();
        if (same.stream().anyMatch(other -> changed == null || other.longValue() != changed.getId()))
            throw new Conflict("there is an add-on named " + name.strip() + " already");
    }
}
