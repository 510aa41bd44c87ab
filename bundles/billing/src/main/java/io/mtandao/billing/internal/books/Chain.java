package io.mtandao.billing.internal.books;

import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.LedgerHeadRow;
import io.mtandao.persistence.LostRace;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.LockModeType;

/**
 * Seals every booking into its tenant's chain, all of a unit of work together, before its commit. The head's lock is what puts the units of a tenant in a row;
 * it is taken last (wallets, then number series, then the head) and held for the commit alone. Who holds it waits for nobody, so no circle of waiting
 * can go through it.
 */
public final class Chain {
    /** What the running unit of work has booked and not yet sealed. */
    private static final class Unsealed {
        private List<Booked> bookings = new ArrayList<>();

        List<Booked> taken() {
            List<Booked> all = bookings;
            bookings = new ArrayList<>();
            return all;
        }
    }

    /** Where a chain ends. @param hash of the last link */
    public record End(long position, String hash) {}

    void add(Desk d, Booked booked) {
        Unsealed unsealed = d.perUnit(Unsealed.class, Unsealed::new);
        unsealed.bookings.add(booked);
        // hooked on twice: so it comes behind all that others do at the end of this unit, and their locks before the head's
        if (unsealed.bookings.size() == 1) d.beforeCommit(x -> d.beforeCommit(y -> seal(d, unsealed)));
    }

    static boolean hasUnsealed(Desk d) {
        return !d.perUnit(Unsealed.class, Unsealed::new).bookings.isEmpty();
    }

    private static void seal(Desk d, Unsealed unsealed) {
        LedgerHeadRow head = locked(d);
        for (Booked b : unsealed.taken()) grow(d, head, b);
    }

    static void grow(Desk d, LedgerHeadRow head, Booked b) {
        d.em().persist(head.grow(b.transactionId(), b.hash(d.tenant().value(), head.getPosition() + 1, head.getHash())));
    }

    /** The head under its lock; makes it for a tenant from before there were chains. */
    static LedgerHeadRow locked(Desk d) {
        List<LedgerHeadRow> found = d.em().createQuery("select h from LedgerHeadRow h", LedgerHeadRow.class).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        return found.isEmpty() ? begun(d, EarlierBookings.NONE_SEALED) : found.get(0);
    }

    /** Who begins it at the same moment is repeated and finds it. */
    static LedgerHeadRow begun(Desk d, long sealedTo) {
        if (isHeadless(d)) throw new IllegalStateException("the ledger's chain has links but no head; nothing is booked before that is mended");
        return LostRace.made(d.em(), new LedgerHeadRow(Booked.BEGINNING, sealedTo));
    }

    /** Whether somebody took the head away. */
    static boolean isHeadless(Desk d) {
        // in this order: whoever sees a link sees the head that was committed before it
        Long last = d.em().createQuery("select max(l.position) from LedgerLinkRow l", Long.class).getSingleResult();
        return last != null && d.em().createQuery("select count(h) from LedgerHeadRow h", Long.class).getSingleResult() == 0;
    }

    /** Without a lock: what is committed. What comes before it never changes any more. */
    static End end(Desk d) {
        List<Object[]> found = d.em().createQuery("select h.position, h.hash from LedgerHeadRow h", Object[].class).getResultList();
        return found.isEmpty() ? new End(0, Booked.BEGINNING) : new End((Long) found.get(0)[0], (String) found.get(0)[1]);
    }
}
