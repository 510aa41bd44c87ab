package io.mtandao.billing.internal.history;

import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.kit.Isp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What staff does to bills and subscriptions, and subscribers to their own. */
final class Staff {
    private final Village village;
    private final Isp isp;

    Staff(Village village) {
        this.village = village;
        isp = village.isp;
    }

    String correct(Act act, Seen seen) {
        List<BillRow> bills = seen.bills().stream().filter(b -> b.getKind() == Bill.Kind.BILL && b.getState() != Bill.State.VOID).toList();
        if (bills.isEmpty()) return "no bill is there to be corrected";
        BillRow b = toCorrect(act, bills);
        return switch (act.kind()) {
            case VOID -> {
                isp.bills.voidBill(isp.owner, b.getId(), "wrong");
                yield "bill " + b.getNumber() + " of " + village.line(b.getSubscriptionId()) + " is taken back";
            }
            case CREDIT -> {
                long minor = 1 + act.size() % Math.max(1, b.getTotalMinor());
                isp.bills.creditNote(isp.owner, b.getId(), Till.kes(minor), "bad days");
                yield Till.kes(minor) + " of bill " + b.getNumber() + " of " + village.line(b.getSubscriptionId()) + " are credited";
            }
            default -> {
                isp.bills.writeOff(isp.owner, b.getId(), "gone");
                if (village.papers.isSettled(b.getSubscriptionId())) village.papers.givenUpAfterwards.add(b.getId());
                yield "bill " + b.getNumber() + " of " + village.line(b.getSubscriptionId()) + " is given up";
            }
        };
    }

    /** One that others have paid than who pays it now, most often, if there is one; or one of the newest; or any. */
    private BillRow toCorrect(Act act, List<BillRow> bills) {
        List<BillRow> paidByOthers = bills.stream().filter(village.watch.purses::isPaidByOthers).toList();
        if (act.size() % 4 == 0) return act.whom(bills);
        if (act.size() % 4 < 3 && !paidByOthers.isEmpty()) return act.whom(paidByOthers);
        return bills.get(bills.size() - 1 - act.who() % Math.min(4, bills.size()));
    }

    String step(Act act, long id, Seen seen) {
        InternetPackage to = act.other(village.list.packages);
        SubscriptionRow was = seen.subscription(id);
        switch (act.kind()) {
            case ACTIVATE -> isp.subscriptions.activate(isp.owner, id, null);
            case RENEW -> isp.subscriptions.renew(isp.owner, id);
            case BILL_NEXT -> isp.bills.billNext(isp.owner, id);
            case BILL_DUE -> isp.bills.billDue(isp.owner);
            case PAUSE -> isp.subscriptions.pause(isp.owner, id, null);
            case RESUME -> isp.subscriptions.resume(isp.owner, id);
            case SUSPEND -> isp.subscriptions.suspend(isp.owner, id, null);
            case CHANGE_NOW -> isp.subscriptions.changePackage(isp.owner, id, to.id(), null);
            case CHANGE_AT_RENEWAL -> isp.subscriptions.schedule(isp.owner, id, ScheduledChange.Kind.CHANGE_PACKAGE, null, to.id(), null);
            case CHANGE_NEXT -> isp.subscriptions.update(isp.owner, id, was.getVersion(), new Subscriptions.Draft(was.getSubscriberId(), to.id(), null, null,
                null, null));
            case MOVE -> move(act, was);
            case CANCEL -> isp.subscriptions.cancel(isp.owner, id, null);
            default -> throw new IllegalArgumentException(act.toString());
        }
        Seen after = Seen.of(isp);
        village.watch.boughtTime.stepped(act.kind(), was, after.subscription(id));
        boolean change = List.of(Act.Kind.CHANGE_NOW, Act.Kind.CHANGE_AT_RENEWAL, Act.Kind.CHANGE_NEXT).contains(act.kind());
        return act.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + village.told(was) + (change ? " to " + to.name() : "") + "; then "
            + village.told(after.subscription(id));
    }

    /** By some hours, or by a whole period, which is what staff takes for a month. */
    private void move(Act act, SubscriptionRow s) {
        Instant from = s.getExpiresAt() == null ? isp.clock.instant() : s.getExpiresAt();
        Instant begin = s.getPeriodFrom() == null ? from : s.getPeriodFrom();
        isp.subscriptions.moveExpiry(isp.owner, s.getId(), act.size() % 3 == 0 ? begin : from.plus(Duration.ofHours(act.size() % 480 - 160)), "by hand");
    }
}
