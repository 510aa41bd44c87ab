package io.mtandao.billing.internal.bill;

import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillRun;
import io.mtandao.billing.internal.bill.RunPlan.Planned;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.ChunkRow;
import io.mtandao.billing.internal.entity.ParkedRow;
import io.mtandao.billing.internal.entity.RunRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.persistence.Batches;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Bills one chunk of a run in one unit of work: locks, reads everything by a constant number of queries, decides, then writes. The chunk's own row says
 * that it is done, in the same unit, so that whoever comes again, after a crash or on another node, does nothing.
 */
@Component(service = ChunkWork.class)
public final class ChunkWork {
    private final Books books;
    private final Sheets sheets;
    private final BillBook bills;
    private final Purchase purchase;
    private final Postpaid postpaid;
    private final Debts debts;

    @Activate
    public ChunkWork(@Reference Books books, @Reference Sheets sheets, @Reference BillBook bills, @Reference Purchase purchase, @Reference Postpaid postpaid,
            @Reference Debts debts) {
        this.books = books;
        this.sheets = sheets;
        this.bills = bills;
        this.purchase = purchase;
        this.postpaid = postpaid;
        this.debts = debts;
    }

    /** What came of a set of subscriptions. */
    static final class Tally {
        long billed;
        long paid;
        long skipped;
        long parked;
        long total;

        void add(Tally other) {
            billed += other.billed;
            paid += other.paid;
            skipped += other.skipped;
            parked += other.parked;
            total = Math.addExact(total, other.total);
        }
    }

    /** The chunk under its lock, if it still waits to be done. */
    static ChunkRow waiting(Desk d, long chunkId) {
        ChunkRow chunk = d.em().find(ChunkRow.class, chunkId, LockModeType.PESSIMISTIC_WRITE);
        return chunk == null || chunk.getState() != ChunkRow.State.WAITING ? null : chunk;
    }

    /** The whole chunk. A throw rolls all of it back: then it is done one by one. */
    void whole(Desk d, long chunkId) {
        ChunkRow chunk = waiting(d, chunkId);
        if (chunk == null) return;
        RunRow run = d.find(RunRow.class, chunk.getRunId(), "run");
        if (run.getState() == BillRun.State.STOPPED) {
            chunk.leave();
            return;
        }
        Batches.alike(d.em());
        DueQuery due = new DueQuery(d, run.getUntil());
        long first = chunk.getFirstPayer(), last = chunk.getLastPayer();
        Map<Long, WalletRow> wallets = books.lockWallets(d, first, last, BillRunner.CHUNK, () -> due.payersBetween(first, last));
        Tally tally = bill(d, run, wallets, due.between(first, last).stream().filter(s -> wallets.containsKey(s.getPayerId())).toList(), true);
        chunk.done(tally.billed, tally.paid, tally.skipped, tally.parked, tally.total);
    }

    /** @param wallets locked, by payer @param bounded whether the ceiling holds */
    Tally bill(Desk d, RunRow run, Map<Long, WalletRow> wallets, List<SubscriptionRow> subscriptions, boolean bounded) {
        Sheet sheet = sheets.of(d, subscriptions);
        Map<Long, ParkedRow> parked = parked(d, subscriptions);
        Map<Long, List<BillRow>> owed = debts(d, subscriptions);
        List<Planned> plan = new RunPlan(d, sheet, run.getUntil(), bounded).of(subscriptions);
        Tally tally = new Tally();
        tally.skipped = subscriptions.size() - plan.size();
        // all numbers at once and after all reading: from here on others that number bills of this ISP wait
        Deque<String> numbers = Numbers.bills(d, sheet.policy().numbering(), (int) plan.stream().filter(Planned::isBilled).count());
        List<BillRow> written = new ArrayList<>();
        for (Planned p : plan) {
            SubscriptionRow s = p.subscription();
            if (!p.isBilled()) {
                tally.parked++;
                park(d, run, s, p.problem(), parked.get(s.getId()));
                continue;
            }
            WalletRow wallet = wallets.get(s.getPayerId());
            BillRow bill = s.isPostpaid() ? owe(d, sheet, p, wallet, numbers.remove(), run, owed) : sell(d, sheet, p, wallet, numbers.remove(), run);
            written.add(bill);
            if (parked.containsKey(s.getId())) parked.get(s.getId()).settle(d.now(), d.caller().name());
            tally.billed++;
            tally.total = Math.addExact(tally.total, bill.getTotalMinor());
        }
        owed.forEach((payer, open) -> debts.settle(d, wallets.get(payer), open, run.getId()));
        for (BillRow bill : written) {
            if (bill.getState() == Bill.State.PAID) tally.paid++;
            bills.tell(d, bill);
        }
        return tally;
    }

