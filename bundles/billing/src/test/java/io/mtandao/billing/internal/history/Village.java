package io.mtandao.billing.internal.history;

import io.mtandao.api.Money;
import io.mtandao.api.Problem;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.BillingPolicy.DunningStep.Action;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.RenewalPolicy.Excess;
import io.mtandao.api.billing.RenewalPolicy.ExpiryTime;
import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.api.billing.RenewalPolicy.Partial;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** An ISP with a handful of subscribers to whom anything may happen. What happens is written down in the words of the trade, and watched as it happens. */
final class Village {
    private static final DateTimeFormatter SAID = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm:ss", Locale.ENGLISH);
    private static final String[] ZONES = {"Africa/Nairobi", "Asia/Kolkata", "America/New_York", "Pacific/Auckland", "Pacific/Pago_Pago",
        "Pacific/Kiritimati", "Africa/Cairo"};
    private static final Duration DAY = Duration.ofDays(1);
    final Isp isp;
    final ZoneId zone;
    final List<String> story = new ArrayList<>();
    final PriceList list;
    final Sundries sundries;
    final Papers papers = new Papers(this);
    final Watch watch;
    final List<Subscriber> people = new ArrayList<>();
    final List<Subscription> taken = new ArrayList<>();
    private final Household household = new Household(this);
    private final List<String> receipts = new ArrayList<>();
    private boolean down;

    /** @param kinds how it bills, what it sells and who takes it, by chance */
    Village(TestDatabase.Kind database, Random chance) {
        zone = ZoneId.of(ZONES[chance.nextInt(ZONES.length)]);
        isp = Isp.on(database, "KE", "KES", zone.getId());
        RenewalPolicy renewal = new RenewalPolicy(any(chance, Late.values()), any(chance, Partial.values()), any(chance, Excess.values()),
            chance.nextInt(4) > 0,
            chance.nextInt(2) * 3, any(chance, ExpiryTime.values()));
        BillingPolicy p = isp.policies.get(isp.owner);
        List<DunningStep> dunning = chance.nextBoolean() ? p.dunning() : List.of(new DunningStep(1, Action.LATE_FEE), new DunningStep(3, Action.SUSPEND),
            new DunningStep(5, Action.LATE_FEE));
        isp.policies.update(isp.owner, new BillingPolicy(p.version(), renewal, 1 + chance.nextInt(9), dunning, chance.nextBoolean() ? Reduction.percent(500) : Reduction.of(kes(12_345)), null,
            new BillingPolicy.Fuse(100, 0), p.numbering()));
        story.add("An ISP in " + zone + " bills so: " + isp.policies.get(isp.owner).renewal() + ", dunning " + dunning);
        isp.sleepsAtNight();
        list = new PriceList(isp);
        sundries = new Sundries(isp);
        settle(chance);
        watch = new Watch(this);
    }

    private static <T> T any(Random chance, T[] all) {
        return all[chance.nextInt(all.length)];
    }

    private void settle(Random chance) {
        for (String name : List.of("Amina", "Brian", "Chebet", "Daudi")) household.joins(name, null);
        household.joins("Eve, whom Amina pays for", people.get(0).id());
        for (int i = 0; i < 7; i++)
            story.add(household.takes(people.get(i % people.size()), list.packages.get(i < 5 ? chance.nextInt(5) : 5 + chance.nextInt(3)).id()));
    }

    String line(long subscription) {
        return taken.stream().filter(s -> s.id() == subscription).findFirst().map(Subscription::pppoeUser).orElse("#" + subscription);
    }

    String said(Instant at) {
        return at == null ? "never" : SAID.format(at.atZone(zone));
    }

    private String told(SubscriptionRow s) {
        return line(s.getId()) + " " + s.getState() + " until " + said(s.getExpiresAt());
    }

    /** Does it, and looks whether all is well then. */
    void play(Act act) {
        boolean wasDown = down;
        down = false;
        Seen before = Seen.of(isp);
        String when = said(isp.clock.instant()) + ": ";
        try {
            story.add(when + done(act, before));
        } catch (Problem refused) {
            if (act.kind() == Act.Kind.PAY || act.kind() == Act.Kind.PAY_IN_PARTS) throw new AssertionError("money was refused: " + refused.getMessage(),
                refused);
            story.add(when + words(act, before) + ", refused: " + refused.getMessage());
            if (!Seen.of(isp).fingerprint().equals(before.fingerprint())) throw new AssertionError("what was refused left a trace");
        }
        if (down) return;
        if (wasDown) {
            isp.itIs(isp.clock.instant().toString());
            story.add("    the platform has caught up");
        }
        watch.look();
        watch.lookAtPapers();
    }

    private String words(Act act, Seen seen) {
        return act.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + told(seen.subscription(act.whom(taken).id()));
    }

