package io.mtandao.billing.internal.books;

import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.LedgerHeadRow;
import io.mtandao.persistence.LostRace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.persistence.LockModeType;

/**
 * Seals every booking into its tenant's chain, all of a unit of work together, before its commit. The head's lock is what puts the units of a tenant in a row;
 * it is taken last (wallets, then number series, then the head) and held for the commit alone. Who holds it waits for nobody, so no circle of waiting
 * can go through it.
 */
public final class Chain {
    private static final int PAGE = 1000;

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

    private static void seal(Desk d, Unsealed unsealed) {
        LedgerHeadRow head = locked(d);
        for (Booked b : unsealed.taken()) grow(d, head, b);
    }

    private static void grow(Desk d, LedgerHeadRow head, Booked b) {
        d.em().persist(head.grow(b.transactionId(), b.hash(d.tenant().value(), head.getPosition() + 1, head.getHash())));
    }

    /** The head under its lock; makes it for a tenant that has none. Who does so at the same moment is repeated and finds it. */
    private static LedgerHeadRow locked(Desk d) {
        List<LedgerHeadRow> found = d.em().createQuery("select h from LedgerHeadRow h", LedgerHeadRow.class).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        if (!found.isEmpty()) return found.get(0);
        if (links(d) > 0) throw new IllegalStateException("the ledger's chain has links but no head; nothing is booked before that is mended");
        LedgerHeadRow made = LostRace.made(d.em(), new LedgerHeadRow(Booked.BEGINNING));
        sealEarlier(d, made);
        return made;
    }

    /** Bookings of versions that had no chain, in the order of their ids. */
    private static void sealEarlier(Desk d, LedgerHeadRow head) {
        Set<Long> own = new HashSet<>();
        d.perUnit(Unsealed.class, Unsealed::new).bookings.forEach(b -> own.add(b.transactionId()));
        long last = 0;
        while (true) {
            List<Long> ids = d.em().createQuery("select t.id from LedgerTransactionRow t where t.id > ?1 order by t.id", Long.class)
                .setParameter(1, last).setMaxResults(PAGE).getResultList();
            if (ids.isEmpty()) return;
            last = ids.get(ids.size() - 1);
            for (Booked b : BookedPages.ofIds(d.em(), ids.get(0), last).values()) if (!own.contains(b.transactionId())) grow(d, head, b);
            d.em().flush();
        }
    }

    private static long links(Desk d) {
        return d.em().createQuery("select count(l) from LedgerLinkRow l", Long.class).getSingleResult();
    }

    /** Without a lock: what is committed. What comes before it never changes any more. */
    static End end(Desk d) {
        List<Object[]> found = d.em().createQuery("select h.position, h.hash from LedgerHeadRow h", Object[].class).getResultList();
        if (!found.isEmpty()) return new End((Long) found.get(0)[0], (String) found.get(0)[1]);
        LedgerHeadRow made = locked(d);
        return new End(made.getPosition(), made.getHash());
    }
}
