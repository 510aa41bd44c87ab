package io.mtandao.billing.internal.subscription;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.bill.BillBook;
import io.mtandao.billing.internal.bill.Corrections;
import io.mtandao.billing.internal.bill.Postpaid;
import io.mtandao.billing.internal.bill.Renewals;
import io.mtandao.billing.internal.bill.Sheet;
import io.mtandao.billing.internal.bill.Sheets;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.SubscriptionRow.Hold;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.life.Life;
import io.mtandao.billing.internal.rules.PeriodEnd;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The steps of a subscription's life that staff takes. Each holds the lock of the wallet that pays first. */
@Component(service = SubscriptionSteps.class)
public final class SubscriptionSteps {
    private final Books books;
    private final BillBook bills;
    private final Corrections corrections;
    private final Sheets sheets;
    private final Renewals renewals;
    private final Postpaid postpaid;
    private final Life life;
    private final Alarms alarms;

    @Activate
    public SubscriptionSteps(@Reference Books books, @Reference BillBook bills, @Reference Corrections corrections, @Reference Sheets sheets, @Reference Renewals renewals,
            @Reference Postpaid postpaid, @Reference Life life, @Reference Alarms alarms) {
        this.books = books;
        this.bills = bills;
        this.corrections = corrections;
        this.sheets = sheets;
        this.renewals = renewals;
        this.postpaid = postpaid;
        this.life = life;
        this.alarms = alarms;
    }

    SubscriptionRow activate(Desk d, long id, String reason) {
        WalletRow wallet = books.walletOfSubscription(d, id);
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        Sheet sheet = sheets.of(d, s);
        io.mtandao.api.billing.Period trial = sheet.terms(s).trial();
        SubscriptionState next = SubscriptionLife.activated(s.getState(), trial != null && !s.isTrialUsed());
        var before = s.told();
        if (next == SubscriptionState.TRIAL) {
            s.tryOut(PeriodEnd.after(d.now().truncatedTo(ChronoUnit.SECONDS), null, trial, d.zone()).at(), d.now());
        } else if (s.isPostpaid()) {
            postpaid.begin(d, sheet, s);
        } else {
            if (!renewals.buyWhatItCan(d, s, wallet)) throw missing(d, s, wallet);
            d.audit("subscription.activate", "subscription", id, before, s.told());
            return s;
        }
        life.enter(d, s, next, blank(reason) ? null : reason.strip());
        alarms.set(d, s, sheet.edition(s).getPeriod());
        life.served(d, s);
        d.audit("subscription.activate", "subscription", id, before, s.told());
        return s;
    }

    Conflict missing(Desk d, SubscriptionRow s, WalletRow wallet) {
        return renewals.cost(d, s)
            .map(cost -> new Conflict("the wallet holds " + d.money(wallet.getBalance()) + "; " + d.money(cost - wallet.getBalance()) + " is missing"))
            .orElseGet(() -> new Conflict("its package has no price yet"));
    }

    void cancel(Desk d, long id, String reason) {
        checkReason(reason);
        WalletRow wallet = books.walletOfSubscription(d, id);
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        if (s.isCancelled()) return;
        settle(d, s, wallet);
        var before = s.told();
        life.enter(d, s, SubscriptionState.CANCELLED, blank(reason) ? null : reason.strip());
        alarms.set(d, s, null);
        // nothing was delivered for it yet, so it is not owed any more; the bill itself stays, taken back
        bills.open(d, id).ifPresent(bill -> corrections.drop(d, bill, "the subscription was cancelled", wallet));
        d.audit("subscription.cancel", "subscription", id, before, s.told());
    }

    SubscriptionRow suspend(Desk d, long id, String reason) {
        checkReason(reason);
        WalletRow wallet = books.walletOfSubscription(d, id);
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        SubscriptionState next = SubscriptionLife.suspended(s.getState());
        settle(d, s, wallet);
        var before = s.told();
        life.enter(d, s, next, blank(reason) ? null : reason.strip());
        s.hold(Hold.STAFF);
        alarms.set(d, s, null);
        d.audit("subscription.suspend", "subscription", id, before, s.told());
        return s;
    }

