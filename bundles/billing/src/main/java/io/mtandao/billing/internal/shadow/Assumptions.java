package io.mtandao.billing.internal.shadow;

import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.ShadowBilling.Assumption;
import io.mtandao.billing.internal.catalogue.Catalogue;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.ShadowRule.Assumed;
import io.mtandao.billing.internal.rules.ShadowRule.Terms;
import io.mtandao.billing.internal.rules.TaxTable;
import io.mtandao.billing.internal.rules.TaxTable.Tax;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an assumption means for each bill. */
final class Assumptions {
    private static final Terms NOTHING = new Terms(0, true, new Tax(TaxTable.DEFAULT, null, 0));
    private final Desk d;
    private final Assumption a;
    private final TaxTable taxes;
    private final Map<Long, List<EditionRow>> editions;

    /** @param packageIds of the bills */
    Assumptions(Desk d, Assumption a, TaxTable taxes, Catalogue catalogue, Collection<Long> packageIds) {
        this.d = d;
        this.a = a;
        this.taxes = taxes;
        this.editions = catalogue.editions(d, packageIds);
    }

    /** @throws Invalid with a text per field @throws NotFound for a package that is not this ISP's */
    static void check(Desk d, Assumption a, Catalogue catalogue) {
        Invalid.Check c = new Invalid.Check().that(a.from() != null, "from", "must be given").that(a.to() != null, "to", "must be given")
            .that(a.from() == null || a.to() == null || a.from().isBefore(a.to()), "to", "must be after the begin")
            .that(a.taxPercentHundredths() == null || a.taxPercentHundredths() >= 0 && a.taxPercentHundredths() <= 10_000, "taxPercentHundredths",
                "from 0 to 10000")
            .that(a.editions().keySet().stream().noneMatch(a.prices()::containsKey), "editions", "another price or another edition of a package, not both");
        a.prices().forEach((id, price) -> c.that(price.currency().equals(d.currency()) && !price.isNegative(), "prices." + id,
            "not negative, and in " + d.currency()));
        c.orThrow();
        Set<Long> named = new HashSet<>(a.prices().keySet());
        named.addAll(a.editions().keySet());
        Map<Long, List<EditionRow>> all = catalogue.editions(d, named);
        if (!all.keySet().containsAll(named)) throw new NotFound("package");
        a.editions().forEach((id, number) -> c.that(all.get(id).stream().anyMatch(e -> e.getNumber() == number), "editions." + id,
            "there is no edition " + number));
        c.orThrow();
    }

    Assumed of(BillRow bill, SubscriptionRow s) {
        boolean own = s != null && s.getOwnPrice() != null;
        // a late fee, a top-up: there is no package whose price could be another
        if (bill.getPackageId() == null) return new Assumed(NOTHING, NOTHING, own, a.taxPercentHundredths());
        LocalDate day = LocalDate.ofInstant(bill.getIssuedAt(), d.zone());
        Terms was = terms(bill.getPackageId(), bill.getEdition(), day);
        Terms would = was;
        Integer other = a.editions().get(bill.getPackageId());
        if (other != null) would = terms(bill.getPackageId(), other, day);
        if (a.prices().containsKey(bill.getPackageId())) would = new Terms(a.prices().get(bill.getPackageId()).minor(), was.taxIncluded(), was.tax());
        return new Assumed(was, would, own, a.taxPercentHundredths());
    }

    private Terms terms(long packageId, int number, LocalDate day) {
        EditionRow e = Catalogue.numbered(editions.get(packageId), number);
        return new Terms(e.getPriceMinor(), e.getTerms().taxIncluded(), taxes.of(e.getTerms().taxCode(), day));
    }
}
