package io.mtandao.billing.internal.ledger;

import io.mtandao.api.billing.Ledger.Proof;
import io.mtandao.billing.internal.desk.Desk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks the books of one ISP: every transaction sums to zero, every kept balance is the sum of its entries, and no entry is missing in between. */
final class LedgerProof {
    private static final int PAGE = 1000;

    Proof of(Desk d) {
        long transactions = one(d, "select count(t) from LedgerTransactionRow t");
        String fault = unbalanced(d);
        if (fault == null) fault = hollow(d, transactions);
        if (fault == null) fault = foreignCurrency(d);
        if (fault == null) fault = wrongBalance(d);
        return new Proof(fault == null, transactions, fault);
    }

    private static String unbalanced(Desk d) {
        String jpql = "select e.transactionId, sum(e.amount) from LedgerEntryRow e group by e.transactionId having sum(e.amount) <> 0";
        List<Object[]> found = d.em().createQuery(jpql, Object[].class).setMaxResults(1).getResultList();
        return found.isEmpty() ? null : "transaction " + found.get(0)[0] + " sums to " + found.get(0)[1];
    }

    private static String hollow(Desk d, long transactions) {
        long withEntries = one(d, "select count(distinct e.transactionId) from LedgerEntryRow e");
        return withEntries == transactions ? null : (transactions - withEntries) + " transactions without entries";
    }

    private static String foreignCurrency(Desk d) {
        long found = d.em().createQuery("select count(t) from LedgerTransactionRow t where t.currency <> ?1", Long.class).setParameter(1, d.currency())
            .getSingleResult();
        return found == 0 ? null : found + " transactions in another currency than " + d.currency();
    }

    /** Account by account in pages, so that no tenant is too large for it. */
    private static String wrongBalance(Desk d) {
        String after = "";
        while (true) {
            String jpql = "select w.account, w.balance, w.entries from WalletRow w where w.account > ?1 order by w.account";
            List<Object[]> page = d.em().createQuery(jpql, Object[].class).setParameter(1, after).setMaxResults(PAGE).getResultList();
            if (page.isEmpty()) return null;
            Map<String, Object[]> sums = sums(d, (String) page.get(0)[0], (String) page.get(page.size() - 1)[0]);
            for (Object[] w : page) {
                String fault = compared(w, sums.get((String) w[0]));
                if (fault != null) return fault;
            }
            after = (String) page.get(page.size() - 1)[0];
        }
    }

    /** Of the kept accounts from one to another, in the database's own order. */
    private static Map<String, Object[]> sums(Desk d, String first, String last) {
        String jpql = "select e.account, sum(e.amount), count(e), max(e.position) from LedgerEntryRow e"
            + " where e.account between ?1 and ?2 and e.position is not null group by e.account";
        Map<String, Object[]> byAccount = new HashMap<>();
        for (Object[] row : d.em().createQuery(jpql, Object[].class).setParameter(1, first).setParameter(2, last).getResultList())
            byAccount.put((String) row[0], row);
        return byAccount;
    }

    private static String compared(Object[] wallet, Object[] sum) {
        long balance = number(wallet, 1), entries = number(wallet, 2);
        if (number(sum, 1) != balance) return wallet[0] + " says " + balance + ", its entries sum to " + number(sum, 1);
        return number(sum, 2) == entries && number(sum, 3) == entries ? null : wallet[0] + " counts " + entries + " entries, there are " + number(sum, 2);
    }

    private static long number(Object[] row, int column) {
        return row == null || row[column] == null ? 0 : ((Number) row[column]).longValue();
    }

    private static long one(Desk d, String jpql) {
        return d.em().createQuery(jpql, Long.class).getSingleResult();
    }
}
