package io.mtandao.billing.internal.search;

import io.mtandao.persistence.Listing.Where;
import java.util.ArrayList;
import java.util.List;

/** A piece of JPQL with a '?' for each of its values. */
record Clause(String jpql, List<Object> values) {
    static Clause of(String jpql, Object... values) {
        return new Clause(jpql, List.of(values));
    }

    Clause and(Clause other) {
        return joined(" and ", other);
    }

    Clause or(Clause other) {
        return joined(" or ", other);
    }

    private Clause joined(String by, Clause other) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(other.values);
        return new Clause(jpql + by + other.jpql, all);
    }

    /** With text around it, which has no values. */
    Clause within(String before, String after) {
        return new Clause(before + jpql + after, values);
    }

    void narrow(Where where) {
        where.and(jpql, values.toArray());
    }
}
