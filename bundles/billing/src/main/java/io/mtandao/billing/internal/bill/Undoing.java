package io.mtandao.billing.internal.bill;

import io.mtandao.api.Conflict;
import io.mtandao.api.billing.Bill;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.life.Life;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Corrections as staff makes them, with what follows for the subscription: time that was bought by a bill goes back with it. */
@Component(service = Undoing.class)
public final class Undoing {
    private final Corrections corrections;
    private final Debts debts;
    private final Sheets sheets;
    private final Life life;
    private final Alarms alarms;

    @Activate
    public Undoing(@Reference Corrections corrections, @Reference Debts debts, @Reference Sheets sheets, @Reference Life life,
            @Reference Alarms alarms) {
        this.corrections = corrections;
        this.debts = debts;
        this.sheets = sheets;
        this.life = life;
        this.alarms = alarms;
    }

    void takeBack(Desk d, BillRow bill, String reason, WalletRow wallet) {
        Instant from = bill.getWorthFrom();
        SubscriptionRow served = bill.getSubscriptionId() == null || !boughtTime(bill) ? null : d.find(SubscriptionRow.class, bill.getSubscriptionId(), "subscription");
        boolean ends = served != null && !served.isCancelled();
        if (ends && !bill.getWorthTo().equals(served.getExpiresAt()))
            throw new Conflict("the time of bill " + bill.getNumber() + " is not the last of its subscription any more; write a credit note instead");
        Deposits.requireUnsettled(d, bill);
        corrections.takeBack(d, bill, reason, wallet);
        if (ends) giveTimeBack(d, served, from, reason);
        after(d, bill, wallet);
    }

    /** Of a period or, after a change of package, of the rest of one. */
    private static boolean boughtTime(BillRow bill) {
        return bill.getWorthTo() != null && !bill.isDebt() && (bill.getPaidMinor() > 0 || bill.getState() == Bill.State.PAID);
    }

    private void giveTimeBack(Desk d, SubscriptionRow s, Instant from, String reason) {
        var before = s.told();
        s.endAt(from);
        if (s.getSecondsLeft() != null) s.pause(s.getPausedAt(), Math.max(0, Duration.between(s.getPausedAt(), from).toSeconds()));
        life.enter(d, s, SubscriptionLife.dated(s.getState(), from, d.now()), "its bill was taken back: " + reason);
        alarms.set(d, s, sheets.of(d, s).edition(s).getPeriod());
        d.audit("subscription.shorten", "subscription", s.getId(), before, s.told());
    }

    BillRow credit(Desk d, BillRow bill, long minor, String reason, WalletRow wallet) {
        Deposits.requireUnsettled(d, bill);
        BillRow note = corrections.credit(d, bill, minor, reason, wallet);
        after(d, bill, wallet);
        return note;
    }

    void writeOff(Desk d, BillRow bill, String reason, WalletRow wallet) {
        corrections.writeOff(d, bill, reason, wallet);
        after(d, bill, wallet);
    }

    /** What returned to the wallet may pay other debts, and a debt that is gone keeps nobody cut. */
    private void after(Desk d, BillRow bill, WalletRow wallet) {
        debts.settle(d, wallet);
        if (bill.isDebt() && bill.getSubscriptionId() != null) debts.lift(d, bill.getSubscriptionId());
    }
}
