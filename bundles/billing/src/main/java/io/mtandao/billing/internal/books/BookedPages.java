package io.mtandao.billing.internal.books;

import io.mtandao.billing.internal.books.Booked.Side;
import io.mtandao.persistence.Ranges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;

/** Reads bookings as they stand in the database. As plain values: a proof reads a million of them, and entities would stay with their unit of work. */
final class BookedPages {
    private static final String TRANSACTIONS = "select t.id, t.sourceKind, t.sourceId, t.memo, t.currency, t.causeId, t.bookedAt, t.bookedBy from LedgerTransactionRow t";
    private static final String ENTRIES = "select e.transactionId, e.account, e.amount, e.position, e.balanceAfter from LedgerEntryRow e";

    private BookedPages() {}

    /** By the positions of their links, both inclusive; what is gone is not among them. */
    static Map<Long, Booked> linked(EntityManager em, long first, long last) {
        String range = " and l.position between ?1 and ?2";
        return read(em, TRANSACTIONS + ", LedgerLinkRow l where l.transactionId = t.id" + range,
            ENTRIES + ", LedgerLinkRow l where l.transactionId = e.transactionId" + range + " order by e.id", first, last);
    }

    /** By their own ids, both inclusive, in that order. */
    static Map<Long, Booked> ofIds(EntityManager em, long first, long last) {
        return read(em, TRANSACTIONS + " where t.id between ?1 and ?2 order by t.id", ENTRIES + " where e.transactionId between ?1 and ?2 order by e.id", first, last);
    }

    private static Map<Long, Booked> read(EntityManager em, String transactions, String entries, long first, long last) {
        Map<Long, List<Side>> sides = new HashMap<>();
        for (Object[] e : rows(em, entries, first, last))
            sides.computeIfAbsent((Long) e[0], id -> new ArrayList<>()).add(new Side((String) e[1], (Long) e[2], (Long) e[3], (Long) e[4]));
        Map<Long, Booked> found = new LinkedHashMap<>();
        for (Object[] t : rows(em, transactions, first, last)) {
            Long id = (Long) t[0];
            found.put(id, new Booked(id, (String) t[1], (String) t[2], (String) t[3], (String) t[4], (Long) t[5], (Instant) t[6], (String) t[7], sides.getOrDefault(id, List.of())));
        }
        return found;
    }

    private static List<Object[]> rows(EntityManager em, String jpql, long first, long last) {
        return Ranges.narrow(em.createQuery(jpql, Object[].class)).setParameter(1, first).setParameter(2, last).getResultList();
    }
}
