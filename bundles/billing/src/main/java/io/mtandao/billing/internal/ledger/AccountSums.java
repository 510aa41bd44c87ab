package io.mtandao.billing.internal.ledger;

import io.mtandao.api.billing.Ledger.TrialBalance;
import io.mtandao.api.billing.Ledger.TrialBalance.Account;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.Desk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.TypedQuery;

/** The trial balance: the sum of every account, all wallets as one. */
final class AccountSums {
    private static final String WALLETS = "wallet:%";
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");
    private final Books books;

    AccountSums(Books books) {
        this.books = books;
    }

    /** Over the bookings that the chain has now: they never change, so its two queries agree although business goes on between them. @param at null for now */
    TrialBalance trialBalance(Desk d, Instant at) {
        long end = books.chainEnd(d).position();
        List<Account> accounts = new ArrayList<>();
        Object[] wallets = query(d, "select sum(e.amount), count(e)", "like ?3", "", end, at).getSingleResult();
        if ((Long) wallets[1] > 0) accounts.add(account(d, "wallets", wallets[0], wallets[1]));
        for (Object[] row : query(d, "select e.account, sum(e.amount), count(e)", "not like ?3", " group by e.account order by e.account", end, at).getResultList())
            accounts.add(account(d, (String) row[0], row[1], row[2]));
        long debits = accounts.stream().mapToLong(a -> a.debit().minor()).sum(), credits = accounts.stream().mapToLong(a -> a.credit().minor()).sum();
        return new TrialBalance(at == null ? d.now() : at, accounts, d.money(debits), d.money(credits));
    }

    private static TypedQuery<Object[]> query(Desk d, String select, String like, String group, long end, Instant at) {
        String jpql = select + " from LedgerEntryRow e, LedgerTransactionRow t, LedgerLinkRow l where t.id = e.transactionId and l.transactionId = e.transactionId"
            + " and l.position <= ?1 and t.bookedAt <= ?2 and e.account " + like + group;
        return d.em().createQuery(jpql, Object[].class).setParameter(1, end).setParameter(2, at == null ? EVER : at).setParameter(3, WALLETS);
    }

    /** Amounts are signed credit-positive in the ledger. */
    private static Account account(Desk d, String name, Object sum, Object entries) {
        long minor = ((Number) sum).longValue();
        return new Account(name, d.money(Math.max(-minor, 0)), d.money(Math.max(minor, 0)), ((Number) entries).longValue());
    }
}
