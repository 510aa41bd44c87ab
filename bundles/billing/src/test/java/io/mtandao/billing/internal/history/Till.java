package io.mtandao.billing.internal.history;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.kit.Isp;
import java.util.ArrayList;
import java.util.List;

/** What is paid, given, moved and given back by hand. */
final class Till {
    private final Village village;
    private final Isp isp;
    private final List<String> receipts = new ArrayList<>();

    Till(Village village) {
        this.village = village;
        isp = village.isp;
    }

    String done(Act act, Seen seen) {
        Subscriber who = act.whom(village.people);
        return switch (act.kind()) {
            case PAY -> pay(who, amount(act, seen));
            case PAY_IN_PARTS -> payInParts(who, amount(act, seen), 2 + act.more() % 4);
            case PAY_AGAIN -> payAgain(act);
            case ADJUST -> adjust(who, 100L * (act.size() % 1500 - 400));
            case TRANSFER -> transfer(who, act.other(village.people), 1 + act.size() % 150_000);
            case REFUND -> refund(who, 1 + act.size() % 150_000);
            default -> voucher(act.whom(village.taken), 1 + act.size() % 200_000);
        };
    }

    /** The price of something, a part of it, more than it, or anything. */
    private long amount(Act act, Seen seen) {
        long price = act.other(village.list.packages).price().minor();
        return switch (act.size() % 6) {
            case 0, 1 -> price;
            case 2 -> 1 + price * (act.more() % 97) / 97;
            case 3 -> price + 1 + act.more() % 300_000;
            case 4 -> 2 * price;
            default -> Math.max(1, seen.billsOf(act.whom(village.taken).id()).stream().mapToLong(BillRow::getOpenMinor).sum());
        };
    }

    static Money kes(long minor) {
        return Money.of(minor, "KES");
    }

    String pay(Subscriber who, long minor) {
        String receipt = "R" + (receipts.size() + 1);
        receipts.add(receipt);
        Ledger.Received r = isp.ledger.receive(isp.system, who.id(), kes(minor), new Ledger.Source("payment", receipt, "mpesa"), "M-Pesa " + receipt);
        village.watch.purses.in(who.id(), minor);
        return who.name() + " pays " + kes(minor) + "; " + r.renewed() + " renewed, " + r.balance() + " left";
    }

    private String payInParts(Subscriber who, long minor, int parts) {
        long left = minor;
        for (int i = parts; i > 1 && left > i; i--) {
            pay(who, left / i);
            left -= left / i;
        }
        return pay(who, left) + " (the last of " + parts + " parts of " + kes(minor) + ")";
    }

    private String payAgain(Act act) {
        if (receipts.isEmpty()) return "nothing was paid yet that could be told of again";
        String receipt = act.other(receipts);
        isp.ledger.receive(isp.system, act.whom(village.people).id(), kes(77_700), new Ledger.Source("payment", receipt, "mpesa"), "again");
        return "the provider tells of " + receipt + " once more";
    }

    private String adjust(Subscriber who, long minor) {
        if (minor == 0) return "nothing to adjust";
        isp.ledger.adjust(isp.owner, who.id(), kes(minor), "by hand");
        village.watch.purses.adjusted(who.id(), minor);
        return "staff books " + kes(minor) + " for " + who.name();
    }

    private String transfer(Subscriber from, Subscriber to, long minor) {
        if (from.id() == to.id()) return "nothing to transfer";
        isp.ledger.transfer(isp.owner, from.id(), to.id(), kes(minor), "by hand");
        village.watch.purses.moved(from.id(), to.id(), minor);
        return kes(minor) + " go from " + from.name() + " to " + to.name();
    }

    private String refund(Subscriber who, long minor) {
        isp.ledger.refund(isp.owner, who.id(), kes(minor), "mpesa", "back" + receipts.size() + village.story.size(), "asked for it");
        village.watch.purses.in(who.id(), -minor);
        return who.name() + " gets " + kes(minor) + " back";
    }

    private String voucher(Subscription s, long minor) {
        isp.subscriptions.redeemPeriod(isp.system, s.id(), new Ledger.Source("voucher", "V" + village.story.size(), "voucher"), kes(minor), null);
        village.watch.purses.voucher(s.subscriberId(), minor);
        village.sundries.agree(s.id(), minor);
        return s.pppoeUser() + " redeems a voucher of " + kes(minor);
    }
}
