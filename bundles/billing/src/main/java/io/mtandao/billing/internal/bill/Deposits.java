package io.mtandao.billing.internal.bill;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.api.billing.Deposit;
import io.mtandao.api.billing.Deposit.Choice;
import io.mtandao.api.billing.Deposit.Settlement;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.books.Posting;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.DepositRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.DepositRule;
import io.mtandao.billing.internal.rules.ReturnRule;
import io.mtandao.billing.internal.rules.ReturnRule.Entry;
import io.mtandao.billing.internal.rules.Waterfall.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What was left as security is owed until the end to whoever left it. Then it pays what is owed for the subscription, or what is kept of it becomes income, and
 * the rest goes into the wallets that it came from, once.
 */
@Component(service = Deposits.class)
public final class Deposits {
    private static final String SOURCE = "deposit";
    private final Books books;
    private final Debts debts;
    private final BillBook bills;
    private final Corrections corrections;

    @Activate
    public Deposits(@Reference Books books, @Reference Debts debts, @Reference BillBook bills, @Reference Corrections corrections) {
        this.books = books;
        this.debts = debts;
        this.bills = bills;
        this.corrections = corrections;
    }

    public Deposit of(Desk d, long subscriptionId) {
        d.find(SubscriptionRow.class, subscriptionId, "subscription");
        Optional<DepositRow> settled = settled(d, subscriptionId);
        return new Deposit(subscriptionId, d.money(settled.isPresent() ? 0 : sum(held(d, subscriptionId))), settled.map(DepositRow::view).orElse(null));
    }

    public Deposit settle(Desk d, long subscriptionId, Settlement how) {
        WalletRow wallet = books.walletOfSubscription(d, subscriptionId);
        SubscriptionRow s = d.find(SubscriptionRow.class, subscriptionId, "subscription");
        check(d, how);
        if (!s.isCancelled()) throw new Conflict("the deposit is settled at the end; cancel the subscription first");
        if (settled(d, subscriptionId).isPresent()) throw new Conflict("the deposit of this subscription is settled already");
        List<Held> parts = held(d, subscriptionId);
        long held = sum(parts);
        if (held == 0) throw new Conflict("no deposit was paid for this subscription");
        if (how.choice() == Choice.GIVE_BACK && (wallet.getBalance() < 0 || !bills.debts(d, wallet.getSubscriberId()).isEmpty()))
            throw new Conflict("the wallet owes " + d.money(Math.max(0, -wallet.getBalance())) + "; set the deposit off against it");
        long kept = how.choice() != Choice.KEEP ? 0 : how.kept() == null ? held : how.kept().minor();
        if (kept > held) throw new Conflict("only " + d.money(held) + " was left as deposit");
        book(d, s, wallet, held, kept, backTo(d, parts, wallet, held - kept, how.choice()));
        DepositRow row = new DepositRow(subscriptionId, how.choice(), d.money(held - kept), d.money(kept), how.reason() == null || how.reason().isBlank() ? null
            : how.reason().strip(), d.now(), d.caller().name());
        d.em().persist(row);
        d.audit("subscription.settle-deposit", "subscription", subscriptionId, null, row.told());
        debts.settle(d, wallet);
        return of(d, subscriptionId);
    }

    private static void check(Desk d, Settlement how) {
        boolean keeps = how.choice() == Choice.KEEP;
        Invalid.Check check = new Invalid.Check().that(how.choice() != null, "choice", "must be given").atMost(how.reason(), "reason", 500)
            .that(how.kept() == null || keeps, "kept", "only of what is kept")
            .that(how.kept() == null || how.kept().isPositive(), "kept", "must be above zero");
        if (keeps) check.notBlank(how.reason(), "reason", 500);
        check.orThrow();
        if (how.kept() != null) d.requireCurrency(how.kept(), "kept");
    }

    /** What each wallet gets. The deposit secures its subscription, whoever left it: what the wallet that pays owes comes first. */
    private static Map<Long, Long> backTo(Desk d, List<Held> parts, WalletRow wallet, long rest, Choice choice) {
        long owed = choice == Choice.GIVE_BACK ? 0 : Math.min(rest, Math.max(0, -wallet.getBalance()));
        List<Entry> left = new ArrayList<>();
        for (Held h : parts) WhoPaid.first(d, h.bill(), h.minor()).forEach((who, minor) -> left.add(new Entry(who, -minor)));
        Map<Long, Long> back = new LinkedHashMap<>(ReturnRule.back(left, rest - owed));
        if (owed > 0) back.merge(wallet.getSubscriberId(), owed, Long::sum);
        return back;
    }

    private void book(Desk d, SubscriptionRow s, WalletRow wallet, long held, long kept, Map<Long, Long> back) {
        String memo = kept == 0 ? "Deposit given back" : kept == held ? "Deposit kept" : "Deposit given back in part";
        Posting posting = new Posting(SOURCE, String.valueOf(s.getId()), memo, null);
        if (kept > 0) posting.to(Posting.INCOME, kept);
        corrections.giveBack(d, posting, back, wallet, Map.of(Posting.DEPOSITS, held));
    }

    private static Optional<DepositRow> settled(Desk d, long subscriptionId) {
        return d.em().createQuery("select x from DepositRow x where x.subscriptionId = ?1", DepositRow.class).setParameter(1, subscriptionId).getResultList()
            .stream().findFirst();
    }

    static boolean isSettled(Desk d, BillRow bill) {
        return bill.getSubscriptionId() != null && settled(d, bill.getSubscriptionId()).isPresent();
    }

    /** @throws Conflict when the deposit that is on a bill has gone back already: it cannot go back a second time by taking the bill back */
    static void requireUnsettled(Desk d, BillRow bill) {
        if (bill.getSubscriptionId() == null || BillBook.lines(d, bill).stream().noneMatch(l -> l.getKind() == Kind.DEPOSIT)) return;
        if (isSettled(d, bill))
            throw new Conflict("the deposit on bill " + bill.getNumber() + " is settled already; adjust the wallet instead");
    }

    /** What is held on one bill. */
    private record Held(BillRow bill, long minor) {}

    private static long sum(List<Held> parts) {
        return parts.stream().mapToLong(Held::minor).sum();
    }

    /** What was booked of it by bills, less what was credited. What was given up of a debt nobody has left. */
    private static List<Held> held(Desk d, long subscriptionId) {
        List<BillRow> with = d.em().createQuery("select b from BillRow b where b.subscriptionId = ?1 and b.kind = ?2 and b.state <> ?3"
            + " and exists (select l.id from BillLineRow l where l.billId = b.id and l.kind = ?4) order by b.id", BillRow.class).setParameter(1, subscriptionId)
            .setParameter(2, Bill.Kind.BILL).setParameter(3, Bill.State.VOID).setParameter(4, Kind.DEPOSIT).getResultList();
        return with.stream().map(b -> new Held(b, held(BillBook.rowParts(BillBook.lines(d, b)), b))).filter(h -> h.minor() > 0).toList();
    }

    private static long held(List<Part> parts, BillRow b) {
        long givenUp = b.getState() == Bill.State.WRITTEN_OFF ? DepositRule.unpaid(parts, b.getPaidMinor(), b.getCreditedMinor()) : 0;
        return DepositRule.booked(parts, b.isDebt(), b.getPaidMinor(), b.getCreditedMinor()) - givenUp;
    }
}
