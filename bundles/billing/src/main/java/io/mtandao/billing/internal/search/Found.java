package io.mtandao.billing.internal.search;

import io.mtandao.persistence.Listing.Where;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Ids that were found, or that there are too many to be named. @param ids null for too many */
record Found(Set<Long> ids) {
    private static final int FEW = 500;
    static final Found NONE = new Found(Set.of());
    static final Found MANY = new Found(null);

    /** @param select of ids, of which some may come more than once */
    static Found by(Clause select, Where where) {
        List<Long> ids = where.ids(FEW + 1, select.jpql(), select.values().toArray());
        return ids.size() > FEW ? MANY : new Found(new TreeSet<>(ids));
    }

    boolean isNone() {
        return ids != null && ids.isEmpty();
    }

    boolean isMany() {
        return ids == null;
    }

    Found and(Found other) {
        if (isMany() || other.isMany()) return MANY;
        Set<Long> both = new TreeSet<>(ids);
        both.addAll(other.ids);
        return both.size() > FEW ? MANY : new Found(both);
    }

    /** A condition: the attribute is one of these; the other says the same of too many. */
    Clause among(String attribute, Clause ofMany) {
        return isMany() ? ofMany.within("(", ")") : among(attribute, ids);
    }

    static Clause among(String attribute, Collection<Long> ids) {
        return Clause.of(Where.among(attribute, ids), Where.values(ids));
    }
}
