package io.mtandao.billing.internal.bill;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.books.Posting;
import io.mtandao.billing.internal.charge.Charges;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillLineRow;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.ItemRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.policy.Policies;
import io.mtandao.billing.internal.rules.ChargeRule;
import io.mtandao.billing.internal.rules.DepositRule;
import io.mtandao.billing.internal.rules.Proration;
import io.mtandao.billing.internal.rules.QuoteLine;
import io.mtandao.billing.internal.rules.Waterfall;
import io.mtandao.billing.internal.rules.Waterfall.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is done to a bill that was wrong: taken back, credited in part, given up. Bookings are never changed; new ones set them right. */
@Component(service = Corrections.class)
public final class Corrections {
    static final String CREDIT_NOTE = "credit-note";
    private final Books books;
    private final Charges charges;
    private final Policies policies;
    private final Debts debts;

    @Activate
    public Corrections(@Reference Books books, @Reference Charges charges, @Reference Policies policies, @Reference Debts debts) {
        this.books = books;
        this.charges = charges;
        this.policies = policies;
        this.debts = debts;
    }

    /**
     * Takes a bill back; what was booked of it returns by new entries to the wallets that it came from.
     *
     * @param wallet the one in hand: what of it comes back there is not spent yet
     * @return the items that wait to be billed again
     */
    public List<ItemRow> takeBack(Desk d, BillRow bill, String reason, WalletRow wallet) {
        if (bill.getKind() != Bill.Kind.BILL || bill.getState() != Bill.State.OPEN && bill.getState() != Bill.State.PAID)
            throw new Conflict("bill " + bill.getNumber() + " is " + bill.getState().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " and cannot be taken back");
        if (bill.getCreditedMinor() > 0) throw new Conflict("a part of bill " + bill.getNumber() + " was credited; credit the rest as well");
        var before = bill.told();
        long booked = bill.isDebt() ? bill.getTotalMinor() : bill.getPaidMinor();
        if (booked > 0) {
            Posting posting = new Posting("bill-void", String.valueOf(bill.getId()), "Bill " + bill.getNumber() + " taken back: " + reason, null);
            giveBack(d, posting, WhoPaid.back(d, bill, booked), wallet, Waterfall.paid(BillBook.rowParts(BillBook.lines(d, bill)), 0, booked));
        }
        List<ItemRow> released = charges.release(d, bill);
        bill.takeBack(reason);
        d.audit("bill.void", "bill", bill.getId(), before, bill.told());
        return released;
    }

    /**
     * Books what comes back. Who paid once and does not any more may have debts, which its money pays at once. No order of locks is kept: whoever meets
     * another is tried again by TenantTx.
     */
    void giveBack(Desk d, Posting posting, Map<Long, Long> back, WalletRow inHand, Map<String, Long> from) {
        List<WalletRow> others = new ArrayList<>();
        back.forEach((who, minor) -> {
            WalletRow wallet = who.equals(inHand.getSubscriberId()) ? inHand : books.wallet(d, who);
            posting.to(wallet, minor);
            if (wallet != inHand) others.add(wallet);
        });
        from.forEach((account, minor) -> posting.to(account, -minor));
        books.book(d, posting);
        others.forEach(wallet -> debts.settle(d, wallet));
    }

    /** Of a prepaid bill that was paid in part: the rest is not taken any more, what was paid stays. */
    public void curtail(Desk d, BillRow bill, String reason) {
        var before = bill.told();
        List<BillLineRow> lines = BillBook.lines(d, bill);
        long open = bill.getOpenMinor();
        long tax = Waterfall.paid(BillBook.rowParts(lines), 0, bill.getPaidMinor()).entrySet().stream().filter(e -> e.getKey().startsWith("tax:"))
            .mapToLong(Map.Entry::getValue).sum();
        String taxAccount = lines.stream().map(BillLineRow::getTaxAccount).filter(java.util.Objects::nonNull).findFirst().orElse(null);
        d.em().persist(new BillLineRow(bill.getId(), lines.size() + 1,
            new QuoteLine(Bill.Line.Kind.CREDIT, "Not taken: " + reason, 1, -open, -open, tax - bill.getTaxMinor(), null, ChargeRule.INCOME, taxAccount, null)));
        bill.curtail(tax, d.now());
        d.audit("bill.curtail", "bill", bill.getId(), before, bill.told());
    }

    /** An unpaid bill is taken back, one that was paid in part ends with the part. */
    public void drop(Desk d, BillRow bill, String reason, WalletRow wallet) {
        if (bill.getPaidMinor() == 0) takeBack(d, bill, reason, wallet);
        else curtail(d, bill, reason);
    }

