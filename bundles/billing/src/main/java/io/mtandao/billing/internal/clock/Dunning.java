package io.mtandao.billing.internal.clock;

import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillOverdue;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.bill.LateFees;
import io.mtandao.billing.internal.bill.Postpaid;
import io.mtandao.billing.internal.bill.Sheets;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.SubscriptionRow.Hold;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.life.Life;
import io.mtandao.billing.internal.policy.Policies;
import io.mtandao.billing.internal.rules.DunningRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the dunning steps of one bill whose day has come, one after the other; each concerns the service that the bill is for, and no other. */
@Component(service = Dunning.class)
public final class Dunning {
    private final Books books;
    private final Policies policies;
    private final LateFees lateFees;
    private final Sheets sheets;
    private final Postpaid postpaid;
    private final Life life;
    private final Alarms alarms;

    @Activate
    public Dunning(@Reference Books books, @Reference Policies policies, @Reference LateFees lateFees, @Reference Sheets sheets, @Reference Postpaid postpaid,
            @Reference Life life, @Reference Alarms alarms) {
        this.books = books;
        this.policies = policies;
        this.lateFees = lateFees;
        this.sheets = sheets;
        this.postpaid = postpaid;
        this.life = life;
        this.alarms = alarms;
    }

    List<Long> due(Desk d, long after, int most) {
        return d.em().createQuery("select b.id from BillRow b where b.dunAt <= ?1 and b.id > ?2 order by b.id", Long.class)
            .setParameter(1, d.now()).setParameter(2, after).setMaxResults(most).getResultList();
    }

    Instant next(Desk d) {
        return d.em().createQuery("select min(b.dunAt) from BillRow b where b.dunAt < ?1", Instant.class).setParameter(1, SubscriptionRow.NEVER).getSingleResult();
    }

    /** @param mayCut whether a cut may be made now @return false when a cut is wanted that may not be made: then the step stays to be taken */
    boolean come(Desk d, long billId, boolean mayCut) {
        WalletRow wallet = books.walletOfBill(d, billId);
        BillRow bill = d.find(BillRow.class, billId, "bill");
        if (bill.getState() != Bill.State.OPEN) {
            bill.dunned(bill.getDunDay(), null);
            return true;
        }
        BillingPolicy policy = policies.of(d);
        while (true) {
            Optional<DunningStep> step = DunningRule.next(policy.dunning(), bill.getDunDay());
            if (step.isEmpty()) {
                bill.dunned(bill.getDunDay(), null);
                return true;
            }
            Instant at = DunningRule.at(step.get(), bill.getDueAt(), d.zone());
            if (at.isAfter(d.now())) {
                bill.dunned(bill.getDunDay(), at);
                alarms.ring(d, at);
                return true;
            }
            if (step.get().action() == DunningStep.Action.SUSPEND && cuts(d, bill) && !mayCut) return false;
            take(d, bill, step.get(), wallet);
        }
    }

    private boolean cuts(Desk d, BillRow bill) {
        SubscriptionRow s = bill.getSubscriptionId() == null ? null : d.em().find(SubscriptionRow.class, bill.getSubscriptionId());
        return s != null && s.getState().isServed();
    }

    private void take(Desk d, BillRow bill, DunningStep step, WalletRow wallet) {
        bill.dunned(step.day(), null);
        switch (step.action()) {
            case REMIND -> {}
            case LATE_FEE -> lateFees.charge(d, bill, step, wallet);
            case SUSPEND -> suspend(d, bill, wallet);
        }
        d.raise(new BillOverdue(bill.getId(), bill.getSubscriberId(), bill.getSubscriptionId(), bill.getNumber(), d.money(bill.getOpenMinor()), bill.getDueAt(), step.day(),
            step.action()));
    }

    private void suspend(Desk d, BillRow bill, WalletRow wallet) {
        if (!cuts(d, bill)) return;
        SubscriptionRow s = d.find(SubscriptionRow.class, bill.getSubscriptionId(), "subscription");
        var before = s.told();
        // what was used until now is billed, and nothing more until it is on again
        if (s.isPostpaid()) postpaid.settle(d, sheets.of(d, s), s, s.getPayerId() == wallet.getSubscriberId() ? wallet : books.wallet(d, s.getPayerId()));
        life.cut(d, s, SubscriptionState.SUSPENDED, "bill " + bill.getNumber() + " is not paid");
        s.hold(Hold.DEBT);
        alarms.set(d, s, null);
        d.audit("subscription.suspend", "subscription", s.getId(), before, s.told());
    }
}