    private String done(Act act, Seen seen) {
        long id = act.whom(taken).id();
        String said = switch (act.kind()) {
            case TIME, DOWN, PAY, PAY_IN_PARTS, PAY_AGAIN, ADJUST, TRANSFER, REFUND, VOUCHER -> money(act, seen);
            case VOID, CREDIT, WRITE_OFF -> correct(act, seen);
            case EDITION -> list.change(act);
            case EDITION_CANCELLED -> list.cancel(act);
            case TAKE, PAYER_GIVEN, PAYER_TAKEN, SETTLE_DEPOSIT -> household.done(act, seen);
            case ADD_ON, ADD_ON_ENDED, DISCOUNT, COUPON, DISCOUNT_ENDED, OWN_PRICE, DATA, TOP_UP -> sundries.done(act, id, line(id));
            default -> step(act, id, seen);
        };
        return said;
    }

    private String money(Act act, Seen seen) {
        Subscriber who = act.whom(people);
        return switch (act.kind()) {
            case TIME -> goOn(act, seen);
            case DOWN -> fallDown(act);
            case PAY -> pay(who, amount(act, seen));
            case PAY_IN_PARTS -> payInParts(who, amount(act, seen), 2 + act.more() % 4);
            case PAY_AGAIN -> payAgain(act);
            case ADJUST -> adjust(who, 100L * (act.size() % 1500 - 400));
            case TRANSFER -> transfer(who, act.other(people), 1 + act.size() % 150_000);
            case REFUND -> refund(who, 1 + act.size() % 150_000);
            default -> voucher(act.whom(taken), 1 + act.size() % 200_000);
        };
    }

    /** The price of something, a part of it, more than it, or anything. */
    private long amount(Act act, Seen seen) {
        long price = act.other(list.packages).price().minor();
        return switch (act.size() % 6) {
            case 0, 1 -> price;
            case 2 -> 1 + price * (act.more() % 97) / 97;
            case 3 -> price + 1 + act.more() % 300_000;
            case 4 -> 2 * price;
            default -> Math.max(1, seen.billsOf(act.whom(taken).id()).stream().mapToLong(BillRow::getOpenMinor).sum());
        };
    }

    private Money kes(long minor) {
        return Money.of(minor, "KES");
    }

    private String pay(Subscriber who, long minor) {
        String receipt = "R" + (receipts.size() + 1);
        receipts.add(receipt);
        Ledger.Received r = isp.ledger.receive(isp.system, who.id(), kes(minor), new Ledger.Source("payment", receipt, "mpesa"), "M-Pesa " + receipt);
        watch.in(who.id(), minor);
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
        isp.ledger.receive(isp.system, act.whom(people).id(), kes(77_700), new Ledger.Source("payment", receipt, "mpesa"), "again");
        return "the provider tells of " + receipt + " once more";
    }

    private String adjust(Subscriber who, long minor) {
        if (minor == 0) return "nothing to adjust";
        isp.ledger.adjust(isp.owner, who.id(), kes(minor), "by hand");
        watch.adjusted(who.id(), minor);
        return "staff books " + kes(minor) + " for " + who.name();
    }

    private String transfer(Subscriber from, Subscriber to, long minor) {
        if (from.id() == to.id()) return "nothing to transfer";
        isp.ledger.transfer(isp.owner, from.id(), to.id(), kes(minor), "by hand");
        watch.moved(from.id(), to.id(), minor);
        return kes(minor) + " go from " + from.name() + " to " + to.name();
    }

    private String refund(Subscriber who, long minor) {
        isp.ledger.refund(isp.owner, who.id(), kes(minor), "mpesa", "back" + receipts.size() + story.size(), "asked for it");
        watch.in(who.id(), -minor);
        return who.name() + " gets " + kes(minor) + " back";
    }

    private String voucher(Subscription s, long minor) {
        isp.subscriptions.redeemPeriod(isp.system, s.id(), new Ledger.Source("voucher", "V" + story.size(), "voucher"), kes(minor), null);
        watch.voucher(s.subscriberId(), minor);
        sundries.agree(s.id(), minor);
        return s.pppoeUser() + " redeems a voucher of " + kes(minor);
    }

    private String correct(Act act, Seen seen) {
        List<BillRow> bills = seen.bills().stream().filter(b -> b.getKind() == Bill.Kind.BILL && b.getState() != Bill.State.VOID).toList();
        if (bills.isEmpty()) return "no bill is there to be corrected";
        // the newest are corrected most often
        BillRow b = act.size() % 3 == 0 ? act.whom(bills) : bills.get(bills.size() - 1 - act.who() % Math.min(4, bills.size()));
        return switch (act.kind()) {
            case VOID -> {
                isp.bills.voidBill(isp.owner, b.getId(), "wrong");
                yield "bill " + b.getNumber() + " of " + line(b.getSubscriptionId()) + " is taken back";
            }
            case CREDIT -> {
                long minor = 1 + act.size() % Math.max(1, b.getTotalMinor());
                isp.bills.creditNote(isp.owner, b.getId(), kes(minor), "bad days");
                yield kes(minor) + " of bill " + b.getNumber() + " of " + line(b.getSubscriptionId()) + " are credited";
            }
            default -> {
                isp.bills.writeOff(isp.owner, b.getId(), "gone");
                if (papers.isSettled(b.getSubscriptionId())) papers.givenUpAfterwards.add(b.getId());
                yield "bill " + b.getNumber() + " of " + line(b.getSubscriptionId()) + " is given up";
            }
        };
    }

