package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.InternetPackage;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import io.mtandao.rest.internal.edge.Versioned;
import java.time.Instant;

/** A package in the edition that holds. */
public record PackageView(
        long id,
        int version,
        @Field(needed = true, eg = "Home 10M") String name,
        @Field(needed = true) Amount price,
        @Field(needed = true) PeriodView period,
        @Field(eg = "10000") int downKbps,
        @Field(eg = "10000") int upKbps,
        @Field(eg = "home-10m") String profile,
        boolean archived,
        @Field(help = "how many use it") long subscriptions,
        @Field(needed = true) PackageTermsView terms,
        @Field(eg = "2", help = "number of the edition shown") int edition,
        @Field(needed = true, help = "since when it holds") Instant editionFrom,
        @Field(eg = "0", help = "editions still to come") int planned) implements Identified, Versioned {
    static PackageView of(InternetPackage p) {
        return new PackageView(p.id(), p.version(), p.name(), Amount.of(p.price()), PeriodView.of(p.period()), p.downKbps(), p.upKbps(), p.profile(),
            p.archived(), p.subscriptions(), PackageTermsView.of(p.terms()), p.edition(), p.editionFrom(), p.planned());
    }
}
