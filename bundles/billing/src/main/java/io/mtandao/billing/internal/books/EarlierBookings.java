package io.mtandao.billing.internal.books;

import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.LedgerHeadRow;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Seals the bookings of versions that had no chain, in the order of their ids, a page in a unit of work of its own. A chain that has them all says so in its
 * head for good: from then on a booking without a link is a forgery.
 */
final class EarlierBookings {
    static final long NONE_SEALED = 0;
    static final long ALL_SEALED = Long.MAX_VALUE;
    private static final int PAGE = 500;

    private EarlierBookings() {}

    /**
     * Reads before it takes the head's lock: under it, Derby would have it wait for bookings of units that wait for the head.
     *
     * @return whether there may be more
     */
    static boolean seal(Desk d) {
        // this unit's own are about to be sealed; and a chain that lost its head is not begun anew
        if (Chain.hasUnsealed(d) || Chain.isHeadless(d)) return false;
        List<Long> head = d.em().createQuery("select h.sealedTo from LedgerHeadRow h", Long.class).getResultList();
        long before = head.isEmpty() ? NONE_SEALED : head.get(0);
        if (before == ALL_SEALED) return false;
        // a booking and its link are committed together, so what is seen without one never had one
        Set<Long> ids = new TreeSet<>(d.em().createQuery("select t.id from LedgerTransactionRow t where t.id > ?1 and not exists (select l from LedgerLinkRow l where l.transactionId = t.id)"
                + " order by t.id", Long.class).setParameter(1, before).setMaxResults(PAGE).getResultList());
        long last = ids.isEmpty() ? ALL_SEALED : Collections.max(ids);
        List<Booked> page = ids.isEmpty() ? List.of()
            : BookedPages.ofIds(d.em(), Collections.min(ids), last).values().stream().filter(b -> ids.contains(b.transactionId())).toList();
        LedgerHeadRow locked = Chain.locked(d);
        // another was faster
        if (locked.getSealedTo() != before) return true;
        for (Booked b : page) Chain.grow(d, locked, b);
        locked.sealedTo(last);
        return !ids.isEmpty();
    }
}
