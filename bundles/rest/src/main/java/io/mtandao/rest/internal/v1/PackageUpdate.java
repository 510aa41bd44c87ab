package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Packages.Edition.Change;
import io.mtandao.rest.internal.edge.Field;
import java.time.Instant;

/** What a package becomes, when, and for whom. */
public record PackageUpdate(
        @Field(needed = true, eg = "Home 10M") String name,
        @Field(needed = true, help = "of one period; with the tax unless the terms say otherwise") Amount price,
        @Field(needed = true) PeriodView period,
        @Field(needed = true, eg = "10000", help = "towards the subscriber, kilobit (1000) per second") Integer downKbps,
        @Field(needed = true, eg = "10000") Integer upKbps,
        @Field(eg = "home-10m", help = "PPP profile on the router; null for the package's name") String profile,
        @Field(help = "left out: as they are") PackageTermsView terms,
        @Field(help = "left out: now, for everybody") ChangeDraft change) {
    Packages.Draft toDraft(PackageTerms agreed) {
        return new Packages.Draft(name, Amount.money(price, "price"), PeriodView.period(period, "period"), downKbps, upKbps, profile, agreed);
    }

    Change toChange() {
        return change == null ? Change.NOW_FOR_ALL : new Change(change.from, change.forAll);
    }

    public record ChangeDraft(
            @Field(eg = "2029-12-31T21:00:00Z", help = "when the edition begins; null for now") Instant from,
            @Field(needed = true, help = "false: only for what is sold from then on") Boolean forAll) {}
}
