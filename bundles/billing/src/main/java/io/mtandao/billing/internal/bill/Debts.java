package io.mtandao.billing.internal.bill;

import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.SubscriptionRow.Hold;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.life.Life;
import io.mtandao.billing.internal.policy.Policies;
import io.mtandao.billing.internal.rules.DebtRule;
import io.mtandao.billing.internal.rules.PeriodEnd;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says which debts the wallet's money has paid, and lets on again whom dunning had cut. The money itself was booked when the debt was written. */
@Component(service = Debts.class)
public final class Debts {
    private final BillBook bills;
    private final Sheets sheets;
    private final Life life;
    private final Alarms alarms;
    private final Policies policies;

    @Activate
    public Debts(@Reference BillBook bills, @Reference Sheets sheets, @Reference Life life, @Reference Alarms alarms, @Reference Policies policies) {
        this.bills = bills;
        this.sheets = sheets;
        this.life = life;
        this.alarms = alarms;
        this.policies = policies;
    }

    /** After the wallet's balance changed. */
    public void settle(Desk d, WalletRow wallet) {
        settle(d, wallet, bills.debts(d, wallet.getSubscriberId()), null);
    }

    /** @param open all the debts of this wallet, oldest first @param run whose bills are told of by the run alone, or null */
    void settle(Desk d, WalletRow wallet, List<BillRow> open, Long run) {
        if (open.isEmpty()) return;
        long[] parts = DebtRule.paid(open.stream().mapToLong(BillRow::getOpenMinor).toArray(), wallet.getBalance());
        Set<Long> paid = new HashSet<>();
        for (int i = 0; i < parts.length; i++) {
            BillRow bill = open.get(i);
            if (parts[i] == 0) continue;
            var before = run != null && run.equals(bill.getRunId()) ? null : bill.told();
            bill.pay(parts[i], d.now());
            if (before != null) d.audit("bill.pay", "bill", bill.getId(), before, bill.told());
            if (bill.getOpenMinor() == 0 && bill.getSubscriptionId() != null) paid.add(bill.getSubscriptionId());
        }
        paid.forEach(id -> lift(d, id));
    }

    /** Also when a debt was given up or credited. */
    void lift(Desk d, long subscriptionId) {
        SubscriptionRow s = d.em().find(SubscriptionRow.class, subscriptionId);
        if (s == null || s.getState() != SubscriptionState.SUSPENDED || s.getHold() != Hold.DEBT) return;
        int cutDay = policies.of(d).dunning().stream().filter(x -> x.action() == DunningStep.Action.SUSPEND).mapToInt(DunningStep::day).min().orElse(Integer.MIN_VALUE);
        // a debt stays in the wallet where it was booked: another than this one when the payer was changed
        boolean stillCut = d.ofIds(BillRow.class, "subscriptionId", List.of(subscriptionId), "e.state = ?3", Bill.State.OPEN).stream()
            .anyMatch(b -> b.isDebt() && b.getOpenMinor() > 0 && b.getDunDay() >= cutDay);
        if (stillCut) return;
        Sheet sheet = sheets.of(d, s);
        if (s.isPostpaid()) {
            // nothing was delivered meanwhile, and what was before is billed: a new period begins
            s.standUnder(sheet.edition(s));
            PeriodEnd.End end = PeriodEnd.after(d.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS), null, sheet.rhythm(s), d.zone());
            s.run(d.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS), end.at(), end.anchor());
        }
        var before = s.told();
        life.enter(d, s, SubscriptionLife.resumed(s.getState(), s.getStateBefore(), s.getExpiresAt(), d.now()), "the debt was paid");
        alarms.set(d, s, sheet.edition(s).getPeriod());
        life.served(d, s);
        d.audit("subscription.resume", "subscription", s.getId(), before, s.told());
    }
}
