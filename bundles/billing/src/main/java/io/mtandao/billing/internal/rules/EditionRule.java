package io.mtandao.billing.internal.rules;

import java.time.Instant;
import java.util.Collection;

/**
 * Which edition of a package holds for a subscription: the one it was sold under, until a later one that is meant for everybody has begun. Those for
 * new sales only are passed over.
 */
public final class EditionRule {
    private EditionRule() {}

    public record Facts(int number, Instant from, boolean forAll) {}

    /** @param sold number of the edition it stands under now */
    public static int holding(int sold, Collection<Facts> editions, Instant now) {
        int holding = sold;
        for (Facts e : editions) if (e.number() > holding && e.forAll() && !e.from().isAfter(now)) holding = e.number();
        return holding;
    }

    /** The one that is sold now: the latest that has begun. */
    public static int sold(Collection<Facts> editions, Instant now) {
        int sold = 0;
        for (Facts e : editions) if (e.number() > sold && !e.from().isAfter(now)) sold = e.number();
        return sold;
    }
}