    SubscriptionRow pause(Desk d, long id, String reason) {
        checkReason(reason);
        WalletRow wallet = books.walletOfSubscription(d, id);
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        SubscriptionState next = SubscriptionLife.paused(s.getState());
        if (s.getState() == SubscriptionState.GRACE) throw new Conflict("its time is over; nothing is left to be paused");
        settle(d, s, wallet);
        var before = s.told();
        life.enter(d, s, next, blank(reason) ? null : reason.strip());
        s.pause(d.now(), s.isPostpaid() || s.getExpiresAt() == null ? null : Math.max(0, Duration.between(d.now(), s.getExpiresAt()).toSeconds()));
        alarms.set(d, s, null);
        d.audit("subscription.pause", "subscription", id, before, s.told());
        return s;
    }

    SubscriptionRow resume(Desk d, long id) {
        books.walletOfSubscription(d, id);
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        SubscriptionState next = SubscriptionLife.resumed(s.getState(), s.getStateBefore(), s.getExpiresAt(), d.now());
        var before = s.told();
        Sheet sheet = sheets.of(d, s);
        boolean pausedStill = next == SubscriptionState.PAUSED;
        if (s.isPostpaid() && !pausedStill && (s.getState() == SubscriptionState.PAUSED || s.getStateBefore() != SubscriptionState.PENDING)) {
            postpaid.begin(d, sheet, s);
            next = SubscriptionState.ACTIVE;
        } else if (s.getSecondsLeft() != null && !pausedStill) goOn(d, s);
        life.enter(d, s, next, null);
        alarms.set(d, s, sheet.edition(s).getPeriod());
        life.served(d, s);
        d.audit("subscription.resume", "subscription", id, before, s.told());
        return s;
    }

    /** The time that was left begins to run again, and so does what the bills stand for. */
    private void goOn(Desk d, SubscriptionRow s) {
        Instant until = d.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(s.getSecondsLeft());
        Duration by = Duration.between(s.getExpiresAt(), until);
        bills.delay(d, s.getId(), s.getPausedAt(), by);
        if (s.getPeriodFrom() != null && s.getPeriodFrom().isAfter(s.getPausedAt())) s.runFrom(s.getPeriodFrom().plus(by));
        s.expireAt(until);
    }

    /** Time given or taken by hand. */
    SubscriptionRow moveExpiry(Desk d, long id, Instant expiresAt, String reason) {
        new Invalid.Check().notBlank(reason, "reason", 500).that(expiresAt != null, "expiresAt", "must be given").orThrow();
        books.walletOfSubscription(d, id);
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        SubscriptionLife.mayBuy(s.getState());
        if (s.isPostpaid()) throw new Conflict("a postpaid subscription has no expiry to be moved; its periods follow one another");
        var before = s.told();
        Instant at = SubscriptionEditor.checkedExpiry(expiresAt);
        if (s.getExpiresAt() != null) bills.endAt(d, id, s.getExpiresAt(), at);
        s.expireAt(at);
        SubscriptionState next = SubscriptionLife.dated(s.getState(), at, d.now());
        if (next != s.getState()) life.enter(d, s, next, reason.strip());
        alarms.set(d, s, sheets.of(d, s).edition(s).getPeriod());
        life.served(d, s);
        Map<String, Object> after = s.told();
        after.put("reason", reason.strip());
        d.audit("subscription.move-expiry", "subscription", id, before, after);
        return s;
    }

    /** What a postpaid one has used is billed before its service ends. */
    private void settle(Desk d, SubscriptionRow s, WalletRow wallet) {
        if (s.isPostpaid() && s.getState().isServed()) postpaid.settle(d, sheets.of(d, s), s, wallet);
    }

    private static void checkReason(String reason) {
        new Invalid.Check().atMost(reason, "reason", 500).orThrow();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
