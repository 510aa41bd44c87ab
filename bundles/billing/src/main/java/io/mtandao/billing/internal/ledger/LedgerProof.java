package io.mtandao.billing.internal.ledger;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.Ledger.Proof;
import io.mtandao.billing.internal.books.Booked;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.books.Chain;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.LedgerProofRow;
import java.util.List;
import java.util.Optional;

/**
 * Checks the books of one ISP: every transaction sums to zero and is what was booked, the chain has every one and nothing else, every kept balance is the sum
 * of its entries. In units of work of a page each, beside the running business, which it does not hold up; what is booked meanwhile is for the next proof.
 */
final class LedgerProof {
    private final BillingDesk desk;
    private final Books books;
    private final WalletCheck wallets;

    /** @param fault what is wrong already */
    private record Start(Chain.End end, LedgerProofRow proved, String fault) {}

    LedgerProof(BillingDesk desk, Books books) {
        this.desk = desk;
        this.books = books;
        this.wallets = new WalletCheck(desk, books);
    }

    Proof of(Caller caller) {
        sealEarlier(caller);
        Start start = desk.open(caller, this::start);
        ChainCheck chain = new ChainCheck(books, start.end(), start.proved());
        while (chain.goesOn()) desk.run(caller, chain::page);
        String fault = chain.fault() == null ? start.fault() : chain.fault();
        if (fault == null) fault = desk.open(caller, LedgerProof::unlinked);
        if (fault == null) fault = wallets.fault(caller);
        String found = fault;
        return desk.open(caller, d -> kept(d, new LedgerProofRow(d.now(), start.end().position(), chain.entries(), start.end().position(), start.end().hash(), found)));
    }

    /** Bookings from before there were chains belong to the books as well. Nothing is done when that is done. */
    void sealEarlier(Caller caller) {
        while (desk.open(caller, books::sealEarlier)) {
            // the next page, in a unit of work of its own
        }
    }

    private Start start(Desk d) {
        if (books.isHeadless(d)) return new Start(new Chain.End(0, Booked.BEGINNING), null, "the chain has links but no head");
        // in this order: what is linked now the head, read afterwards, must know
        Long last = d.em().createQuery("select max(l.position) from LedgerLinkRow l", Long.class).getSingleResult();
        Chain.End end = books.chainEnd(d);
        String beyond = last == null || last <= end.position() ? null : "link " + last + " lies beyond the head of the chain, which is at " + end.position();
        List<LedgerProofRow> proved = d.em().createQuery("select p from LedgerProofRow p where p.whole = ?1 order by p.provedAt desc, p.id desc", LedgerProofRow.class)
            .setParameter(1, true).setMaxResults(1).getResultList();
        return new Start(end, proved.isEmpty() ? null : proved.get(0), beyond);
    }

    private static String unlinked(Desk d) {
        Long found = d.em().createQuery("select min(t.id) from LedgerTransactionRow t where not exists (select l from LedgerLinkRow l where l.transactionId = t.id)", Long.class)
            .getSingleResult();
        return found == null ? null : "transaction " + found + " is in no link of the chain";
    }

    private static Proof kept(Desk d, LedgerProofRow row) {
        d.em().persist(row);
        return proof(row);
    }

    static Optional<Proof> last(Desk d) {
        return d.em().createQuery("select p from LedgerProofRow p order by p.provedAt desc, p.id desc", LedgerProofRow.class).setMaxResults(1).getResultList().stream()
            .findFirst().map(LedgerProof::proof);
    }

    private static Proof proof(LedgerProofRow row) {
        return new Proof(row.isWhole(), row.getTransactions(), row.getFirstFault(), row.getEntries(), row.getPosition() == 0 ? null : row.getHead(), row.getProvedAt());
    }
}
