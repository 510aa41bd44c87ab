package io.mtandao.billing.internal.bill;

import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.rules.Anchor;
import io.mtandao.billing.internal.rules.PeriodEnd;
import io.mtandao.billing.internal.rules.Quote;
import io.mtandao.billing.internal.rules.RenewalRule.Span;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Service first, bill afterwards: each period is billed when it is over, and the next has begun. */
@Component(service = Postpaid.class)
public final class Postpaid {
    private final BillBook bills;
    private final Debts debts;
    private final Alarms alarms;

    @Activate
    public Postpaid(@Reference BillBook bills, @Reference Debts debts, @Reference Alarms alarms) {
        this.bills = bills;
        this.debts = debts;
        this.alarms = alarms;
    }

    /** The first period, or the first after a break, begins now. */
    public void begin(Desk d, Sheet sheet, SubscriptionRow s) {
        Instant from = d.now().truncatedTo(ChronoUnit.SECONDS);
        PeriodEnd.End end = PeriodEnd.after(from, null, sheet.rhythm(s), d.zone());
        s.standUnder(sheet.edition(s));
        s.run(from, end.at(), end.anchor());
    }

    public boolean isOver(SubscriptionRow s, Instant now) {
        return s.isPostpaid() && s.getState().isServed() && s.getExpiresAt() != null && !s.getExpiresAt().isAfter(now);
    }

    /** The period that is over, or runs. One that began in the middle, because its end was set by hand, costs its share. */
    static Span over(Desk d, Sheet sheet, SubscriptionRow s) {
        Instant to = s.getExpiresAt();
        Instant from = s.getPeriodFrom() == null ? to : s.getPeriodFrom();
        PeriodEnd.Rhythm rhythm = sheet.rhythm(s);
        if (rhythm.calendar()) return new Span(from, to, s.getAnchor(), PeriodEnd.after(from, null, rhythm, d.zone()).wholeFrom());
        Instant begun = PeriodEnd.begun(to, s.getAnchor(), rhythm, d.zone());
        return new Span(from, to, s.getAnchor(), begun.isBefore(from) ? begun : from);
    }

    /** Bills the period that is over and begins the next, under the edition that holds now. */
    public BillRow close(Desk d, Sheet sheet, SubscriptionRow s, WalletRow wallet) {
        sheet.requirePrice(s);
        Span span = over(d, sheet, s);
        BillRow bill = close(d, sheet, s, wallet, span, sheet.quote(s, span), Numbers.bill(d, sheet.policy().numbering()), null);
        debts.settle(d, wallet);
        bills.tell(d, bill);
        return bill;
    }

    BillRow close(Desk d, Sheet sheet, SubscriptionRow s, WalletRow wallet, Span span, Quote quote, String number, Long run) {
        s.standUnder(sheet.edition(s));
        BillRow bill = bills.owePeriod(d, sheet, s, span, quote, wallet, number, run);
        PeriodEnd.End end = PeriodEnd.after(span.to(), s.getAnchor(), sheet.rhythm(s), d.zone());
        s.run(span.to(), end.at(), end.anchor());
        s.renewed();
        alarms.set(d, s, sheet.edition(s).getPeriod());
        return bill;
    }

    /** The period that has just begun is another package's: it ends where that one's does. */
    public void follow(Desk d, Sheet sheet, SubscriptionRow s) {
        PeriodEnd.End end = PeriodEnd.after(s.getPeriodFrom(), s.getAnchor(), sheet.rhythm(s), d.zone());
        s.run(s.getPeriodFrom(), end.at(), end.anchor());
    }

    /** Whether an edition in another rhythm has begun in the middle of its period. */
    static boolean isTurning(Sheet sheet, SubscriptionRow s) {
        return s.getExpiresAt() != null && sheet.turning(s).filter(e -> e.getFrom().truncatedTo(ChronoUnit.SECONDS).isBefore(s.getExpiresAt())).isPresent();
    }

    /** Bills what was used until the edition in another rhythm began, as it was sold; the next period began there. @return whether there was one */
    public boolean turn(Desk d, Sheet sheet, SubscriptionRow s, WalletRow wallet) {
        if (!isTurning(sheet, s)) return false;
        EditionRow e = sheet.turning(s).orElseThrow();
        Instant at = e.getFrom().truncatedTo(ChronoUnit.SECONDS);
        var before = s.told();
        Instant from = s.getPeriodFrom() == null || at.isAfter(s.getPeriodFrom()) ? at : s.getPeriodFrom();
        if (s.getPeriodFrom() != null && from.isAfter(s.getPeriodFrom()) && sheet.isPriced(s)) billUntil(d, sheet, s, wallet, from);
        s.standUnder(e);
        sheet.turned(s);
        PeriodEnd.End end = PeriodEnd.after(from, null, sheet.rhythm(s), d.zone());
        s.run(from, end.at(), end.anchor());
        alarms.set(d, s, e.getPeriod());
        d.audit("subscription.turn", "subscription", s.getId(), before, s.told());
        return true;
    }

    /** Bills what was used of the running period until now: before a pause, a cut, a change or the end. */
    public void settle(Desk d, Sheet sheet, SubscriptionRow s, WalletRow wallet) {
        Instant now = d.now().truncatedTo(ChronoUnit.SECONDS);
        // after downtime whole periods may be over that nobody has billed yet, and editions may have begun between them
        boolean again = true;
        while (again) {
            again = turn(d, sheet, s, wallet);
            if (again || !isOver(s, now) || !sheet.isPriced(s)) continue;
            close(d, sheet, s, wallet);
            again = true;
        }
        if (!s.getState().isServed() || s.getPeriodFrom() == null || s.getExpiresAt() == null || !now.isAfter(s.getPeriodFrom()) || !sheet.isPriced(s)) return;
        billUntil(d, sheet, s, wallet, now.isBefore(s.getExpiresAt()) ? now : s.getExpiresAt());
    }

    /** The share of the period that has passed; what was before its begin (calendar) costs nothing. */
    private void billUntil(Desk d, Sheet sheet, SubscriptionRow s, WalletRow wallet, Instant to) {
        Span whole = over(d, sheet, s);
        Quote part = sheet.quote(s, whole, to);
        BillRow bill = bills.owePeriod(d, sheet, s, new Span(whole.from(), to, s.getAnchor(), whole.from()), part, wallet, Numbers.bill(d, sheet.policy().numbering()), null);
        s.run(to, to, s.getAnchor() == null ? Anchor.of(LocalDateTime.ofInstant(to, d.zone())) : s.getAnchor());
        s.renewed();
        debts.settle(d, wallet);
        bills.tell(d, bill);
    }
}
