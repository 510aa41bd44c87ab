package io.mtandao.billing.internal.bill;

import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillLineRow;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.life.Life;
import io.mtandao.billing.internal.rules.Anchor;
import io.mtandao.billing.internal.rules.PeriodEnd;
import io.mtandao.billing.internal.rules.Proration;
import io.mtandao.billing.internal.rules.Quote;
import io.mtandao.billing.internal.rules.RenewalRule.Span;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Buying one period: the bill, the money against it, and the time that it gives. A part of the money gives a part of the time. */
@Component(service = Purchase.class)
public final class Purchase {
    private final BillBook bills;
    private final Corrections corrections;
    private final Life life;
    private final Alarms alarms;

    @Activate
    public Purchase(@Reference BillBook bills, @Reference Corrections corrections, @Reference Life life, @Reference Alarms alarms) {
        this.bills = bills;
        this.corrections = corrections;
        this.life = life;
        this.alarms = alarms;
    }

    /** Bills the next period. @throws io.mtandao.api.Conflict when there is no price yet, or one in another currency */
    BillRow issue(Desk d, Sheet sheet, SubscriptionRow s) {
        sheet.requirePrice(s);
        Span span = sheet.next(s);
        return issue(d, sheet, s, span, sheet.quote(s, span), Numbers.bill(d, sheet.policy().numbering()), null);
    }

    BillRow issue(Desk d, Sheet sheet, SubscriptionRow s, Span span, Quote quote, String number, Long run) {
        s.standUnder(sheet.edition(s));
        return bills.issue(d, sheet, s, span, quote, number, run);
    }

    /** @param minor what of the wallet is put against it, at most what is open */
    void pay(Desk d, Sheet sheet, BillRow bill, SubscriptionRow s, WalletRow wallet, long minor, Long cause) {
        BillRow paid = bill.getPaidMinor() == 0 && bill.getCreditedMinor() == 0 ? moved(d, sheet, bill, s, wallet) : bill;
        // a bill that was written anew for a shorter time may ask for less
        long money = Math.min(minor, paid.getOpenMinor());
        List<BillLineRow> lines = BillBook.lines(d, paid);
        Instant before = s.getExpiresAt();
        boolean first = paid.getPaidMinor() == 0;
        Instant start = first ? paid.getPeriodFrom() : resumed(d, sheet, paid, s);
        Instant end = Proration.reach(start, paid.getPeriodTo(), paid.getOpenMinor(), money);
        bills.pay(d, paid, BillBook.rowParts(lines), lines.get(0).getText(), wallet, money, cause);
        paid.worth(first ? start : paid.getWorthFrom(), end);
        var told = s.told();
        give(d, sheet, s, paid, first ? start : s.getPeriodFrom(), end, before);
        d.audit("subscription.renew", "subscription", s.getId(), told, s.told());
        s.renewed();
    }

    /** Paid at once in a bill run: the bill was written a moment ago, its period is right and its lines are known. */
    void payNew(Desk d, Sheet sheet, BillRow bill, Quote quote, Span span, SubscriptionRow s, WalletRow wallet) {
        bills.payInRun(d, bill, BillBook.parts(quote.lines()), quote.lines().get(0).text(), wallet, bill.getOpenMinor(), null);
        bill.worth(span.from(), span.to());
        give(d, sheet, s, bill, span.from(), span.to(), s.getExpiresAt());
        s.renewed();
    }

    private void give(Desk d, Sheet sheet, SubscriptionRow s, BillRow bill, Instant from, Instant end, Instant before) {
        Anchor anchor = anchor(d, sheet, s, bill, before);
        s.run(from, end, anchor);
        life.enter(d, s, SubscriptionLife.paid(s.getState()), null);
        alarms.set(d, s, sheet.edition(s).getPeriod());
        life.served(d, s);
    }

    /** The day that a run of periods keeps, also when only a part of the period is paid so far. */
    private static Anchor anchor(Desk d, Sheet sheet, SubscriptionRow s, BillRow bill, Instant before) {
        boolean goesOn = bill.getPeriodFrom().equals(before);
        PeriodEnd.End regular = PeriodEnd.after(bill.getPeriodFrom(), goesOn ? s.getAnchor() : null, sheet.rhythm(s, bill), d.zone());
        // moved by a gap between two parts: a new run begins at its end
        return regular.at().equals(bill.getPeriodTo()) ? regular.anchor() : Anchor.of(LocalDateTime.ofInstant(bill.getPeriodTo(), d.zone()));
    }

    /** The period of an unpaid bill: when the subscriber was cut meanwhile, it begins now and not when the bill was written. */
    private BillRow moved(Desk d, Sheet sheet, BillRow bill, SubscriptionRow s, WalletRow wallet) {
        Span span = sheet.next(s, bill);
        if (span.from().equals(bill.getPeriodFrom()) && span.to().equals(bill.getPeriodTo())) return bill;
        if (sheet.rhythm(s, bill).calendar()) {
            // its price is a share of the calendar's period, so the other time has another price
            sheet.released(s, corrections.takeBack(d, bill, "paid later, for a shorter time", wallet));
            span = sheet.next(s);
            return issue(d, sheet, s, span, sheet.quote(s, span), Numbers.bill(d, sheet.policy().numbering()), null);
        }
        bill.covers(span.from(), span.to());
        BillBook.lines(d, bill).get(0).say(sheet.text(s, span.from(), span.to()));
        return bill;
    }

    /** Where days without service are used up, the rest of a period that was paid in part may be over: nobody pays for what cannot be served any more. */
    boolean dropPast(Desk d, Sheet sheet, SubscriptionRow s) {
        BillRow bill = sheet.open(s).filter(b -> b.getPaidMinor() > 0).orElse(null);
        boolean over = bill != null && !s.getState().isServed() && !bill.getPeriodTo().isAfter(d.now()) && sheet.renewal(s).late() == Late.FROM_EXPIRY;
        if (over) corrections.curtail(d, bill, "its time is over");
        return over;
    }

    /** Until when so much would pay for the next period, or for the rest of one that was begun. */
    Instant reach(Desk d, Sheet sheet, SubscriptionRow s, long minor) {
        BillRow bill = sheet.open(s).orElse(null);
        if (bill != null && bill.getPaidMinor() > 0) {
            Instant start = isGap(sheet, bill, s, d.now()) ? d.now() : bill.getWorthTo();
            return Proration.reach(start, start.plus(Duration.between(bill.getWorthTo(), bill.getPeriodTo())), bill.getOpenMinor(), minor);
        }
        Span span = bill == null ? sheet.next(s) : sheet.next(s, bill);
        return Proration.reach(span.from(), span.to(), bill == null ? sheet.quote(s, span).total() : bill.getOpenMinor(), minor);
    }

    /** Where the rest of a period begins whose first part was paid before: where that ended, or now when the subscriber was cut in between. */
    private static Instant resumed(Desk d, Sheet sheet, BillRow bill, SubscriptionRow s) {
        Instant now = d.now().truncatedTo(ChronoUnit.SECONDS);
        if (!isGap(sheet, bill, s, now)) return bill.getWorthTo();
        bill.delayRest(now);
        return now;
    }

    private static boolean isGap(Sheet sheet, BillRow bill, SubscriptionRow s, Instant now) {
        return !s.getState().isServed() && bill.getWorthTo().isBefore(now) && sheet.renewal(s).late() == Late.FROM_NOW;
    }
}
