package io.mtandao.persistence;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.sessions.UnitOfWork;

/** Rows that lie together. */
public final class Ranges {
    /** Stands in the statement, where the connection to Derby finds it; for PostgreSQL it is a comment. */
    public static final String NARROW = "/* narrow */";
    /** Likewise. */
    public static final String IN_ORDER = "/* in order */";
    private static final int AT_MOST_TIMES = 2;
    /** Ids from so few numbers stand for few rows: all tables take theirs from one sequence. */
    private static final long NEAR = 5_000;

    private Ranges() {}

    /**
     * Whether a list of ids is to be asked for with its range beside it ({@code between ? and ? and in ?}), which Derby needs for an index ({@link #narrow}). For ids that
     * lie far apart the range helps nobody, and spoils it on PostgreSQL: having prepared the statement for any range it takes this for a short one and goes through all of
     * the ISP between the first id and the last, instead of looking up each.
     */
    public static boolean areNear(Collection<Long> ids) {
        return Collections.max(ids) - Collections.min(ids) < NEAR;
    }

    /**
     * Says that few rows of the table are within the {@code between ? and ?} of this query. Derby decides how it reads without the values, takes any range for a
     * ninth of the table, and then goes through all of it, other tenants' rows included, where it may have to wait for their locks. Told so, it uses the index that
     * begins with the tenant and the column. PostgreSQL knows by itself.
     */
    public static <R> TypedQuery<R> narrow(TypedQuery<R> query) {
        return query.setHint(QueryHints.HINT, NARROW);
    }

    /**
     * Says that only the first rows of this query's order are wanted, and that nothing but a tenant and a place in that order is asked for. Derby does not see how few that
     * are: of a large table it reads and sorts all. Told so, it follows the index that begins with the tenant and the order, if there is one. PostgreSQL knows by itself.
     */
    public static <R> TypedQuery<R> inOrder(TypedQuery<R> query) {
        return query.setHint(QueryHints.HINT, IN_ORDER);
    }

    /**
     * The rows whose attribute holds one of many ids, if hardly any others are in their range: then reading the range costs less than comparing each row with a
     * long list. In the order of the rows' ids.
     * @param and a further condition, with ?3 for the value, or null
     * @return empty if more than twice as many rows as ids are in the range; as many were read for nothing
     */
    public static <E extends TenantEntity> Optional<List<E>> dense(EntityManager em, Class<E> type, String attribute, Collection<Long> ids, String and, Object value) {
        String jpql = "select e from " + type.getSimpleName() + " e where e." + attribute + " between ?1 and ?2" + (and == null ? "" : " and " + and);
        int most = AT_MOST_TIMES * ids.size();
        TypedQuery<E> query = narrow(em.createQuery(jpql, type)).setParameter(1, Collections.min(ids)).setParameter(2, Collections.max(ids)).setMaxResults(most + 1);
        if (and != null) query.setParameter(3, value);
        List<E> found = query.getResultList();
        if (found.size() > most) return Optional.empty();
        DatabaseMapping of = em.unwrap(UnitOfWork.class).getDescriptor(type).getObjectBuilder().getMappingForAttributeName(attribute);
        Set<Long> asked = new HashSet<>(ids);
        return Optional.of(found.stream().filter(e -> asked.contains((Long) of.getAttributeValueFromObject(e))).sorted(Comparator.comparing(TenantEntity::getId)).toList());
    }
}
