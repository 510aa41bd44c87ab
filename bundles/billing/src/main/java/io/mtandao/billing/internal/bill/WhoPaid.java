package io.mtandao.billing.internal.bill;

import io.mtandao.api.billing.Bill;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.rules.ReturnRule;
import io.mtandao.billing.internal.rules.ReturnRule.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Whose money is on a bill. The ledger is asked: it has each part with the wallet that it came from, also from before the bill got another payer. */
final class WhoPaid {
    private static final String ENTRIES = "select t.bookedAt, e.id, w.subscriberId, e.amount from LedgerTransactionRow t, LedgerEntryRow e, WalletRow w"
        + " where e.transactionId = t.id and w.account = e.account and t.sourceKind = ?1 and ";

    private WhoPaid() {}

    private record Booked(Instant at, long id, Entry entry) {}

    /**
     * @param minor of what was paid, or booked as a debt, and did not come back yet
     * @return what each subscriber's own wallet gets of it, who paid last first
     */
    static Map<Long, Long> back(Desk d, BillRow bill, long minor) {
        if (minor == 0) return Map.of();
        // a debt was booked in one wallet and stays there, whoever pays now
        if (bill.isDebt()) return Map.of(bill.getPayerId(), minor);
        return ReturnRule.back(entries(d, bill), minor);
    }

    /** As {@link #back}, of what was paid first, which is the deposit on a bill. */
    static Map<Long, Long> first(Desk d, BillRow bill, long minor) {
        if (minor == 0) return Map.of();
        return bill.isDebt() ? Map.of(bill.getPayerId(), minor) : ReturnRule.first(entries(d, bill), minor);
    }

    private static List<Entry> entries(Desk d, BillRow bill) {
        List<Booked> booked = new ArrayList<>(paid(d, bill));
        if (bill.getCreditedMinor() > 0) booked.addAll(credited(d, bill));
        booked.sort(Comparator.comparing(Booked::at).thenComparing(Booked::id));
        return booked.stream().map(Booked::entry).toList();
    }

    /** See {@link BillBook#pay}. The range is for the index, which LIKE does not use everywhere. */
    private static List<Booked> paid(Desk d, BillRow bill) {
        String part = bill.getId() + ":";
        return d.em().createQuery(ENTRIES + "(t.sourceId = ?2 or t.sourceId between ?3 and ?4 and t.sourceId like ?5)", Object[].class)
            .setParameter(1, BillBook.SOURCE).setParameter(2, String.valueOf(bill.getId())).setParameter(3, part).setParameter(4, part + "9".repeat(19))
            .setParameter(5, part + "%").getResultList().stream().map(WhoPaid::booked).toList();
    }

    private static List<Booked> credited(Desk d, BillRow bill) {
        List<String> notes = d.em().createQuery("select n.id from BillRow n where n.subscriberId = ?1 and n.refersTo = ?2 and n.kind = ?3", Long.class)
            .setParameter(1, bill.getSubscriberId()).setParameter(2, bill.getId()).setParameter(3, Bill.Kind.CREDIT_NOTE).getResultList().stream()
            .map(String::valueOf).toList();
        return d.em().createQuery(ENTRIES + "t.sourceId in ?2", Object[].class)
            .setParameter(1, Corrections.CREDIT_NOTE).setParameter(2, notes).getResultList().stream().map(WhoPaid::booked).toList();
    }

    private static Booked booked(Object[] row) {
        return new Booked((Instant) row[0], (Long) row[1], new Entry((Long) row[2], (Long) row[3]));
    }
}
