package io.mtandao.billing.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Bill;
import io.mtandao.billing.internal.entity.BillRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Money of bills that came back, as the ledger has it: to whom had paid it, who paid last first, and to nobody more than was paid from there. */
final class Returns {
    private final Village village;
    private final Set<Long> known = new HashSet<>();
    private final Map<Long, Long> byWallet = new HashMap<>();

    /** @param source as in the ledger, for example {@code bill 17:300} */
    private record Entry(long transaction, String source, long who, long minor) {}

    /** What one wallet paid of a bill, and what is on it still. */
    private record Part(long who, long minor) {}

    Returns(Village village) {
        this.village = village;
    }

    Map<Long, Long> byWallet() {
        return byWallet;
    }

    void look(Seen seen) {
        for (BillRow b : seen.bills()) {
            boolean back = b.getKind() == Bill.Kind.CREDIT_NOTE || b.getState() == Bill.State.VOID;
            if (!back || !known.add(b.getId())) continue;
            boolean note = b.getKind() == Bill.Kind.CREDIT_NOTE;
            BillRow bill = note ? seen.bills().stream().filter(x -> x.getId().equals(b.getRefersTo())).findFirst().orElseThrow() : b;
            replay(seen, bill, note ? "credit-note " + b.getId() : "bill-void " + b.getId());
        }
    }

    /** All that was booked of a bill, from the first on. @param wanted what of it is counted now */
    private void replay(Seen seen, BillRow bill, String wanted) {
        Map<Long, List<Entry>> booked = new TreeMap<>();
        entries(seen, bill).forEach(e -> booked.computeIfAbsent(e.transaction(), x -> new ArrayList<>()).add(e));
        Deque<Part> onBill = new ArrayDeque<>();
        booked.values().forEach(of -> {
            if (of.get(0).minor() < 0) of.forEach(e -> onBill.push(new Part(e.who(), -e.minor())));
            else {
                Map<Long, Long> back = new HashMap<>();
                of.forEach(e -> back.merge(e.who(), e.minor(), Long::sum));
                assertThat(back).as("of bill %s who paid last gets back first, and nobody more than was paid from there", bill.getNumber())
                    .isEqualTo(lastFirst(onBill, back.values().stream().mapToLong(Long::longValue).sum()));
                if (of.get(0).source().equals(wanted)) back.forEach((who, minor) -> byWallet.merge(who, minor, Long::sum));
            }
        });
    }

    private static Map<Long, Long> lastFirst(Deque<Part> onBill, long minor) {
        Map<Long, Long> asked = new HashMap<>();
        for (long left = minor; left > 0 && !onBill.isEmpty();) {
            Part last = onBill.pop();
            long now = Math.min(left, last.minor());
            asked.merge(last.who(), now, Long::sum);
            if (now < last.minor()) onBill.push(new Part(last.who(), last.minor() - now));
            left -= now;
        }
        return asked;
    }

    private List<Entry> entries(Seen seen, BillRow bill) {
        List<String> notes = new ArrayList<>(List.of("none"));
        seen.bills().stream().filter(n -> n.getKind() == Bill.Kind.CREDIT_NOTE && bill.getId().equals(n.getRefersTo())).forEach(n -> notes.add("" + n.getId()));
        String jpql = "select t.id, t.sourceKind, t.sourceId, w.subscriberId, e.amount from LedgerEntryRow e, LedgerTransactionRow t, WalletRow w"
            + " where t.id = e.transactionId and w.account = e.account and (t.sourceKind = 'bill' and (t.sourceId = ?1 or t.sourceId like ?2)"
            + " or t.sourceKind = 'bill-void' and t.sourceId = ?1 or t.sourceKind = 'credit-note' and t.sourceId in ?3) order by e.id";
        return village.isp.db.tx().in(village.isp.id, em -> em.createQuery(jpql, Object[].class).setParameter(1, "" + bill.getId())
            .setParameter(2, bill.getId() + ":%").setParameter(3, notes).getResultList().stream()
            .map(r -> new Entry((Long) r[0], r[1] + " " + r[2], (Long) r[3], (Long) r[4])).toList());
    }
}
