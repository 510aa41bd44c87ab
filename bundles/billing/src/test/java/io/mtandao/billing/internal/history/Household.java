package io.mtandao.billing.internal.history;

import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.PENDING;

import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Deposit;
import io.mtandao.api.billing.Deposit.Choice;
import io.mtandao.api.billing.Deposit.Settlement;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import java.util.List;

/** Who comes, who pays for whom, and what is left when somebody goes. */
final class Household {
    private static final int MOST_PEOPLE = 8, MOST_LINES = 11;
    private final Village village;

    Household(Village village) {
        this.village = village;
    }

    Subscriber joins(String name, Long payer) {
        Subscriber s = village.isp.subscribers.create(village.isp.owner, new Subscribers.Draft(name, null, null, null, null, null, paidBy(payer)));
        village.people.add(s);
        return s;
    }

    private static Subscriber.Details paidBy(Long payer) {
        return new Subscriber.Details(null, null, null, null, null, null, null, payer, null);
    }

    String takes(Subscriber who, long packageId) {
        String line = "line" + village.taken.size();
        Subscription s = village.isp.subscriptions.create(village.isp.owner, new Subscriptions.Draft(who.id(), packageId, null, line, null, null));
        village.taken.add(s);
        return line + ": " + who.name() + " takes " + village.list.of(packageId).name();
    }

    String done(Act act, Seen seen) {
        return switch (act.kind()) {
            case TAKE -> take(act);
            case PAYER_GIVEN -> payer(free(act, seen), act.other(village.people));
            case PAYER_TAKEN -> payer(act.whom(village.people), null);
            case PAYER_CHANGED -> changePayer(act, seen);
            default -> settle(act, seen);
        };
    }

    private String take(Act act) {
        if (village.taken.size() >= MOST_LINES) return "nobody else comes";
        boolean stranger = act.size() % 2 == 0 && village.people.size() < MOST_PEOPLE;
        Subscriber who = stranger ? joins("Neighbour " + village.people.size(), null) : act.whom(village.people);
        return takes(who, act.other(village.list.packages).id());
    }

    /** Only who has nothing in the own wallet can be given a payer. */
    private Subscriber free(Act act, Seen seen) {
        List<Subscriber> free = village.people.stream().filter(p -> seen.wallets().getOrDefault(p.id(), 0L) == 0).toList();
        return act.whom(free.isEmpty() ? village.people : free);
    }

    /** Somebody else is to pay the rest of a bill, and mostly pays some of it. Where none is paid in part, one is, if the ISP sells parts. */
    private String changePayer(Act act, Seen seen) {
        List<BillRow> begun = seen.bills().stream().filter(b -> b.getState() == Bill.State.OPEN && !b.isDebt() && b.getPaidMinor() > 0).toList();
        if (begun.isEmpty()) return begin(act, seen);
        BillRow bill = act.whom(begun);
        Subscriber who = person(bill.getSubscriberId());
        boolean alone = who.id() != bill.getPayerId() && act.size() % 3 == 0;
        String said = "bill " + bill.getNumber() + " is paid in part; " + payer(who, alone ? null : act.other(others(who, bill.getPayerId())));
        return act.size() % 4 == 0 ? said : said + "; " + village.till.pay(who, 1 + bill.getOpenMinor() * (act.more() % 80) / 97);
    }

    private String begin(Act act, Seen seen) {
        List<SubscriptionRow> off = seen.subscriptions().stream().filter(s -> !s.isPostpaid() && (s.getState() == PENDING || s.getState() == EXPIRED)).toList();
        if (off.isEmpty()) return "no bill is paid in part";
        SubscriptionRow s = act.whom(off);
        return village.till.pay(person(s.getSubscriberId()), village.list.of(s.getPackageId()).price().minor() * (20 + act.more() % 60) / 100);
    }

    private Subscriber person(long id) {
        return village.people.stream().filter(p -> p.id() == id).findFirst().orElseThrow();
    }

    /** Who could pay for somebody instead of who does. */
    private List<Subscriber> others(Subscriber who, long payer) {
        List<Subscriber> others = village.people.stream().filter(p -> p.id() != who.id() && p.id() != payer)
            .filter(p -> village.isp.subscribers.get(village.isp.owner, p.id()).details().payerId() == null).toList();
        return others.isEmpty() ? village.people : others;
    }

    private String payer(Subscriber who, Subscriber payer) {
        Subscriber now = village.isp.subscribers.get(village.isp.owner, who.id());
        village.isp.subscribers.update(village.isp.owner, who.id(), now.version(),
            new Subscribers.Draft(now.name(), now.phone(), now.email(), now.accountNumber(), now.place(), now.notes(),
                paidBy(payer == null ? null : payer.id())));
        return payer == null ? who.name() + " pays alone" : payer.name() + " pays for " + who.name();
    }

    /** Of one who is gone; where nobody is gone who left a deposit, somebody goes. */
    private String settle(Act act, Seen seen) {
        List<SubscriptionRow> left = seen.subscriptions().stream()
            .filter(s -> village.isp.subscriptions.deposit(village.isp.owner, s.getId()).held().isPositive()).toList();
        List<SubscriptionRow> gone = left.stream().filter(SubscriptionRow::isCancelled).toList();
        if (gone.isEmpty() && !left.isEmpty()) {
            village.isp.subscriptions.cancel(village.isp.owner, act.whom(left).getId(), "moves away");
            return village.line(act.whom(left).getId()) + " ends; its deposit is there still";
        }
        SubscriptionRow s = act.whom(gone.isEmpty() ? seen.subscriptions() : gone);
        Choice choice = Choice.values()[act.size() % Choice.values().length];
        boolean part = choice == Choice.KEEP && act.more() % 2 == 0;
        Deposit d = village.isp.subscriptions.settleDeposit(village.isp.owner, s.getId(),
            new Settlement(choice, part ? village.isp.money(1 + act.more() % 300) : null, choice == Choice.KEEP ? "broken" : null));
        village.watch.purses.returned(seen, s, d.settled().returned().minor());
        return "the deposit of " + village.line(s.getId()) + " is settled: " + d.settled().returned() + " go back, " + d.settled().kept() + " are kept";
    }
}
