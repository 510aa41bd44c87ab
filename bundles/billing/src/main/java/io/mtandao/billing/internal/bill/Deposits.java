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
import io.mtandao.billing.internal.rules.Waterfall.Part;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was left as security is owed to the subscriber until the end: then it goes into the wallet, or what is kept of it becomes income, once. */
@Component(service = Deposits.class)
public final class Deposits {
    private static final String SOURCE = "deposit";
    private final Books books;
    private final Debts debts;
    private final BillBook bills;

    @Activate
    public Deposits(@Reference Books books, @Reference Debts debts, @Reference BillBook bills) {
        this.books = books;
        this.debts = debts;
        this.bills = bills;
    }

    public Deposit of(Desk d, long subscriptionId) {
        d.find(SubscriptionRow.class, subscriptionId, "subscription");
        Optional<DepositRow> settled = settled(d, subscriptionId);
        return new Deposit(subscriptionId, d.money(settled.isPresent() ? 0 : held(d, subscriptionId)), settled.map(DepositRow::view).orElse(null));
    }

    public Deposit settle(Desk d, long subscriptionId, Settlement how) {
        WalletRow wallet = books.walletOfSubscription(d, subscriptionId);
        SubscriptionRow s = d.find(SubscriptionRow.class, subscriptionId, "subscription");
        check(d, how);
        if (!s.isCancelled()) throw new Conflict("the deposit is settled at the end; cancel the subscription first");
        if (settled(d, subscriptionId).isPresent()) throw new Conflict("the deposit of this subscription is settled already");
        long held = held(d, subscriptionId);
        if (held == 0) throw new Conflict("no deposit was paid for this subscription");
        if (how.choice() == Choice.GIVE_BACK && (wallet.getBalance() < 0 || !bills.debts(d, wallet.getSubscriberId()).isEmpty()))
            throw new Conflict("the wallet owes " + d.money(Math.max(0, -wallet.getBalance())) + "; set the deposit off against it");
        long kept = how.choice() != Choice.KEEP ? 0 : how.kept() == null ? held : how.kept().minor();
        if (kept > held) throw new Conflict("only " + d.money(held) + " was left as deposit");
        book(d, s, wallet, held, kept);
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

    private void book(Desk d, SubscriptionRow s, WalletRow wallet, long held, long kept) {
        String memo = kept == 0 ? "Deposit given back" : kept == held ? "Deposit kept" : "Deposit given back in part";
        Posting posting = new Posting(SOURCE, String.valueOf(s.getId()), memo, null).to(Posting.DEPOSITS, -held);
        if (held > kept) posting.to(wallet, held - kept);
        if (kept > 0) posting.to(Posting.INCOME, kept);
        books.book(d, posting);
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

    /** What was booked of it by bills, less what was credited. What was given up of a debt nobody has left. */
    private static long held(Desk d, long subscriptionId) {
        List<BillRow> with = d.em().createQuery("select b from BillRow b where b.subscriptionId = ?1 and b.kind = ?2 and b.state <> ?3"
            + " and exists (select l.id from BillLineRow l where l.billId = b.id and l.kind = ?4)", BillRow.class).setParameter(1, subscriptionId)
            .setParameter(2, Bill.Kind.BILL).setParameter(3, Bill.State.VOID).setParameter(4, Kind.DEPOSIT).getResultList();
        long held = 0;
        for (BillRow b : with) {
            List<Part> parts = BillBook.rowParts(BillBook.lines(d, b));
            held += DepositRule.booked(parts, b.isDebt(), b.getPaidMinor(), b.getCreditedMinor());
            if (b.getState() == Bill.State.WRITTEN_OFF) held -= DepositRule.unpaid(parts, b.getPaidMinor(), b.getCreditedMinor());
        }
        return Math.max(0, held);
    }
}
