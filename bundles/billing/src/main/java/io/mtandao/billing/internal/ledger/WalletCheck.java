package io.mtandao.billing.internal.ledger;

import io.mtandao.api.Caller;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.WalletRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares every kept balance with the sum of its entries, in pages, so that no tenant is too large for it. */
final class WalletCheck {
    private static final int PAGE = 1000;
    private final BillingDesk desk;
    private final Books books;

    private record Page(String last, List<String> suspects) {}

    private record Sums(long balance, long entries, long position) {
        static final Sums NONE = new Sums(0, 0, 0);
    }

    WalletCheck(BillingDesk desk, Books books) {
        this.desk = desk;
        this.books = books;
    }

    /** The first that is wrong, or null. */
    String fault(Caller caller) {
        String after = "";
        while (true) {
            String from = after;
            Page page = desk.open(caller, d -> page(d, from));
            if (page.last() == null) return null;
            for (String account : page.suspects()) {
                String fault = desk.open(caller, d -> surely(d, account));
                if (fault != null) return fault;
            }
            after = page.last();
        }
    }

    private static Page page(Desk d, String after) {
        String jpql = "select w.account, w.balance, w.entries from WalletRow w where w.account > ?1 order by w.account";
        List<Object[]> wallets = d.em().createQuery(jpql, Object[].class).setParameter(1, after).setMaxResults(PAGE).getResultList();
        if (wallets.isEmpty()) return new Page(null, List.of());
        String last = (String) wallets.get(wallets.size() - 1)[0];
        Map<String, Sums> sums = sums(d, (String) wallets.get(0)[0], last);
        return new Page(last, wallets.stream().filter(w -> fault((String) w[0], (Long) w[1], (Long) w[2], sums) != null).map(w -> (String) w[0]).toList());
    }

    /** A booking may have come between the two queries; under the wallet's lock none can. */
    private String surely(Desk d, String account) {
        WalletRow w = books.kept(d, account).orElseThrow();
        return fault(account, w.getBalance(), w.getEntries(), sums(d, account, account));
    }

    /** Of the kept accounts from one to another, in the database's own order. */
    private static Map<String, Sums> sums(Desk d, String first, String last) {
        String jpql = "select e.account, sum(e.amount), count(e), max(e.position) from LedgerEntryRow e"
            + " where e.account between ?1 and ?2 and e.position is not null group by e.account";
        Map<String, Sums> byAccount = new HashMap<>();
        for (Object[] row : d.em().createQuery(jpql, Object[].class).setParameter(1, first).setParameter(2, last).getResultList())
            byAccount.put((String) row[0], new Sums(((Number) row[1]).longValue(), ((Number) row[2]).longValue(), ((Number) row[3]).longValue()));
        return byAccount;
    }

    private static String fault(String account, long balance, long entries, Map<String, Sums> sums) {
        Sums s = sums.getOrDefault(account, Sums.NONE);
        if (s.balance() != balance) return account + " says " + balance + ", its entries sum to " + s.balance();
        return s.entries() == entries && s.position() == entries ? null : account + " counts " + entries + " entries, there are " + s.entries();
    }
}