    private BillRow sell(Desk d, Sheet sheet, Planned p, WalletRow wallet, String number, RunRow run) {
        BillRow bill = purchase.issue(d, sheet, p.subscription(), p.span(), p.quote(), number, run.getId());
        boolean renews = sheet.renewal(p.subscription()).autoRenew();
        if (renews && wallet.getBalance() >= p.quote().total()) purchase.payNew(d, sheet, bill, p.quote(), p.span(), p.subscription(), wallet);
        return bill;
    }

    private BillRow owe(Desk d, Sheet sheet, Planned p, WalletRow wallet, String number, RunRow run, Map<Long, List<BillRow>> owed) {
        BillRow bill = postpaid.close(d, sheet, p.subscription(), wallet, p.span(), p.quote(), number, run.getId());
        owed.computeIfAbsent(wallet.getSubscriberId(), x -> new ArrayList<>()).add(bill);
        return bill;
    }

    /** Open debts of the postpaid ones' payers, oldest first; one query. */
    private static Map<Long, List<BillRow>> debts(Desk d, List<SubscriptionRow> subscriptions) {
        Map<Long, List<BillRow>> owed = new HashMap<>();
        List<Long> payers = subscriptions.stream().filter(SubscriptionRow::isPostpaid).map(SubscriptionRow::getPayerId).distinct().toList();
        d.ofIds(BillRow.class, "payerId", payers, "e.state = ?3", Bill.State.OPEN).stream().filter(BillRow::isDebt)
            .sorted(java.util.Comparator.comparing(BillRow::getDueAt).thenComparing(BillRow::getId))
            .forEach(b -> owed.computeIfAbsent(b.getPayerId(), x -> new ArrayList<>()).add(b));
        return owed;
    }

    private static Map<Long, ParkedRow> parked(Desk d, List<SubscriptionRow> subscriptions) {
        Map<Long, ParkedRow> open = new HashMap<>();
        d.ofIds(ParkedRow.class, "openKey", subscriptions.stream().map(SubscriptionRow::getId).toList()).forEach(p -> open.put(p.getSubscriptionId(), p));
        return open;
    }

    /** Once, until somebody settles it; a later run finds it parked already. */
    static void park(Desk d, RunRow run, SubscriptionRow s, String reason, ParkedRow open) {
        if (open == null) d.em().persist(new ParkedRow(run.getId(), s, reason, d.now()));
    }

    /** One subscription alone, for a chunk that failed as a whole. */
    Tally alone(Desk d, long runId, long subscriptionId, boolean bounded) {
        WalletRow wallet = books.walletOfSubscription(d, subscriptionId);
        SubscriptionRow s = d.find(SubscriptionRow.class, subscriptionId, "subscription");
        Map<Long, WalletRow> wallets = Map.of(wallet.getSubscriberId(), wallet);
        return bill(d, d.find(RunRow.class, runId, "run"), wallets, List.of(s), bounded);
    }

    void parkAlone(Desk d, long runId, long subscriptionId, String reason) {
        SubscriptionRow s = d.find(SubscriptionRow.class, subscriptionId, "subscription");
        park(d, d.find(RunRow.class, runId, "run"), s, reason, parked(d, List.of(s)).get(subscriptionId));
    }
}