    /**
     * Gives a part of a bill back into the wallets that it was paid from, with its share of the tax.
     *
     * @param minor more than zero, at most what is left of the bill's booked amount
     * @param wallet as in {@link #takeBack}
     * @return the credit note
     */
    public BillRow credit(Desk d, BillRow bill, long minor, String reason, WalletRow wallet) {
        if (bill.getKind() != Bill.Kind.BILL) throw new Conflict(bill.getNumber() + " is a credit note itself");
        if (bill.getState() == Bill.State.VOID) throw new Conflict("bill " + bill.getNumber() + " was taken back");
        // what was given up is in the wallet already
        if (bill.getState() == Bill.State.WRITTEN_OFF) throw new Conflict("bill " + bill.getNumber() + " was written off; adjust the wallet instead");
        List<BillLineRow> lines = BillBook.lines(d, bill);
        List<Part> parts = BillBook.rowParts(lines);
        long left = creditable(bill, parts);
        if (left == 0) throw new Conflict("nothing of bill " + bill.getNumber() + " was paid or booked that could be credited");
        if (minor < 1 || minor > left)
            throw Invalid.field("amount", "from " + d.money(1) + " to " + d.money(left) + ", which is left of bill " + bill.getNumber());
        var taken = Waterfall.credited(parts, bill.getCreditedMinor(), minor);
        long tax = taken.entrySet().stream().filter(e -> e.getKey().startsWith("tax:")).mapToLong(Map.Entry::getValue).sum();
        String text = "Credit for bill " + bill.getNumber() + ": " + reason;
        BillRow note = BillRow.creditNote(Numbers.creditNote(d, policies.of(d).numbering()), bill, d.money(minor), tax, reason, d.now());
        Map<Long, Long> back = WhoPaid.back(d, bill, minor);
        note.paidBy(back.keySet().iterator().next());
        d.em().persist(note);
        String taxName = lines.stream().map(BillLineRow::getTaxName).filter(java.util.Objects::nonNull).findFirst().orElse(null);
        d.em().persist(new BillLineRow(note.getId(), 1, new QuoteLine(Bill.Line.Kind.CREDIT, shortened(text), 1, minor, minor, tax, tax == 0 ? null : taxName, ChargeRule.INCOME,
            null, null)));
        bill.credit(minor);
        Posting posting = new Posting(CREDIT_NOTE, String.valueOf(note.getId()), "Credit note " + note.getNumber() + " for bill " + bill.getNumber(), null);
        giveBack(d, posting, back, wallet, taken);
        if (bill.getState() == Bill.State.OPEN) bill.pay(0, d.now());
        d.audit("bill.credit", "bill", bill.getId(), null, note.told());
        return note;
    }

    /** Of one that is not paid whole yet, what came first is the deposit: it is not sold, and is held until the end. */
    private static long creditable(BillRow bill, List<Part> parts) {
        if (bill.isDebt()) return bill.getTotalMinor() - bill.getCreditedMinor();
        long held = bill.getState() == Bill.State.OPEN ? DepositRule.asked(parts) : 0;
        return Math.max(0, bill.getPaidMinor() - held - bill.getCreditedMinor());
    }

    /** Gives up the open rest of a debt. What of it is a deposit that nobody left is no loss: it is not owed to the subscriber any more. */
    void writeOff(Desk d, BillRow bill, String reason, WalletRow wallet) {
        if (!bill.isDebt() || bill.getState() != Bill.State.OPEN) throw new Conflict("bill " + bill.getNumber() + " is no open debt; nothing is to be written off");
        var before = bill.told();
        long open = bill.getOpenMinor();
        long deposit = Deposits.isSettled(d, bill) ? 0
            : DepositRule.unpaid(BillBook.rowParts(BillBook.lines(d, bill)), bill.getPaidMinor(), bill.getCreditedMinor());
        Posting posting = new Posting("write-off", String.valueOf(bill.getId()), "Bill " + bill.getNumber() + " written off: " + reason, null).to(wallet, open);
        if (deposit > 0) posting.to(Posting.DEPOSITS, -deposit);
        if (open > deposit) posting.to(Posting.WRITE_OFFS, deposit - open);
        books.book(d, posting);
        bill.writeOff(reason);
        d.audit("bill.write-off", "bill", bill.getId(), before, bill.told());
    }

    /** What of a bill's money stands for the time after a moment, its discounts taken into account. */
    static long unused(BillRow bill, List<BillLineRow> lines, Instant now) {
        if (bill.isSettled() || bill.getWorthTo() == null || !bill.getWorthTo().isAfter(now)) return 0;
        long sold = amount(lines, Kind.PACKAGE, Kind.PRORATION), items = amount(lines, Kind.ITEM);
        // a discount is for the items as well
        long time = sold + amount(lines, Kind.CREDIT) + (sold + items == 0 ? 0 : Proration.ratio(amount(lines, Kind.DISCOUNT), sold, sold + items));
        long paidFor = bill.isDebt() || bill.getState() == Bill.State.PAID ? time : Proration.ratio(time, bill.getPaidMinor(), bill.getTotalMinor());
        Instant from = bill.getWorthFromWithoutPauses();
        long part = Proration.share(paidFor, from, bill.getWorthTo(), now.isAfter(from) ? now : from, bill.getWorthTo());
        return Math.max(0, Math.min(part, creditable(bill, BillBook.rowParts(lines))));
    }

    private static long amount(List<BillLineRow> lines, Kind... kinds) {
        return lines.stream().filter(l -> List.of(kinds).contains(l.getKind())).mapToLong(BillLineRow::getAmountMinor).sum();
    }

    private static String shortened(String text) {
        return text.length() > 500 ? text.substring(0, 499) + "…" : text;
    }
}
