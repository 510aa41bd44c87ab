package io.mtandao.billing.internal.bill;

import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillIssued;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.books.Posting;
import io.mtandao.billing.internal.charge.Charges;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillLineRow;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.rules.DunningRule;
import io.mtandao.billing.internal.rules.Quote;
import io.mtandao.billing.internal.rules.QuoteLine;
import io.mtandao.billing.internal.rules.RenewalRule.Span;
import io.mtandao.billing.internal.rules.Waterfall;
import io.mtandao.billing.internal.rules.Waterfall.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes bills, and the bookings that belong to them. Whoever calls holds the lock of the wallet that pays. */
@Component(service = BillBook.class)
public final class BillBook {
    static final String SOURCE = "bill";
    private final Books books;
    private final Charges charges;
    private final Alarms alarms;

    @Activate
    public BillBook(@Reference Books books, @Reference Charges charges, @Reference Alarms alarms) {
        this.books = books;
        this.charges = charges;
        this.alarms = alarms;
    }

    /** A prepaid bill for a period: open, no debt. @param run null outside one */
    BillRow issue(Desk d, Sheet sheet, SubscriptionRow s, Span span, Quote quote, String number, Long run) {
        BillRow bill = BillRow.ofPeriod(number, s, sheet.edition(s), d.money(quote.total()), quote.tax(), d.now());
        bill.covers(span.from(), span.to());
        if (span.isPart()) bill.whole(span.wholeFrom());
        write(d, bill, quote, run);
        charges.consume(d, bill, quote, sheet.items(s), sheet.discounts(s));
        sheet.opened(s, bill);
        return bill;
    }

    /** A postpaid bill for a period that is over, or the part of one: booked as a debt at once. */
    BillRow owePeriod(Desk d, Sheet sheet, SubscriptionRow s, Span span, Quote quote, WalletRow wallet, String number, Long run) {
        BillRow bill = BillRow.ofPeriod(number, s, sheet.edition(s), d.money(quote.total()), quote.tax(), d.now());
        bill.covers(span.from(), span.to());
        bill.worth(span.from(), span.to());
        owe(d, sheet, bill, quote, wallet, run);
        charges.consume(d, bill, quote, sheet.items(s), sheet.discounts(s));
        return bill;
    }

    /** A bill for something else, booked as a debt at once. @param chargeKey once per key */
    BillRow oweCharge(Desk d, Sheet sheet, SubscriptionRow s, String chargeKey, Quote quote, WalletRow wallet) {
        BillRow bill = BillRow.ofCharge(Numbers.bill(d, sheet.policy().numbering()), s, chargeKey, d.money(quote.total()), quote.tax(), d.now());
        owe(d, sheet, bill, quote, wallet, null);
        return bill;
    }

    private void owe(Desk d, Sheet sheet, BillRow bill, Quote quote, WalletRow wallet, Long run) {
        Instant due = d.now().atZone(d.zone()).plusDays(sheet.policy().dueDays()).toInstant();
        Instant look = DunningRule.next(sheet.policy().dunning(), BillRow.NO_DAY).map(step -> DunningRule.at(step, due, d.zone())).orElse(null);
        bill.owed(due, look);
        // a late fee follows the bill that it is for, whoever pays for the subscription now
        bill.paidBy(wallet.getSubscriberId());
        write(d, bill, quote, run);
        alarms.ring(d, look);
        if (quote.total() == 0) {
            bill.pay(0, d.now());
            return;
        }
        Posting posting = new Posting(SOURCE, String.valueOf(bill.getId()), "Bill " + bill.getNumber() + ": " + quote.lines().get(0).text(), null);
        posting.to(wallet, -quote.total());
        Waterfall.paid(parts(quote.lines()), 0, quote.total()).forEach(posting::to);
        books.book(d, posting);
    }

    /** Outside a run. */
    void write(Desk d, BillRow bill, Quote quote) {
        write(d, bill, quote, null);
    }

    private void write(Desk d, BillRow bill, Quote quote, Long run) {
        bill.ofRun(run);
        d.em().persist(bill);
        int n = 0;
        for (QuoteLine line : quote.lines()) d.em().persist(new BillLineRow(bill.getId(), ++n, line));
        // a run is told of once; each of its bills carries its id
        if (run == null) d.audit("bill.issue", "bill", bill.getId(), null, bill.told());
    }

    void tell(Desk d, BillRow bill) {
        d.raise(new BillIssued(bill.getId(), bill.getSubscriberId(), bill.getSubscriptionId(), bill.getNumber(), bill.getTotal(), d.money(bill.getOpenMinor()), bill.getDueAt()));
    }

