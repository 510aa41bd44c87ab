package io.mtandao.persistence;

import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/**
 * A list of one entity, paged by key in the database. Describe it once (sorts, filters, search), then ask for pages and counts. The entity is
 * {@code e} in all JPQL; sort attributes must be NOT NULL.
 */
public final class Listing<E> {
    private final Class<E> type;
    private final Function<E, Long> id;
    private final Map<String, Sort<E>> sorts = new LinkedHashMap<>();
    private final Map<String, Narrow> filters = new LinkedHashMap<>();
    private Narrow search;
    private String byDefault = "-id";

    private record Sort<E>(String attribute, Function<E, ? extends Comparable<?>> value) {}

    /** Adds conditions for a filter's or the search's text. */
    public interface Narrow {
        void by(String text, Where where);
    }

    private Listing(Class<E> type, Function<E, Long> id) {
        this.type = type;
        this.id = id;
        sort("id", "id", id);
    }

    public static <E extends TenantEntity> Listing<E> of(Class<E> type) {
        return new Listing<>(type, TenantEntity::getId).sort("createdAt", "createdAt", TenantEntity::getCreatedAt);
    }

    /** Of a platform table, read through {@link TenantTx#platform}. */
    public static <E> Listing<E> ofPlatform(Class<E> type, Function<E, Long> id) {
        return new Listing<>(type, id);
    }

    /** @param value of String, Long, Integer or Instant */
    public Listing<E> sort(String name, String attribute, Function<E, ? extends Comparable<?>> value) {
        sorts.put(name, new Sort<>(attribute, value));
        return this;
    }

    public Listing<E> byDefault(String sort) {
        byDefault = sort;
        return this;
    }

    public Listing<E> filter(String name, Narrow narrow) {
        filters.put(name, narrow);
        return this;
    }

    public Listing<E> search(Narrow narrow) {
        search = narrow;
        return this;
    }

    public long count(EntityManager em, ListQuery query) {
        Where w = narrowed(em, query);
        TypedQuery<Long> q = em.createQuery("select count(e) from " + type.getSimpleName() + " e" + w.text(), Long.class);
        w.bind(q);
        return q.getSingleResult();
    }

    public <R> Page<R> page(EntityManager em, ListQuery query, Function<E, R> map) {
        String wanted = query.sort() == null ? byDefault : query.sort();
        boolean down = wanted.startsWith("-");
        Sort<E> sort = sorts.get(down ? wanted.substring(1) : wanted);
        if (sort == null) throw Invalid.field("sort", "one of " + String.join(", ", sorts.keySet()) + ", with '-' before it for descending");
        Where w = narrowed(em, query);
        boolean all = w.parts.isEmpty();
        if (query.cursor() != null) Cursor.of(query.cursor(), wanted).goOn(w, sort.attribute, down);
        String order = " order by e." + sort.attribute + (down ? " desc" : "") + (sort.attribute.equals("id") ? "" : ", e.id" + (down ? " desc" : ""));
        TypedQuery<E> q = em.createQuery("select e from " + type.getSimpleName() + " e" + w.text() + order, type);
        w.bind(q);
        if (all) Ranges.inOrder(q);
        List<E> rows = q.setMaxResults(query.limit() + 1).getResultList();
        boolean more = rows.size() > query.limit();
        List<E> shown = more ? rows.subList(0, query.limit()) : rows;
        E last = more ? shown.get(shown.size() - 1) : null;
        return new Page<>(shown.stream().map(map).toList(), last == null ? null : new Cursor(wanted, sort.value.apply(last), id.apply(last)).text());
    }

    private Where narrowed(EntityManager em, ListQuery query) {
        Where w = new Where(em);
        query.filters().forEach((name, value) -> {
            Narrow n = filters.get(name);
            if (n == null) throw Invalid.field(name, "no such filter; there are: " + String.join(", ", filters.keySet()));
            n.by(value, w);
        });
        if (query.search() != null && search != null) search.by(query.search().strip(), w);
        return w;
    }

    /** At least one value, to a power of two of them by repeating the last: few lengths mean few statements, and Derby compiles a class for each. */
    public static <V> List<V> padded(Collection<V> values) {
        List<V> padded = new ArrayList<>(values);
        int length = Integer.highestOneBit(2 * padded.size() - 1);
        while (padded.size() < length) padded.add(padded.get(padded.size() - 1));
        return padded;
    }

