package io.mtandao.billing.internal.ledger;

import io.mtandao.billing.internal.books.Booked;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.books.Chain;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.LedgerProofRow;
import io.mtandao.persistence.Ranges;
import java.util.List;
import java.util.Map;

/**
 * Walks along the chain page by page, from its beginning to where it ended when the walk began, and computes every hash anew. What is found wrong is named;
 * the walk ends there.
 */
final class ChainCheck {
    private static final int PAGE = 500;
    private final Books books;
    private final Chain.End end;
    private final LedgerProofRow proved;
    private long position;
    private long entries;
    private String hash = Booked.BEGINNING;
    private String fault;

    private record Link(long position, long transaction, String previous, String hash) {}

    /** @param proved the last proof that found it whole, or null: what was proved then must still be there */
    ChainCheck(Books books, Chain.End end, LedgerProofRow proved) {
        this.books = books;
        this.end = end;
        this.proved = proved;
        if (proved != null && proved.getPosition() > end.position())
            fault = "the chain ends at link " + end.position() + ", but " + proved.getPosition() + " links were proved on " + proved.getProvedAt();
    }

    boolean goesOn() {
        return fault == null && position < end.position();
    }

    void page(Desk d) {
        long last = Math.min(position + PAGE, end.position());
        Map<Long, Booked> booked = books.bookedAt(d, position + 1, last);
        for (Link link : links(d, position + 1, last)) {
            fault = fault(d, link, booked.get(link.transaction()));
            if (fault != null) return;
            position = link.position();
            hash = link.hash();
        }
        if (position < last) fault = missing(position + 1);
    }

    private static List<Link> links(Desk d, long first, long last) {
        String jpql = "select l.position, l.transactionId, l.previousHash, l.hash from LedgerLinkRow l where l.position between ?1 and ?2 order by l.position";
        return Ranges.narrow(d.em().createQuery(jpql, Object[].class)).setParameter(1, first).setParameter(2, last).getResultList().stream()
            .map(r -> new Link((Long) r[0], (Long) r[1], (String) r[2], (String) r[3])).toList();
    }

    private String fault(Desk d, Link link, Booked b) {
        if (link.position() != position + 1) return missing(position + 1);
        if (b == null) return "transaction " + link.transaction() + " of link " + link.position() + " is gone";
        if (b.sides().isEmpty()) return b.name() + " has no entries";
        entries += b.sides().size();
        if (b.sum() != 0) return b.name() + " sums to " + b.sum();
        if (!b.currency().equals(d.currency())) return b.name() + " is in " + b.currency() + ", not in " + d.currency();
        if (!link.previous().equals(hash)) return "link " + link.position() + " (" + b.name() + ") does not continue the link before it";
        if (!b.hash(d.tenant().value(), link.position(), hash).equals(link.hash())) return b.name() + " is not what was booked: link " + link.position() + " does not fit it";
        if (proved != null && proved.getPosition() == link.position() && !proved.getHead().equals(link.hash()))
            return "link " + link.position() + " (" + b.name() + ") is not the one that was proved on " + proved.getProvedAt();
        return null;
    }

    private static String missing(long position) {
        return "link " + position + " of the chain is missing";
    }

    /** What is wrong, once the walk is over; or null. */
    String fault() {
        if (fault != null || hash.equals(end.hash())) return fault;
        return "link " + position + ", the last, is not the one that the head of the chain names";
    }

    long entries() {
        return entries;
    }
}
