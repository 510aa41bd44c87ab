package io.mtandao.billing.internal.ledger;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.Ledger.Received;
import io.mtandao.billing.internal.bill.Renewals;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.books.Posting;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.LedgerTransactionRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.WalletRow;
import java.util.Map;
import java.util.TreeMap;

/** What staff book into and out of wallets, each with its reason and told in the audit. */
final class BookingsByHand {
    private static final int REASON = 400;
    private static final int METHOD = 30;
    private final Books books;
    private final Renewals renewals;

    BookingsByHand(Books books, Renewals renewals) {
        this.books = books;
        this.renewals = renewals;
    }

    Money adjust(Desk d, long subscriberId, Money signed, String reason) {
        new Invalid.Check().that(signed != null && !signed.isZero(), "amount", "must not be zero").notBlank(reason, "reason", REASON).orThrow();
        d.requireCurrency(signed, "amount");
        WalletRow wallet = books.payingWallet(d, subscriberId);
        Money before = d.money(wallet.getBalance());
        books.book(d, new Posting("adjustment", number(d), reason.strip(), null).to(Posting.ADJUSTMENTS, -signed.minor()).to(wallet, signed.minor()));
        told(d, "wallet.adjust", wallet, before, Map.of("reason", reason));
        // what was given may pay debts; it buys nothing by itself
        renewals.settleDebts(d, wallet);
        return d.money(wallet.getBalance());
    }

    Received transfer(Desk d, long from, long to, Money amount, String reason) {
        checked(d, amount).that(from != to, "to", "must be another subscriber").notBlank(reason, "reason", REASON).orThrow();
        // in the order of their ids: two who transfer to each other at once do not wait for each other
        long giving = books.payer(d, from), taking = books.payer(d, to);
        if (giving == taking) throw new Conflict("both are paid by the same wallet already");
        WalletRow first = books.wallet(d, Math.min(giving, taking)), second = books.wallet(d, Math.max(giving, taking));
        // who pays may have changed while this waited for the locks
        if (books.payer(d, from) != giving || books.payer(d, to) != taking) throw new Stale("subscriber");
        WalletRow source = giving < taking ? first : second, target = giving < taking ? second : first;
        covers(d, source, amount);
        String giver = account(d, from), receiver = account(d, to);
        Money sourceBefore = d.money(source.getBalance()), targetBefore = d.money(target.getBalance());
        Posting posting = new Posting("transfer", number(d), "Transfer from " + giver + " to " + receiver + ": " + reason.strip(), null);
        LedgerTransactionRow t = books.book(d, posting.to(source, -amount.minor()).to(target, amount.minor()));
        told(d, "wallet.transfer", source, sourceBefore, Map.of("to", receiver, "reason", reason));
        told(d, "wallet.transfer", target, targetBefore, Map.of("from", giver, "reason", reason));
        int renewed = renewals.spend(d, target, t.getId());
        return new Received(d.money(target.getBalance()), renewed);
    }

    Money refund(Desk d, long subscriberId, Money amount, String method, String reference, String reason) {
        checked(d, amount).notBlank(method, "method", METHOD).notBlank(reference, "reference", 100).notBlank(reason, "reason", REASON).orThrow();
        WalletRow wallet = books.payingWallet(d, subscriberId);
        String kind = "refund:" + method.strip(), id = reference.strip();
        if (books.of(d, kind, id).isPresent()) throw new Conflict("a refund by " + method.strip() + " with the reference " + id + " is booked already");
        covers(d, wallet, amount);
        Money before = d.money(wallet.getBalance());
        books.book(d, new Posting(kind, id, reason.strip(), null).to(wallet, -amount.minor()).to(Posting.money(method.strip()), amount.minor()));
        told(d, "wallet.refund", wallet, before, Map.of("method", method.strip(), "reference", id, "reason", reason));
        return d.money(wallet.getBalance());
    }

    private static Invalid.Check checked(Desk d, Money amount) {
        if (amount != null) d.requireCurrency(amount, "amount");
        return new Invalid.Check().that(amount != null && amount.isPositive(), "amount", "must be above zero");
    }

    private static void covers(Desk d, WalletRow wallet, Money amount) {
        if (wallet.getBalance() < amount.minor()) throw new Conflict("there is only " + d.money(wallet.getBalance()) + " in the wallet");
    }

    /** Of one series for all of them; its lock is taken after the wallets' and before the head's. */
    private static String number(Desk d) {
        return String.valueOf(d.next(DoubleEntryLedger.ADJUSTMENTS));
    }

    private static String account(Desk d, long subscriberId) {
        return d.find(SubscriberRow.class, subscriberId, "subscriber").getAccount();
    }

    private static void told(Desk d, String action, WalletRow wallet, Money before, Map<String, String> how) {
        Map<String, String> after = new TreeMap<>(how);
        after.put("balance", d.money(wallet.getBalance()).toString());
        d.audit(action, "subscriber", wallet.getSubscriberId(), Map.of("balance", before.toString()), after);
    }
}
