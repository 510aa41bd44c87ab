package io.mtandao.billing.internal;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.PAUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.RenewalPolicy.Excess;
import io.mtandao.api.billing.RenewalPolicy.ExpiryTime;
import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.api.billing.RenewalPolicy.Partial;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What random histories and years of the calendar have found, each as short as it can be told: money or time that got lost, was given twice or was refused. */
class NothingIsLostStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final Period THIRTY = new Period(30, Period.Unit.DAY);

    private static void chooses(Isp isp, Late late, Partial partial, Excess excess) {
        BillingPolicy p = isp.policies.get(isp.owner);
        isp.policies.update(isp.owner, new BillingPolicy(p.version(), new RenewalPolicy(late, partial, excess, true, 0, ExpiryTime.EXACT), p.dueDays(),
            p.dunning(), p.lateFee(),
            p.ceiling(), p.fuse(), p.numbering()));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPauseTakesNothingFromWhatThePaidTimeIsWorth(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage one = isp.sells("One", 3000, THIRTY), other = isp.sells("Other", 3000, THIRTY);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, one);
        isp.pays(grace, 3000);
        isp.pays(grace, 3000);
        isp.itIs("2026-12-12T07:15:00Z");
        isp.subscriptions.pause(isp.owner, s.id(), null);
        isp.itIs("2027-03-01T07:15:00Z");
        assertThat(isp.subscriptions.resume(isp.owner, s.id()).expiresAt()).as("forty days were left").isEqualTo("2027-04-10T07:15:00Z");
        assertThat(isp.subscriptions.quoteChange(isp.owner, s.id(), other.id())).satisfies(q -> {
            assertThat(q.toPay().minor()).as("the same time at the same price").isZero();
            assertThat(q.toCredit().minor()).isZero();
        });
        isp.bills.voidBill(isp.owner, isp.billsOf(grace).get(0).id(), "not wanted");
        assertThat(isp.now(s).expiresAt()).as("the first of the two has ten days left").isEqualTo("2027-03-11T07:15:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoPausesBuysNothingEvenWhenABillIsOpen(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Thirty days", 3000, THIRTY));
        isp.pays(grace, 3000);
        isp.bills.billNext(isp.owner, s.id());
        isp.itIs("2026-12-12T07:15:00Z");
        isp.subscriptions.pause(isp.owner, s.id(), null);
        isp.pays(grace, 3000);
        assertThat(isp.balance(grace)).isEqualTo(isp.money(3000));
        isp.itIs("2027-01-01T07:15:00Z");
        assertThat(isp.subscriptions.resume(isp.owner, s.id()).expiresAt()).isEqualTo("2027-01-11T07:15:00Z");
        isp.itIs("2027-01-11T07:15:00Z");
        assertThat(isp.now(s).expiresAt()).as("then it is paid, and not a day of it is lost").isEqualTo("2027-02-10T07:15:00Z");
        assertThat(isp.balance(grace).minor()).isZero();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatIsTakenBackDuringAPauseDoesNotComeBackAsFreeTime(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Thirty days", 3000, THIRTY));
        isp.pays(grace, 3000);
        isp.itIs("2026-12-02T07:15:00Z");
        isp.subscriptions.pause(isp.owner, s.id(), null);
        isp.bills.voidBill(isp.owner, isp.billsOf(grace).get(0).id(), "paid by somebody else");
        isp.ledger.refund(isp.owner, grace.id(), isp.money(3000), "cash", "1", "his money");
        isp.subscriptions.resume(isp.owner, s.id());
        isp.itIs("2026-12-02T07:15:00Z");
        assertThat(isp.now(s).state()).isEqualTo(EXPIRED);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoIsCutByStaffWhilePausedIsPausedAgainAfterwards(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Thirty days", 3000, THIRTY));
        isp.pays(grace, 3000);
        isp.itIs("2026-12-02T07:15:00Z");
        isp.subscriptions.pause(isp.owner, s.id(), null);
        isp.subscriptions.suspend(isp.owner, s.id(), "complaint");
        isp.itIs("2027-02-01T07:15:00Z");
        assertThat(isp.subscriptions.resume(isp.owner, s.id()).state()).isEqualTo(PAUSED);
        assertThat(isp.subscriptions.resume(isp.owner, s.id())).satisfies(r -> {
            assertThat(r.state()).isEqualTo(ACTIVE);
            assertThat(r.expiresAt()).as("twenty days were left").isEqualTo("2027-02-21T07:15:00Z");
        });
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void moneyIsTakenAfterStaffHasTakenAWholePeriodAway(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.pays(grace, 2000);
        isp.pays(grace, 2000);
        isp.subscriptions.moveExpiry(isp.owner, s.id(), Instant.parse("2026-12-22T07:15:00Z"), "given by mistake");
        assertThat(isp.pays(grace, 2000).renewed()).as("this time may be billed again").isEqualTo(1);
        assertThat(isp.now(s).expiresAt()).isEqualTo("2027-01-22T07:15:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void moneyIsTakenAfterAChangeOfRhythmGaveABoughtPeriodBack(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage fortnight = isp.sells("Fortnight", 1400, new Period(2, Period.Unit.WEEK)), week = isp.sells("Week", 700, new Period(1,
            Period.Unit.WEEK));
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, fortnight);
        isp.pays(grace, 1400);
        isp.pays(grace, 1400);
        isp.itIs("2026-11-29T07:15:00Z");
        isp.subscriptions.changePackage(isp.owner, s.id(), week.id(), null);
        assertThat(isp.balance(grace)).as("half a fortnight and a whole one come back, a week is bought").isEqualTo(isp.money(1400));
        assertThat(isp.pays(grace, 700).renewed()).as("the second week begins where the second fortnight would have").isEqualTo(1);
        assertThat(isp.now(s).expiresAt()).isEqualTo("2026-12-13T07:15:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPostpaidPeriodIsAsLongAsItsPackageSaysAlsoAfterAChangeAtItsEnd(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber shop = isp.joins("Shop");
        Subscription s = isp.takes(shop, isp.sellsPostpaid("Office", 3000, false));
        InternetPackage dear = isp.sellsPostpaid("Office by the calendar", 6200, true);
        isp.subscriptions.activate(isp.owner, s.id(), null);
        isp.subscriptions.schedule(isp.owner, s.id(), ScheduledChange.Kind.CHANGE_PACKAGE, null, dear.id(), null);
        isp.itIs("2026-12-22T07:15:00Z");
        assertThat(isp.now(s).expiresAt()).as("to the end of the month").isEqualTo("2026-12-31T21:00:00Z");
        isp.itIs("2026-12-31T21:00:00Z");
        assertThat(isp.billsOf(shop)).extracting(b -> b.total().minor()).containsExactly(620_000 - Math.round(620_000.0 * (21 * 86_400 + 10 * 3600
            + 15 * 60) / (31 * 86_400)), 300_000L);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatAPostpaidOneHasUsedIsBilledAsItWasSold(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber shop = isp.joins("Shop");
        Subscription s = isp.takes(shop, isp.sellsPostpaid("Small", 3000, false));
        InternetPackage large = isp.sellsPostpaid("Large", 9000, false);
        s = isp.subscriptions.activate(isp.owner, s.id(), null);
        isp.itIs("2026-12-07T07:15:00Z");
        s = isp.now(s);
        isp.subscriptions.update(isp.owner, s.id(), s.version(), new Subscriptions.Draft(shop.id(), large.id(), null, null, null, null));
        assertThat(isp.billsOf(shop)).singleElement().satisfies(b -> assertThat(b.total()).as("15 of 30 days of the small one").isEqualTo(isp.money(1500)));
        Subscription now = isp.now(s);
        assertThatThrownBy(() -> isp.subscriptions.update(isp.owner, now.id(), now.version(), new Subscriptions.Draft(shop.id(), large.id(), null, null, null,
            Instant.parse("2026-12-01T00:00:00Z")))).as("what it has used would never be billed").isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoLeavesRightAfterADowntimePaysForAllThatWasUsed(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber shop = isp.joins("Shop");
        Subscription s = isp.takes(shop, isp.sellsPostpaid("Office", 3000, false));
        isp.subscriptions.activate(isp.owner, s.id(), null);
        isp.clock.set(Instant.parse("2027-01-06T19:15:00Z"));
        isp.subscriptions.cancel(isp.owner, s.id(), "moved away");
        assertThat(isp.billsOf(shop)).extracting(Bill::total).as("15.5 of 31 days, and the month before").containsExactly(isp.money(1500), isp.money(3000));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPartThatReachesOnlyDaysThatAreUsedUpWaits(Kind kind) {
        Isp isp = Isp.on(kind);
        chooses(isp, Late.FROM_EXPIRY, Partial.BUY_PART, Excess.STAY);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Thirty days", 3000, THIRTY));
        isp.pays(grace, 1000);
        isp.itIs("2027-01-10T07:15:00Z");
        assertThat(isp.now(s)).extracting(Subscription::state, Subscription::expiresAt).containsExactly(EXPIRED, Instant.parse("2026-12-02T07:15:00Z"));
        assertThat(isp.pays(grace, 500).renewed()).as("nine of thirty days are over, five would be paid").isZero();
        assertThat(isp.balance(grace)).isEqualTo(isp.money(500));
        assertThat(isp.pays(grace, 1000).renewed()).isEqualTo(1);
        assertThat(isp.now(s)).as("half of the period that runs now, and nothing of the one that is over").extracting(Subscription::state,
            Subscription::expiresAt)
            .containsExactly(ACTIVE, Instant.parse("2027-01-16T07:15:00Z"));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aRunOfMonthsKeepsItsDayWhenAMonthIsTakenBack(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        isp.itIs("2027-01-31T09:00:00Z");
        Subscription s = isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.pays(grace, 2000);
        isp.pays(grace, 2000);
        isp.bills.voidBill(isp.owner, isp.billsOf(grace).get(0).id(), "too early");
        assertThat(isp.now(s).expiresAt()).isEqualTo("2027-02-28T09:00:00Z");
        isp.subscriptions.renew(isp.owner, s.id());
        assertThat(isp.now(s).expiresAt()).isEqualTo("2027-03-31T09:00:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPeriodAfterAPartIsOnePeriodLong(Kind kind) {
        Isp isp = Isp.on(kind);
        chooses(isp, Late.FROM_NOW, Partial.BUY_PART, Excess.STAY);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Home 10M", 3000));
        isp.pays(grace, 1000);
        assertThat(isp.now(s).expiresAt()).isEqualTo("2026-12-02T07:15:00Z");
        isp.subscriptions.redeemPeriod(isp.system, s.id(), new Ledger.Source("voucher", "7", "voucher"), isp.money(3000), null);
        assertThat(isp.now(s).expiresAt()).as("a month more, and not until the 22nd of January").isEqualTo("2027-01-02T07:15:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatAnOpenBillLeavesBuysFurtherPeriods(Kind kind) {
        Isp isp = Isp.on(kind);
        chooses(isp, Late.FROM_NOW, Partial.WAIT, Excess.BUY_FURTHER);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.bills.billNext(isp.owner, s.id());
        isp.pays(grace, 7000);
        assertThat(isp.balance(grace)).isEqualTo(isp.money(1000));
        assertThat(isp.now(s).expiresAt()).isEqualTo("2027-02-22T07:15:00Z");
        assertThat(isp.billsOf(grace)).extracting(Bill::state).isEqualTo(List.of(Bill.State.PAID, Bill.State.PAID, Bill.State.PAID));
    }
}
