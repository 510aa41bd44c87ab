package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.Packages;
import io.mtandao.rest.internal.edge.Field;
import java.time.Instant;

/** A package as it was sold, is sold, or will be. */
public record EditionView(
        @Field(eg = "2") int number,
        @Field(needed = true, help = "since when it holds") Instant from,
        @Field(help = "false: only for what was sold from then on") boolean forAll,
        @Field(needed = true) Amount price,
        @Field(needed = true) PeriodView period,
        @Field(eg = "10000") int downKbps,
        @Field(eg = "10000") int upKbps,
        @Field(eg = "home-10m") String profile,
        @Field(needed = true) PackageTermsView terms,
        @Field(help = "how many stand under it") long subscriptions) {
    static EditionView of(Packages.Edition e) {
        return new EditionView(e.number(), e.from(), e.forAll(), Amount.of(e.price()), PeriodView.of(e.period()), e.downKbps(), e.upKbps(), e.profile(),
            PackageTermsView.of(e.terms()), e.subscriptions());
    }
}
