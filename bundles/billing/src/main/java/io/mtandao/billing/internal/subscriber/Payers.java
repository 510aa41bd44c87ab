package io.mtandao.billing.internal.subscriber;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.billing.Bill;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Who pays for whom: one step, never a chain. Decided under the locks of all wallets that it concerns, so that no money arrives in between. */
final class Payers {
    private final Books books;

    Payers(Books books) {
        this.books = books;
    }

    /** Of one who is new: nothing of the own can stand against it. Locks the payer's wallet. */
    void check(Desk d, Long payer) {
        if (payer == null) return;
        requireThere(d, payer);
        books.wallet(d, payer);
        requireNoPayer(d, payer);
    }

    /**
     * What is paid for moves along: the subscriptions, and the open bills that wait for money. A debt stays where it was booked. Call it before other changes
     * of the row are written: who pays is read before a wallet is locked, and again afterwards.
     *
     * @param payer null for the own wallet
     */
    void change(Desk d, SubscriberRow s, Long payer) {
        if (Objects.equals(payer, s.getPayerId())) return;
        long own = s.getId();
        if (payer != null) {
            if (payer == own) throw Invalid.field("payerId", "nobody is the payer of the own account; leave it empty");
            requireThere(d, payer);
        }
        // in the order of their ids: two who do this at once do not wait for each other
        Stream.of(own, s.getPayerId(), payer).filter(Objects::nonNull).distinct().sorted().forEach(id -> books.wallet(d, id));
        if (payer != null) {
            requireNoPayer(d, payer);
            requireFree(d, own);
        }
        s.paidBy(payer);
        long paying = payer == null ? own : payer;
        d.ofIds(SubscriptionRow.class, "subscriberId", List.of(own)).forEach(x -> x.paidBy(paying));
        d.ofIds(BillRow.class, "subscriberId", List.of(own), "e.state = ?3", Bill.State.OPEN).stream().filter(b -> !b.isDebt()).forEach(b -> b.paidBy(paying));
    }

    /** @throws Conflict when this one pays for others */
    static void requireForNobody(Desk d, long id) {
        long others = d.em().createQuery("select count(s) from SubscriberRow s where s.payerId = ?1", Long.class).setParameter(1, id).getSingleResult();
        if (others > 0) throw new Conflict("this subscriber pays for " + others + (others == 1 ? " other" : " others") + "; give them another payer first");
    }

    private static void requireThere(Desk d, long payer) {
        if (d.em().find(SubscriberRow.class, payer) == null) throw Invalid.field("payerId", "there is no such subscriber");
    }

    private void requireNoPayer(Desk d, long payer) {
        if (books.payer(d, payer) != payer) throw new Conflict("somebody else pays for this payer; choose that one");
    }

    private void requireFree(Desk d, long own) {
        requireForNobody(d, own);
        long balance = books.wallet(d, own).getBalance();
        if (balance != 0) throw new Conflict("there is " + d.money(balance) + " in the own wallet; transfer it first");
    }
}
