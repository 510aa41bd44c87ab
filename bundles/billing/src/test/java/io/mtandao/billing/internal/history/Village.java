package io.mtandao.billing.internal.history;

import io.mtandao.api.Problem;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.BillingPolicy.DunningStep.Action;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.RenewalPolicy.Excess;
import io.mtandao.api.billing.RenewalPolicy.ExpiryTime;
import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.api.billing.RenewalPolicy.Partial;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** An ISP with a handful of subscribers to whom anything may happen. What happens is written down in the words of the trade, and watched as it happens. */
final class Village {
    private static final DateTimeFormatter SAID = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm:ss", Locale.ENGLISH);
    private static final String[] ZONES = {"Africa/Nairobi", "Asia/Kolkata", "America/New_York", "Pacific/Auckland", "Pacific/Pago_Pago",
        "Pacific/Kiritimati", "Africa/Cairo"};
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
    final Till till;
    private final Staff staff;
    final Days days;

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
        int dueDays = 1 + chance.nextInt(9);
        Reduction fee = chance.nextBoolean() ? Reduction.percent(500) : Reduction.of(Till.kes(12_345));
        isp.policies.update(isp.owner, new BillingPolicy(p.version(), renewal, dueDays, dunning, fee, null,
            new BillingPolicy.Fuse(100, 0), p.numbering()));
        story.add("An ISP in " + zone + " bills so: " + isp.policies.get(isp.owner).renewal() + ", dunning " + dunning);
        isp.sleepsAtNight();
        list = new PriceList(isp);
        sundries = new Sundries(isp);
        till = new Till(this);
        staff = new Staff(this);
        days = new Days(this);
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

    String told(SubscriptionRow s) {
        return line(s.getId()) + " " + s.getState() + " until " + said(s.getExpiresAt());
    }

    /** Does it, and looks whether all is well then. */
    void play(Act act) {
        boolean wasDown = days.up();
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
        if (days.isDown()) return;
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
        return switch (act.kind()) {
            case TIME -> days.goOn(act, seen);
            case DOWN -> days.fallDown(act);
            case PAY, PAY_IN_PARTS, PAY_AGAIN, ADJUST, TRANSFER, REFUND, VOUCHER -> till.done(act, seen);
            case VOID, CREDIT, WRITE_OFF -> staff.correct(act, seen);
            case EDITION -> list.change(act);
            case EDITION_CANCELLED -> list.cancel(act);
            case TAKE, PAYER_GIVEN, PAYER_TAKEN, PAYER_CHANGED, SETTLE_DEPOSIT -> household.done(act, seen);
            case ADD_ON, ADD_ON_ENDED, DISCOUNT, COUPON, DISCOUNT_ENDED, OWN_PRICE, DATA, TOP_UP -> sundries.done(act, id, line(id));
            default -> staff.step(act, id, seen);
        };
    }

    /** At the end: nothing is left undone. */
    void catchUp() {
        days.up();
        isp.itIs(isp.clock.instant().toString());
    }
}
