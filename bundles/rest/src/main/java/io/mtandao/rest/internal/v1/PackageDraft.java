package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.Packages;
import io.mtandao.rest.internal.edge.Field;

/** A package that is to be sold. */
public record PackageDraft(
        @Field(needed = true, eg = "Home 10M") String name,
        @Field(needed = true, help = "of one period; with the tax unless the terms say otherwise") Amount price,
        @Field(needed = true) PeriodView period,
        @Field(needed = true, eg = "10000", help = "towards the subscriber, kilobit (1000) per second") Integer downKbps,
        @Field(needed = true, eg = "10000") Integer upKbps,
        @Field(eg = "home-10m", help = "PPP profile on the router; null for the package's name") String profile,
        @Field(help = "left out: prepaid PPPoE with the tax in the price, and nothing else agreed") PackageTermsView terms) {
    Packages.Draft toDraft() {
        return new Packages.Draft(name, Amount.money(price, "price"), PeriodView.period(period, "period"), downKbps, upKbps, profile,
            terms == null ? null : terms.toTerms());
    }
}
