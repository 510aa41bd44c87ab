package io.mtandao.api.billing;

import io.mtandao.api.Money;
import java.time.Instant;

/**
 * What is sold: a speed for a time at a price.
 *
 * @param price for one period; with the tax when {@code terms.taxIncluded}
 * @param downKbps towards the subscriber, kilobit (1000) per second
 * @param profile name of the PPP profile on the router; made there when missing
 * @param edition number of the edition shown, from 1; what was sold under an earlier one may still stand (see {@link Packages})
 * @param editionFrom since when it holds
 * @param planned number of editions that are still to come
 */
public record InternetPackage(
        long id,
        int version,
        String name,
        Money price,
        Period period,
        int downKbps,
        int upKbps,
        String profile,
        boolean archived,
        long subscriptions,
        PackageTerms terms,
        int edition,
        Instant editionFrom,
        int planned) {
    /** A plain one in its first edition. */
    public InternetPackage(long id, int version, String name, Money price, Period period, int downKbps, int upKbps, String profile, boolean archived, long subscriptions) {
        this(id, version, name, price, period, downKbps, upKbps, profile, archived, subscriptions, PackageTerms.PLAIN, 1, Instant.EPOCH, 0);
    }
}
