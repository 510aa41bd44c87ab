package io.mtandao.billing.internal.ledger;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Ledger.Received;
import io.mtandao.api.billing.Ledger.Source;
import io.mtandao.billing.internal.bill.Renewals;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.books.Posting;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.LedgerEntryRow;
import io.mtandao.billing.internal.entity.LedgerTransactionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Money from outside, booked once per source: the lock makes repeats wait, the unique key refuses what got past. */
final class Intake {
    /** Sets the second booking of a payment apart from its first, so that assigning may name the payment as its source too. */
    private static final String ASSIGN = ":assign";
    private final Books books;
    private final Renewals renewals;

    Intake(Books books, Renewals renewals) {
        this.books = books;
        this.renewals = renewals;
    }

    Received receive(Desk d, long subscriberId, Money amount, Source source, String memo) {
        checked(d, amount, source);
        WalletRow wallet = books.payingWallet(d, subscriberId);
        Optional<LedgerTransactionRow> done = books.of(d, source.kind(), source.id());
        if (done.isPresent()) return answered(d, done.get());
        Posting posting = new Posting(source.kind(), source.id(), memo(memo, source), null);
        return credited(d, wallet, books.book(d, posting.to(Posting.money(source.method()), -amount.minor()).to(wallet, amount.minor())), amount);
    }

    void receiveUnmatched(Desk d, Money amount, Source source, String memo) {
        checked(d, amount, source);
        WalletRow suspense = books.suspense(d);
        if (books.of(d, source.kind(), source.id()).isPresent()) return;
        Posting posting = new Posting(source.kind(), source.id(), memo(memo, source), null);
        LedgerTransactionRow t = books.book(d, posting.to(Posting.money(source.method()), -amount.minor()).to(suspense, amount.minor()));
        d.audit("ledger.unmatched", "ledger", t.getId(), null, told(t, amount, d.money(suspense.getBalance())));
    }

    Received assign(Desk d, long subscriberId, Money amount, Source source, String memo) {
        checked(d, amount, source);
        WalletRow suspense = books.suspense(d);
        WalletRow wallet = books.payingWallet(d, subscriberId);
        Optional<LedgerTransactionRow> done = books.of(d, source.kind() + ASSIGN, source.id());
        if (done.isPresent()) return answered(d, done.get());
        if (suspense.getBalance() < amount.minor()) throw new Conflict("there is only " + d.money(suspense.getBalance()) + " of unmatched money");
        Posting posting = new Posting(source.kind() + ASSIGN, source.id(), memo(memo, source), null);
        return credited(d, wallet, books.book(d, posting.to(suspense, -amount.minor()).to(wallet, amount.minor())), amount);
    }

    private Received credited(Desk d, WalletRow wallet, LedgerTransactionRow t, Money amount) {
        d.audit("ledger.receive", "subscriber", wallet.getSubscriberId(), null, told(t, amount, d.money(wallet.getBalance())));
        int renewed = renewals.spend(d, wallet, t.getId());
        return new Received(d.money(wallet.getBalance()), renewed);
    }

    /** The same answer as the first time, from the entries that the first time wrote: the credit, and one for each renewal. */
    private Received answered(Desk d, LedgerTransactionRow t) {
        List<LedgerEntryRow> wrote = books.walletEntries(d, t.getId()).stream().filter(e -> !e.getAccount().equals(Posting.SUSPENSE)).toList();
        if (wrote.isEmpty()) throw new Conflict("this money was booked as unmatched; assign it to the subscriber");
        return new Received(d.money(wrote.get(wrote.size() - 1).getBalanceAfter()), wrote.size() - 1);
    }

    private static void checked(Desk d, Money amount, Source s) {
        new Invalid.Check().that(amount != null && amount.isPositive(), "amount", "must be above zero")
            .notBlank(s.kind(), "source.kind", 30).notBlank(s.id(), "source.id", 100).notBlank(s.method(), "source.method", 40).orThrow();
        d.requireCurrency(amount, "amount");
    }

    private static String memo(String memo, Source s) {
        return memo == null || memo.isBlank() ? s.kind() + " " + s.id() : memo.strip();
    }

    private static Map<String, String> told(LedgerTransactionRow t, Money amount, Money balance) {
        return Map.of("amount", amount.toString(), "source", t.getSourceKind() + "/" + t.getSourceId(), "balance", balance.toString());
    }
}