    /** The conditions of one query, all joined by and. */
    public static final class Where {
        private final EntityManager em;
        private final List<String> parts = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        private Where(EntityManager em) {
            this.em = em;
        }

        /**
         * Asks for ids by a query of its own, for a filter that a database would else decide row by row: what an index finds is then told by {@link #oneOf}.
         *
         * @param jpql with a '?' for each value
         * @param most how many are told at most; one more than what is useful says that there are too many
         */
        public List<Long> ids(int most, String jpql, Object... given) {
            return asked(Long.class, most, jpql, given);
        }

        /** As {@link #ids}, of what else helps to decide. */
        public <R> List<R> asked(Class<R> result, int most, String jpql, Object... given) {
            Where asked = new Where(em);
            TypedQuery<R> q = em.createQuery(asked.numbered(jpql, given), result);
            asked.bind(q);
            return q.setMaxResults(most).getResultList();
        }

        /** The attribute is one of the ids. */
        public Where oneOf(String attribute, Collection<Long> ids) {
            return ids.isEmpty() ? and(attribute + " is null and " + attribute + " is not null") : and(among(attribute, ids), values(ids));
        }

        /** Says that the attribute is one of some ids; {@link #values} are its values. @param ids at least one; what {@link Ranges#areNear} says of them counts */
        public static String among(String attribute, Collection<Long> ids) {
            return Ranges.areNear(ids) ? "(" + attribute + " between ? and ? and " + attribute + " in ?)" : attribute + " in ?";
        }

        /** @param ids at least one */
        public static Object[] values(Collection<Long> ids) {
            return Ranges.areNear(ids) ? new Object[] {Collections.min(ids), Collections.max(ids), padded(ids)} : new Object[] {padded(ids)};
        }

        /** @param jpql with a '?' for each value */
        public Where and(String jpql, Object... given) {
            parts.add("(" + numbered(jpql, given) + ")");
            return this;
        }

        private String numbered(String jpql, Object... given) {
            StringBuilder b = new StringBuilder();
            int used = 0;
            for (char c : jpql.toCharArray()) {
                if (c == '?') {
                    values.add(given[used++]);
                    b.append('?').append(values.size());
                } else b.append(c);
            }
            return b.toString();
        }

        /**
         * A boolean attribute, compared as text: together with a function (the lower() of a search) EclipseLink prints parameters into the statement for Derby, a
         * boolean as the number 1, which Derby refuses.
         */
        public Where is(String attribute, boolean value) {
            return and("cast(" + attribute + " as varchar(5)) = ?", String.valueOf(value));
        }

        String text() {
            return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
        }

        void bind(TypedQuery<?> q) {
            for (int i = 0; i < values.size(); i++) q.setParameter(i + 1, values.get(i));
        }
    }

    private record Cursor(String sort, Comparable<?> value, long id) {
        String text() {
            char kind = value instanceof Instant ? 'T' : value instanceof Integer ? 'I' : value instanceof Long ? 'L' : 'S';
            String plain = sort + "\n" + kind + value + "\n" + id;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        static Cursor of(String text, String sort) {
            try {
                String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                int first = plain.indexOf('\n'), last = plain.lastIndexOf('\n');
                if (!plain.substring(0, first).equals(sort)) throw Invalid.field("cursor", "belongs to another sort order");
                String v = plain.substring(first + 2, last);
                Comparable<?> value = switch (plain.charAt(first + 1)) {
                    case 'T' -> Instant.parse(v);
                    case 'I' -> Integer.valueOf(v);
                    case 'L' -> Long.valueOf(v);
                    default -> v;
                };
                return new Cursor(sort, value, Long.parseLong(plain.substring(last + 1)));
            } catch (Invalid e) {
                throw e;
            } catch (RuntimeException e) {
                throw Invalid.field("cursor", "not one that a list gave");
            }
        }

        void goOn(Where w, String attribute, boolean down) {
            String cmp = down ? "<" : ">";
            if (attribute.equals("id")) {
                w.and("e.id " + cmp + " ?", id);
                return;
            }
            // the first condition says nothing new, but it is the one by which a database finds the place in its index: none does by an "or"
            w.and("e." + attribute + " " + cmp + "= ?", value);
            w.and("e." + attribute + " " + cmp + " ? or (e." + attribute + " = ? and e.id " + cmp + " ?)", value, value, id);
        }
    }
}
