package io.mtandao.billing.internal.bill;

import io.mtandao.api.Conflict;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Period;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillLineRow;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.ExpiryText;
import io.mtandao.billing.internal.rules.RenewalRule;
import io.mtandao.billing.internal.rules.RenewalRule.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Writes bills and takes them back. Whoever calls holds the lock of the subscriber's wallet. */
@Component(service = BillBook.class)
public final class BillBook {
    public static final String SERIES = "bill";

    /** The one unpaid bill of a subscription. */
    public Optional<BillRow> open(Desk d, long subscriptionId) {
        return d.em().createQuery("select b from BillRow b where b.subscriptionId = ?1 and b.state = ?2 order by b.id", BillRow.class)
            .setParameter(1, subscriptionId).setParameter(2, Bill.State.OPEN).setMaxResults(1).getResultList().stream().findFirst();
    }

    /** All unpaid bills of a subscriber, oldest first. */
    List<BillRow> openOf(Desk d, long subscriberId) {
        return d.em().createQuery("select b from BillRow b where b.subscriberId = ?1 and b.state = ?2 order by b.issuedAt, b.id", BillRow.class)
            .setParameter(1, subscriberId).setParameter(2, Bill.State.OPEN).getResultList();
    }

    /** Bills the next period at the package's price of now. @throws Conflict when the package has no price yet, or one in another currency */
    BillRow issue(Desk d, SubscriptionRow s, PackageRow p) {
        if (!p.isPriced()) throw new Conflict("the package " + p.getName() + " has no price yet");
        if (!p.getPrice().currency().equals(d.currency())) throw new Conflict("the package " + p.getName() + " has a price in " + p.getPrice().currency());
        BillRow bill = new BillRow(number(d.next(SERIES)), s, p.getPeriod(), p.getPrice(), d.now());
        Span span = span(d, s, p.getPeriod());
        bill.covers(span.from(), span.to());
        d.em().persist(bill);
        d.em().persist(new BillLineRow(bill.getId(), 1, text(d, p, bill), 1, p.getPrice().minor()));
        d.audit("bill.issue", "bill", bill.getId(), null, bill.told());
        return bill;
    }

    /** Settles which period an open bill pays for: when the subscriber was cut meanwhile, it begins now and not when the bill was written. */
    Span settlePeriod(Desk d, BillRow bill, SubscriptionRow s, PackageRow p) {
        Span span = span(d, s, bill.getPeriod());
        if (!span.from().equals(bill.getPeriodFrom()) || !span.to().equals(bill.getPeriodTo())) {
            bill.covers(span.from(), span.to());
            lines(d, List.of(bill.getId())).get(0).say(text(d, p, bill));
        }
        return span;
    }

    static List<BillLineRow> lines(Desk d, List<Long> billIds) {
        return d.em().createQuery("select l from BillLineRow l where l.billId in ?1 order by l.billId, l.lineNumber", BillLineRow.class)
            .setParameter(1, billIds).getResultList();
    }

    public void takeBack(Desk d, BillRow bill, String reason) {
        if (bill.getState() != Bill.State.OPEN)
            throw new Conflict("bill " + bill.getNumber() + " is " + bill.getState().name().toLowerCase(Locale.ROOT) + " and cannot be taken back");
        var before = bill.told();
        bill.takeBack(reason);
        d.audit("bill.void", "bill", bill.getId(), before, bill.told());
    }

    private static Span span(Desk d, SubscriptionRow s, Period period) {
        return RenewalRule.next(s.getState(), s.getExpiresAt(), s.getAnchor(), period, d.zone(), d.now());
    }

    static String number(long n) {
        return String.format(Locale.ROOT, "B-%06d", n);
    }

    private static String text(Desk d, PackageRow p, BillRow bill) {
        return p.getName() + ", " + ExpiryText.onBill(bill.getPeriodFrom(), d.zone()) + " to " + ExpiryText.onBill(bill.getPeriodTo(), d.zone());
    }
}
