package io.mtandao.billing.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Bill;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The wallets, and the accounts on the other side. Knows what only whoever was there can know: which money came. */
final class Purses {
    private final Village village;
    private final Returns returns;
    private final Map<Long, Long> in = new HashMap<>();
    private final Map<Long, Long> paid = new HashMap<>();
    private final Map<Long, Long> lastPaid = new HashMap<>();
    private final Map<Long, Set<Long>> payers = new HashMap<>();
    private long mpesa;
    private long adjustments;
    private long vouchers;
    private long earned;
    private long givenUp;
    private long returned;

    Purses(Village village) {
        this.village = village;
        returns = new Returns(village);
    }

    void in(long who, long minor) {
        in.merge(payer(who), minor, Long::sum);
        mpesa += minor;
    }

    void adjusted(long who, long minor) {
        in.merge(payer(who), minor, Long::sum);
        adjustments += minor;
    }

    void voucher(long who, long minor) {
        in.merge(payer(who), minor, Long::sum);
        vouchers += minor;
    }

    void moved(long from, long to, long minor) {
        in.merge(payer(from), -minor, Long::sum);
        in.merge(payer(to), minor, Long::sum);
    }

    /** Of a deposit, as the ledger has it: to those who had paid of its bills, and to who pays now and owes. */
    void returned(Seen seen, SubscriptionRow s, long minor) {
        Map<Long, Long> back = new HashMap<>();
        village.isp.db.tx().in(village.isp.id, em -> em.createQuery("select w.subscriberId, e.amount from LedgerEntryRow e, LedgerTransactionRow t, WalletRow w"
            + " where t.id = e.transactionId and w.account = e.account and t.sourceKind = 'deposit' and t.sourceId = ?1", Object[].class)
            .setParameter(1, "" + s.getId()).getResultList()).forEach(r -> back.merge((Long) r[0], (Long) r[1], Long::sum));
        assertThat(back.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(minor);
        Set<Long> left = new HashSet<>();
        seen.bills().stream().filter(b -> s.getId().equals(b.getSubscriptionId())).forEach(b -> left.addAll(payers.getOrDefault(b.getId(), Set.of())));
        back.forEach((who, part) -> assertThat(left.contains(who) || who == s.getPayerId() && seen.wallets().get(who) < 0)
            .as("%s has left the deposit of %s, or owes", who, village.line(s.getId())).isTrue());
        back.forEach((who, part) -> in.merge(who, part, Long::sum));
        returned += minor;
    }

    private long payer(long who) {
        return village.isp.db.tx().in(village.isp.id, em -> {
            Long payer = em.find(SubscriberRow.class, who).getPayerId();
            return payer == null ? who : payer;
        });
    }

    /** Whether another wallet than the one that pays it now has paid of this bill. */
    boolean isPaidByOthers(BillRow b) {
        return payers.getOrDefault(b.getId(), Set.of()).stream().anyMatch(who -> who != b.getPayerId());
    }

    /** Each wallet is what came in less what was paid of bills, with what came back, and all of it is in the books. */
    void look(Seen seen) {
        earned = 0;
        givenUp = 0;
        for (BillRow b : seen.bills()) {
            boolean stands = b.getKind() == Bill.Kind.BILL && b.getState() != Bill.State.VOID;
            long booked = b.getKind() == Bill.Kind.CREDIT_NOTE ? 0 : b.isDebt() ? b.getTotalMinor() : b.getPaidMinor();
            long lost = b.getState() == Bill.State.WRITTEN_OFF ? b.getTotalMinor() - b.getPaidMinor() - b.getCreditedMinor() : 0;
            earned += stands ? booked : 0;
            earned -= b.getKind() == Bill.Kind.CREDIT_NOTE ? b.getTotalMinor() : 0;
            givenUp += lost;
            // who pays may change while a bill is paid in parts: each part came from the wallet that paid then
            Long before = lastPaid.put(b.getId(), booked - lost);
            long now = booked - lost - (before == null ? 0 : before);
            paid.merge(b.getPayerId(), now, Long::sum);
            if (now > 0) payers.computeIfAbsent(b.getId(), x -> new HashSet<>()).add(b.getPayerId());
            assertThat(b.getPaidMinor()).as("paid of bill %s", b.getNumber()).isBetween(0L, b.getTotalMinor());
        }
        returns.look(seen);
        wallets(seen);
    }

    private void wallets(Seen seen) {
        Map<Long, Long> expected = new HashMap<>(in);
        paid.forEach((who, minor) -> expected.merge(who, -minor, Long::sum));
        returns.byWallet().forEach((who, minor) -> expected.merge(who, minor, Long::sum));
        seen.wallets().forEach((who, minor) -> assertThat(minor).as("the wallet of %s", who).isEqualTo(expected.getOrDefault(who, 0L)));
        for (Map.Entry<Long, Long> w : seen.wallets().entrySet()) {
            long open = seen.bills().stream().filter(b -> b.isDebt() && b.getPayerId() == w.getKey()).mapToLong(BillRow::getOpenMinor).sum();
            assertThat(open).as("what is open of debts is missing in the wallet").isLessThanOrEqualTo(Math.max(0, -w.getValue()));
        }
    }

    /** As {@link #look} saw it last. @param accounts credit less debit, by name */
    void audit(Map<String, Long> accounts) {
        long inBooks = accounts.entrySet().stream().filter(e -> e.getKey().equals("income") || e.getKey().startsWith("tax:") || e.getKey().equals("deposits"))
            .mapToLong(Map.Entry::getValue).sum();
        assertThat(inBooks).as("income and taxes are what the bills say").isEqualTo(earned - returned - village.papers.depositsGivenUp());
        assertThat(accounts.getOrDefault("deposits", 0L)).as("the deposits are what the bills say").isEqualTo(village.papers.deposits());
        assertThat(accounts.getOrDefault("money:mpesa", 0L)).isEqualTo(-mpesa);
        assertThat(accounts.getOrDefault("adjustments", 0L)).isEqualTo(-adjustments);
        assertThat(accounts.getOrDefault("money:voucher", 0L)).isEqualTo(-vouchers);
        assertThat(accounts.getOrDefault("write-offs", 0L)).isEqualTo(village.papers.depositsGivenUp() - givenUp);
    }
}
