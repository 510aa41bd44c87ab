package io.mtandao.billing.internal.clock;

import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.ScheduledChange.Kind;
import io.mtandao.api.billing.SubscriptionAboutToExpire;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.bill.Postpaid;
import io.mtandao.billing.internal.bill.Renewals;
import io.mtandao.billing.internal.bill.Sheet;
import io.mtandao.billing.internal.bill.Sheets;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.life.Life;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import io.mtandao.billing.internal.rules.WarningTime;
import io.mtandao.billing.internal.subscription.Schedule;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What time does to one subscription when its moment has come. Harmless to repeat, and when the moment has moved meanwhile. */
@Component(service = Expiry.class)
public final class Expiry {
    private final Books books;
    private final Sheets sheets;
    private final Renewals renewals;
    private final Postpaid postpaid;
    private final Schedule schedule;
    private final Life life;
    private final Alarms alarms;

    public enum Outcome {
        /** Renewed, warned, billed, put into grace: whatever needs nobody's leave. */
        DONE,
        /** It is to be cut; nothing was done yet. */
        TO_CUT
    }

    @Activate
    public Expiry(@Reference Books books, @Reference Sheets sheets, @Reference Renewals renewals, @Reference Postpaid postpaid, @Reference Schedule schedule,
            @Reference Life life, @Reference Alarms alarms) {
        this.books = books;
        this.sheets = sheets;
        this.renewals = renewals;
        this.postpaid = postpaid;
        this.schedule = schedule;
        this.life = life;
        this.alarms = alarms;
    }

    /** Does all that keeps it on. @throws io.mtandao.api.NotFound when it is gone */
    Outcome come(Desk d, long id) {
        WalletRow wallet = books.walletOfSubscription(d, id);
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        if (s.getWakeAt().isAfter(d.now())) return Outcome.DONE;
        Sheet sheet = sheets.of(d, s);
        if (s.isPostpaid()) return postpaid(d, sheet, s, wallet);
        if (s.getState() == SubscriptionState.GRACE) return s.getGraceUntil().isAfter(d.now()) || renewed(d, sheet, s, wallet) ? set(d, sheet, s) : Outcome.TO_CUT;
        if (!s.getState().isServed() || s.getExpiresAt() == null) return set(d, sheet, s);
        if (s.getExpiresAt().isAfter(d.now())) return warn(d, sheet, s);
        return over(d, s, wallet);
    }

    private Outcome set(Desk d, Sheet sheet, SubscriptionRow s) {
        alarms.set(d, s, sheet.edition(s).getPeriod());
        return Outcome.DONE;
    }

    private Outcome warn(Desk d, Sheet sheet, SubscriptionRow s) {
        if (!s.isWarned() && !WarningTime.before(s.getExpiresAt(), sheet.edition(s).getPeriod()).isAfter(d.now())) {
            s.warned();
            d.raise(new SubscriptionAboutToExpire(s.getId(), s.getSubscriberId(), s.getExpiresAt()));
        }
        return set(d, sheet, s);
    }

    /** After downtime several periods may be over: each is billed. */
    private Outcome postpaid(Desk d, Sheet sheet, SubscriptionRow s, WalletRow wallet) {
        if (postpaid.turn(d, sheet, s, wallet)) return Outcome.DONE;
        if (!postpaid.isOver(s, d.now())) return set(d, sheet, s);
        postpaid.close(d, sheet, s, wallet);
        Optional<Kind> changed = schedule.atRenewal(d, s, wallet);
        if (changed.filter(k -> k == Kind.CANCEL).isPresent()) return Outcome.DONE;
        Sheet next = sheets.of(d, s);
        if (changed.isPresent()) postpaid.follow(d, next, s);
        // one that began in the very moment in which the period ended
        if (postpaid.turn(d, next, s, wallet)) return Outcome.DONE;
        return set(d, next, s);
    }

    private Outcome over(Desk d, SubscriptionRow s, WalletRow wallet) {
        Optional<Kind> changed = schedule.atRenewal(d, s, wallet);
        if (changed.filter(k -> k == Kind.CANCEL).isPresent()) return Outcome.DONE;
        Sheet sheet = sheets.of(d, s);
        boolean renews = sheet.renewal(s).autoRenew() || changed.isPresent();
        if (renews && (renewals.buyWhatItCan(d, s, wallet))) return Outcome.DONE;
        int grace = s.getState() == SubscriptionState.ACTIVE ? sheet.renewal(s).graceDays() : 0;
        if (grace == 0) return Outcome.TO_CUT;
        var until = s.getExpiresAt().atZone(d.zone()).plusDays(grace).toInstant();
        // after a long downtime the days of grace may be over as well
        if (!until.isAfter(d.now())) return Outcome.TO_CUT;
        life.enter(d, s, SubscriptionState.GRACE, null);
        s.grace(until);
        return set(d, sheet, s);
    }

    private boolean renewed(Desk d, Sheet sheet, SubscriptionRow s, WalletRow wallet) {
        RenewalPolicy policy = sheet.renewal(s);
        return policy.autoRenew() && renewals.buyWhatItCan(d, s, wallet);
    }

    /** Cuts, unless it was paid for a moment ago. @return whether it was cut */
    boolean cut(Desk d, long id) {
        if (come(d, id) == Outcome.DONE) return false;
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        var before = s.told();
        life.cut(d, s, SubscriptionLife.expiryPassed(s.getState(), false), null);
        alarms.set(d, s, null);
        d.audit("subscription.expire", "subscription", id, before, s.told());
        return true;
    }
}