    /**
     * Books money of the wallet against a prepaid bill.
     *
     * @param parts of the bill's lines @param text of its first line @param minor more than zero, unless the bill is free
     */
    void pay(Desk d, BillRow bill, List<Part> parts, String text, WalletRow wallet, long minor, Long cause) {
        Map<String, Object> before = bill.told();
        payInRun(d, bill, parts, text, wallet, minor, cause);
        d.audit("bill.pay", "bill", bill.getId(), before, bill.told());
    }

    /** As {@link #pay}, by a run, which is told of once. */
    void payInRun(Desk d, BillRow bill, List<Part> parts, String text, WalletRow wallet, long minor, Long cause) {
        if (minor > 0) {
            String id = bill.getPaidMinor() == 0 ? String.valueOf(bill.getId()) : bill.getId() + ":" + bill.getPaidMinor();
            Posting posting = new Posting(SOURCE, id, "Bill " + bill.getNumber() + ": " + text, cause).to(wallet, -minor);
            Waterfall.paid(parts, bill.getPaidMinor(), minor).forEach(posting::to);
            books.book(d, posting);
        }
        bill.pay(minor, d.now());
    }

    /** The one unpaid prepaid bill of a period of a subscription. */
    public Optional<BillRow> open(Desk d, long subscriptionId) {
        return d.em().createQuery("select b from BillRow b where b.subscriptionId = ?1 and b.state = ?2 and b.debt = ?3 and b.periodCount > 0 order by b.id", BillRow.class)
            .setParameter(1, subscriptionId).setParameter(2, Bill.State.OPEN).setParameter(3, false).setMaxResults(1).getResultList().stream().findFirst();
    }

    /** What is owed on a wallet, oldest first. */
    List<BillRow> debts(Desk d, long payerId) {
        return d.em().createQuery("select b from BillRow b where b.payerId = ?1 and b.state = ?2 and b.debt = ?3 order by b.dueAt, b.id", BillRow.class)
            .setParameter(1, payerId).setParameter(2, Bill.State.OPEN).setParameter(3, true).getResultList();
    }

    /** Unpaid prepaid bills that a wallet pays, oldest first. */
    List<BillRow> openOf(Desk d, long payerId) {
        return d.em().createQuery("select b from BillRow b where b.payerId = ?1 and b.state = ?2 and b.debt = ?3 order by b.issuedAt, b.id", BillRow.class)
            .setParameter(1, payerId).setParameter(2, Bill.State.OPEN).setParameter(3, false).getResultList();
    }

    /** The end of a subscription's time was moved by hand: what its bills' money stands for ends there. @param was where it ended */
    public void endAt(Desk d, long subscriptionId, Instant was, Instant end) {
        for (BillRow b : worthAfter(d, subscriptionId, end.isBefore(d.now()) ? end : d.now()))
            if (b.getWorthTo().equals(was) || b.getWorthTo().isAfter(end)) b.move(b.getWorthFrom().isBefore(end) ? b.getWorthFrom() : end, end);
    }

    /** A pause has moved all the time that was still to come when it began: the period that ran goes on until later, those that follow begin and end later. */
    public void delay(Desk d, long subscriptionId, Instant pausedAt, Duration by) {
        for (BillRow b : worthAfter(d, subscriptionId, pausedAt)) {
            if (b.getWorthFrom().isBefore(pausedAt)) b.stoodStill(by);
            else b.move(b.getWorthFrom().plus(by), b.getWorthTo().plus(by));
        }
    }

    /** Bills and booked ones whose money stands for time that is still to come, oldest first. */
    public List<BillRow> worthAfter(Desk d, long subscriptionId, Instant now) {
        return d.em().createQuery("select b from BillRow b where b.subscriptionId = ?1 and b.settled = ?3 and b.worthTo > ?2 order by b.worthFrom, b.id", BillRow.class)
            .setParameter(1, subscriptionId).setParameter(2, now).setParameter(3, false).getResultList();
    }

    /** By bill; one query. */
    static Map<Long, List<BillLineRow>> lines(Desk d, List<Long> billIds) {
        Map<Long, List<BillLineRow>> byBill = new HashMap<>();
        d.ofIds(BillLineRow.class, "billId", billIds).stream().sorted(java.util.Comparator.comparingInt(BillLineRow::getLineNumber))
            .forEach(l -> byBill.computeIfAbsent(l.getBillId(), x -> new java.util.ArrayList<>()).add(l));
        return byBill;
    }

    static List<BillLineRow> lines(Desk d, BillRow bill) {
        return lines(d, List.of(bill.getId())).getOrDefault(bill.getId(), List.of());
    }

    static List<Part> parts(List<QuoteLine> lines) {
        return lines.stream().map(l -> new Part(l.account(), l.taxAccount(), l.net(), l.tax())).toList();
    }

    static List<Part> rowParts(List<BillLineRow> lines) {
        return lines.stream().map(l -> new Part(l.getAccount(), l.getTaxAccount(), l.getAmountMinor() - l.getTaxMinor(), l.getTaxMinor())).toList();
    }
}
