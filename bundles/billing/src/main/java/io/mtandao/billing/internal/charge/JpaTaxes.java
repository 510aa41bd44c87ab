package io.mtandao.billing.internal.charge;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.TaxRate;
import io.mtandao.api.billing.Taxes;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.desk.FilterText;
import io.mtandao.billing.internal.entity.TaxRateRow;
import io.mtandao.billing.internal.rules.TaxTable;
import io.mtandao.persistence.Listing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaTaxes implements Taxes {
    private static final Listing<TaxRateRow> LISTING = Listing.of(TaxRateRow.class)
        .sort("code", "code", TaxRateRow::getCode)
        .byDefault("code")
        .filter("code", (text, where) -> where.and("e.code = ?", TaxTable.code(text)))
        .search((text, where) -> FilterText.search(text, where, "e.code like ? escape '!' or lower(e.name) like ? escape '!'"));
    /** Nothing is numbered by it: taking its next number makes all who change rates wait for each other, so that no two of them overlap. */
    private static final String TURN = "tax-rate";
    private final BillingDesk desk;

    @Activate
    public JpaTaxes(@Reference BillingDesk desk) {
        this.desk = desk;
    }

    @Override
    public Page<TaxRate> list(Caller caller, ListQuery query) {
        caller.require(Permission.PACKAGES_READ);
        return desk.open(caller, d -> LISTING.page(d.em(), query, TaxRateRow::view));
    }

    @Override
    public TaxRate get(Caller caller, long id) {
        caller.require(Permission.PACKAGES_READ);
        return desk.open(caller, d -> d.find(TaxRateRow.class, id, "tax rate").view());
    }

    @Override
    public TaxRate create(Caller caller, Draft draft) {
        caller.require(Permission.PACKAGES_WRITE);
        check(draft);
        return desk.open(caller, d -> {
            d.next(TURN);
            requireFreeDays(d, draft, null);
            TaxRateRow t = new TaxRateRow(draft.code(), draft.name(), draft.percentHundredths(), draft.from(), draft.until());
            d.em().persist(t);
            d.audit("tax-rate.create", "tax-rate", t.getId(), null, told(t));
            return written(d, t);
        });
    }

    @Override
    public TaxRate update(Caller caller, long id, int version, Draft draft) {
        caller.require(Permission.PACKAGES_WRITE);
        check(draft);
        return desk.open(caller, d -> {
            d.next(TURN);
            TaxRateRow t = d.find(TaxRateRow.class, id, "tax rate");
            t.expectVersion(version, "tax rate");
            if (hasBegun(d, t)) checkFixed(d, t, draft);
            requireFreeDays(d, draft, t);
            var before = told(t);
            t.set(draft.code(), draft.name(), draft.percentHundredths(), draft.from(), draft.until());
            d.audit("tax-rate.update", "tax-rate", id, before, told(t));
            return written(d, t);
        });
    }

    @Override
    public void delete(Caller caller, long id) {
        caller.require(Permission.PACKAGES_WRITE);
        desk.run(caller, d -> {
            TaxRateRow t = d.find(TaxRateRow.class, id, "tax rate");
            if (hasBegun(d, t)) throw new Conflict("this rate holds since " + t.getFrom() + "; give it a last day instead");
            d.em().remove(t);
            d.audit("tax-rate.delete", "tax-rate", id, told(t), null);
        });
    }

    @Override
    public Money withTax(Caller caller, Money net, String code) {
        caller.require(Permission.PACKAGES_READ);
        return desk.open(caller, d -> net.plus(Money.of(new Charges().taxes(d).of(code, d.today()).on(net.minor()), net.currency())));
    }

    private static TaxRate written(Desk d, TaxRateRow t) {
        // versions are known once written
        d.em().flush();
        return t.view();
    }

    private static boolean hasBegun(Desk d, TaxRateRow t) {
        return !t.getFrom().isAfter(d.today());
    }

    private static void check(Draft r) {
        new Invalid.Check().notBlank(r.code(), "code", 30).notBlank(r.name(), "name", 60)
            .that(r.code() == null || r.code().isBlank() || r.code().strip().matches("[A-Za-z0-9][A-Za-z0-9._-]*"), "code",
                "letters, digits, dots, dashes and underscores")
            .that(r.percentHundredths() >= 0 && r.percentHundredths() <= 10_000, "percentHundredths", "from 0 to 10000, which is 100 %")
            .that(r.from() != null, "from", "must be given")
            .that(r.from() == null || r.until() == null || !r.until().isBefore(r.from()), "until", "must not be before the first day").orThrow();
    }

    /** Bills were written with it. */
    private static void checkFixed(Desk d, TaxRateRow t, Draft draft) {
        boolean same = TaxTable.code(draft.code()).equals(t.getCode()) && draft.percentHundredths() == t.getPercentHundredths()
            && draft.from().equals(t.getFrom());
        if (!same) throw new Conflict("this rate holds since " + t.getFrom() + "; give it a last day and make another for the days after");
        if (draft.until() != null && draft.until().isBefore(d.today()) && !draft.until().equals(t.getUntil()))
            throw Invalid.field("until", "must not be before today: bills were written with it");
    }

    private static void requireFreeDays(Desk d, Draft draft, TaxRateRow changed) {
        for (TaxRateRow other : d.em().createQuery("select t from TaxRateRow t where t.code = ?1", TaxRateRow.class)
            .setParameter(1, TaxTable.code(draft.code())).getResultList()) {
            if (changed != null && Objects.equals(other.getId(), changed.getId())) continue;
            boolean before = draft.until() != null && draft.until().isBefore(other.getFrom());
            boolean after = other.getUntil() != null && draft.from().isAfter(other.getUntil());
            if (!before && !after)
                throw new Conflict("the rate " + other.getName() + " of this code holds from " + other.getFrom()
                    + (other.getUntil() == null ? " on" : " to " + other.getUntil()));
        }
    }

    private static Map<String, Object> told(TaxRateRow t) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("code", t.getCode());
        m.put("name", t.getName());
        m.put("percentHundredths", t.getPercentHundredths());
        m.put("from", t.getFrom().toString());
        m.put("until", String.valueOf(t.getUntil()));
        return m;
    }
}