    private String step(Act act, long id, Seen seen) {
        InternetPackage to = act.other(list.packages);
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
        watch.stepped(act.kind(), was, after.subscription(id));
        boolean change = List.of(Act.Kind.CHANGE_NOW, Act.Kind.CHANGE_AT_RENEWAL, Act.Kind.CHANGE_NEXT).contains(act.kind());
        return act.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + told(was) + (change ? " to " + to.name() : "") + "; then "
            + told(after.subscription(id));
    }

    /** By some hours, or by a whole period, which is what staff takes for a month. */
    private void move(Act act, SubscriptionRow s) {
        Instant from = s.getExpiresAt() == null ? isp.clock.instant() : s.getExpiresAt();
        Instant begin = s.getPeriodFrom() == null ? from : s.getPeriodFrom();
        isp.subscriptions.moveExpiry(isp.owner, s.getId(), act.size() % 3 == 0 ? begin : from.plus(Duration.ofHours(act.size() % 480 - 160)), "by hand");
    }

    private String goOn(Act act, Seen seen) {
        Instant to = switch (act.size() % 6) {
            case 0 -> isp.clock.instant().plus(Duration.ofMinutes(1 + act.more() % 600));
            case 1 -> isp.clock.instant().plus(Duration.ofHours(1 + act.more() % 72));
            case 2, 3 -> isp.clock.instant().plus(Duration.ofHours(1 + act.more() % 300));
            case 4 -> isp.clock.instant().plus(Duration.ofDays(1 + act.more() % 45));
            default -> seen.subscriptions().stream().map(SubscriptionRow::getExpiresAt).filter(e -> e != null && e.isAfter(isp.clock.instant()))
                .min(Instant::compareTo)
                .orElse(isp.clock.instant()).plusSeconds(act.more() % 3 - 1L);
        };
        goOnUntil(to);
        return "it is now " + said(isp.clock.instant());
    }

    /** Day by day, so that whatever happens on the way is seen as well. */
    private void goOnUntil(Instant to) {
        while (isp.clock.instant().isBefore(to)) {
            Instant next = isp.clock.instant().plus(DAY);
            isp.itIs((next.isBefore(to) ? next : to).toString());
            watch.look();
        }
    }

    private String fallDown(Act act) {
        down = true;
        Instant to = isp.clock.instant().plus(Duration.ofHours(1 + act.more() % (24 * 12)));
        isp.clock.set(to);
        return "the platform is down until " + said(to);
    }

    /** Then the clock has not caught up, and nothing is as it should be. */
    boolean isDown() {
        return down;
    }

    /** At the end: nothing is left undone. */
    void catchUp() {
        isp.itIs(isp.clock.instant().toString());
        down = false;
    }

    /** How it ended, for whoever reads a story that went wrong. */
    String told() {
        Seen end = Seen.of(isp);
        StringBuilder all = new StringBuilder(String.join("\n", story)).append("\nIn the end, ").append(said(end.now())).append(":\n");
        Map<Long, String> names = new HashMap<>();
        people.forEach(p -> names.put(p.id(), p.name()));
        end.wallets().forEach((who, minor) -> all.append("  ").append(names.get(who)).append(" has ").append(kes(minor)).append('\n'));
        for (SubscriptionRow s : end.subscriptions()) {
            all.append("  ").append(told(s)).append(" (period from ").append(said(s.getPeriodFrom())).append(")\n");
            Seen.steps(isp, s.getId()).forEach(t -> all.append("      ").append(said(t.at())).append(" ").append(t.from()).append(" -> ").append(t.to())
                .append('\n'));
            for (BillRow b : end.bills()) if (Long.valueOf(s.getId()).equals(b.getSubscriptionId())) all.append("      ").append(told(b)).append('\n');
        }
        return all.toString();
    }

    private String told(BillRow b) {
        return b.getNumber() + " " + b.getState() + (b.isDebt() ? " (debt)" : "") + " " + packageName(b) + " " + kes(b.getTotalMinor()) + ", paid "
            + kes(b.getPaidMinor()) + ", credited "
            + kes(b.getCreditedMinor()) + ", " + said(b.getPeriodFrom()) + " to " + said(b.getPeriodTo()) + (b.getWorthFrom() == null ? "" : ", worth "
                + said(b.getWorthFrom()) + " to "
                + said(b.getWorthTo()));
    }

    private String packageName(BillRow b) {
        return b.getPackageId() == null ? "charge" : list.of(b.getPackageId()).name();
    }
}
