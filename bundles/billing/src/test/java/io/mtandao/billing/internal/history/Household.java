package io.mtandao.billing.internal.history;

import io.mtandao.api.billing.Deposit;
import io.mtandao.api.billing.Deposit.Choice;
import io.mtandao.api.billing.Deposit.Settlement;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions;
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

    private String payer(Subscriber who, Subscriber payer) {
        Subscriber now = village.isp.subscribers.get(village.isp.owner, who.id());
        village.isp.subscribers.update(village.isp.owner, who.id(), now.version(),
            new Subscribers.Draft(now.name(), now.phone(), now.email(), now.accountNumber(), now.place(), now.notes(), paidBy(payer == null ? null : payer.id())));
        return payer == null ? who.name() + " pays alone" : payer.name() + " pays for " + who.name();
    }

    /** Of one who is gone; where nobody is gone who left a deposit, somebody goes. */
    private String settle(Act act, Seen seen) {
        List<SubscriptionRow> left = seen.subscriptions().stream().filter(s -> village.isp.subscriptions.deposit(village.isp.owner, s.getId()).held().isPositive()).toList();
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
        village.watch.returned(s.getPayerId(), d.settled().returned().minor());
        return "the deposit of " + village.line(s.getId()) + " is settled: " + d.settled().returned() + " go back, " + d.settled().kept() + " are kept";
    }
}
