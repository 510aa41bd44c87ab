package io.mtandao.billing.internal;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionAboutToExpire;
import io.mtandao.api.billing.SubscriptionActivated;
import io.mtandao.api.billing.SubscriptionStopped;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How money becomes time on the network, in the words of the trade. */
class RenewalStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    @ParameterizedTest
    @MethodSource(KINDS)
    void theFirstPaymentLetsASubscriberOnForOnePeriodFromNow(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace Muthoni");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        assertThat(home.state()).isEqualTo(PENDING);
        assertThat(home.expiresAt()).isNull();
        isp.events.taken();

        Ledger.Received received = isp.pays(grace, 2500);

        assertThat(received).isEqualTo(new Ledger.Received(isp.money(500), 1));
        assertThat(isp.now(home).state()).isEqualTo(ACTIVE);
        assertThat(isp.now(home).expiresAt()).isEqualTo("2026-12-22T07:15:00Z");
        assertThat(isp.events.taken()).containsExactly(new SubscriptionActivated(home.id(), grace.id(),
            Instant.parse("2026-12-22T07:15:00Z")));
        Bill bill = isp.billsOf(grace).get(0);
        assertThat(bill.state()).isEqualTo(Bill.State.PAID);
        assertThat(bill.number()).isEqualTo("B-000001");
        assertThat(bill.lines()).containsExactly(new Bill.Line(Bill.Line.Kind.PACKAGE, "Home 10M, 22 Nov 2026 10:15 to 22 Dec 2026 10:15", 1,
            isp.money(2000), isp.money(2000), io.mtandao.api.Money.of(27_586, "KES"), "VAT 16 %"));
        assertThat(isp.proof().whole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoPaysTooLittleWaitsAndThePartsAddUp(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        assertThat(isp.pays(grace, 1200)).isEqualTo(new Ledger.Received(isp.money(1200), 0));
        assertThat(isp.now(home).state()).isEqualTo(PENDING);
        assertThat(isp.pays(grace, 800)).isEqualTo(new Ledger.Received(isp.money(0), 1));
        assertThat(isp.now(home).state()).isEqualTo(ACTIVE);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoPaysEarlyLosesNoDay(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000), "2026-12-01T20:59:59Z");
        isp.pays(grace, 2000);
        assertThat(isp.now(home).expiresAt()).isEqualTo("2027-01-01T20:59:59Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoPaysLateBeginsAnewAndPaysForNoDayWithoutService(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000), "2026-12-01T20:59:59Z");
        isp.itIs("2026-12-06T09:00:00Z");
        assertThat(isp.now(home).state()).isEqualTo(EXPIRED);
        isp.pays(grace, 2000);
        assertThat(isp.now(home).expiresAt()).isEqualTo("2027-01-06T09:00:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aDebtIsPaidBeforeTimeIsBought(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.ledger.adjust(isp.owner, grace.id(), isp.money(-500), "router lost");
        assertThat(isp.pays(grace, 2000)).isEqualTo(new Ledger.Received(isp.money(1500), 0));
        assertThat(isp.now(home).state()).isEqualTo(PENDING);
        assertThat(isp.pays(grace, 500)).isEqualTo(new Ledger.Received(isp.money(0), 1));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void atTheVeryEndTheWalletRenewsOrTheSubscriberIsCut(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.pays(grace, 4500);
        assertThat(isp.wakesAt(home)).as("first for the warning").isEqualTo("2026-12-21T07:15:00Z");
        isp.events.taken();

        isp.itIs("2026-12-22T07:15:00Z");
        assertThat(isp.now(home).expiresAt()).as("renewed from the wallet").isEqualTo("2027-01-22T07:15:00Z");
        assertThat(isp.balance(grace)).isEqualTo(isp.money(500));

        isp.itIs("2027-01-22T07:14:59Z");
        assertThat(isp.now(home).state()).isEqualTo(ACTIVE);
        isp.events.taken();
        isp.itIs("2027-01-22T07:15:00Z");
        assertThat(isp.now(home).state()).isEqualTo(EXPIRED);
        assertThat(isp.events.taken()).containsExactly(new SubscriptionStopped(home.id(), grace.id(), EXPIRED));
        assertThat(isp.proof().whole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void afterDowntimeTheSameHappensLateWithoutLosingOrGivingTime(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage daily = isp.sells("Day pass", 100, new Period(1, Period.Unit.DAY));
        Subscriber rich = isp.joins("Rich"), poor = isp.joins("Poor");
        Subscription renewed = isp.takes(rich, daily), cut = isp.takes(poor, daily);
        isp.pays(rich, 350);
        isp.pays(poor, 100);

        isp.isDownUntil("2026-11-25T12:00:00Z");

        assertThat(isp.now(renewed).expiresAt()).as("he was never cut: the days of the downtime are his, and paid")
            .isEqualTo("2026-11-25T07:15:00Z");
        assertThat(isp.now(renewed).state()).as("three days paid, the fourth not").isEqualTo(EXPIRED);
        assertThat(isp.balance(rich)).isEqualTo(isp.money(50));
        assertThat(isp.now(cut).state()).isEqualTo(EXPIRED);
        assertThat(isp.proof().whole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aWarningComesADayAheadOncePerExpiry(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.pays(grace, 2000);
        isp.events.taken();
        isp.itIs("2026-12-21T07:14:59Z");
        assertThat(isp.events.taken()).isEmpty();
        isp.itIs("2026-12-21T07:15:00Z");
        assertThat(isp.events.taken()).containsExactly(new SubscriptionAboutToExpire(home.id(), grace.id(),
            Instant.parse("2026-12-22T07:15:00Z")));

        isp.pays(grace, 2000);
        isp.events.taken();
        isp.itIs("2027-01-21T07:15:00Z");
        assertThat(isp.events.taken()).as("the next expiry has a warning of its own")
            .containsExactly(new SubscriptionAboutToExpire(home.id(), grace.id(), Instant.parse("2027-01-22T07:15:00Z")));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aRunOfMonthsKeepsItsDayThroughFebruary(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        isp.itIs("2027-01-31T09:00:00Z");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.pays(grace, 2000);
        assertThat(isp.now(home).expiresAt()).isEqualTo("2027-02-28T09:00:00Z");
        isp.pays(grace, 2000);
        assertThat(isp.now(home).expiresAt()).isEqualTo("2027-03-31T09:00:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void onePaymentRenewsEverySubscriptionOnceTheOnesWithoutServiceFirst(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage home = isp.sells("Home 10M", 2000);
        Subscriber grace = isp.joins("Grace");
        Subscription running = isp.subscriptions.create(isp.owner, draft(grace, home, "shop", "2026-12-01T20:59:59Z"));
        Subscription waiting = isp.subscriptions.create(isp.owner, draft(grace, home, "house", null));
        assertThat(isp.pays(grace, 2000).renewed()).isEqualTo(1);
        assertThat(isp.now(waiting).state()).isEqualTo(ACTIVE);
        assertThat(isp.now(running).expiresAt()).isEqualTo("2026-12-01T20:59:59Z");
        assertThat(isp.pays(grace, 9000)).isEqualTo(new Ledger.Received(isp.money(5000), 2));
    }

    private static io.mtandao.api.billing.Subscriptions.Draft draft(Subscriber who, InternetPackage what, String user, String expiry) {
        return new io.mtandao.api.billing.Subscriptions.Draft(who.id(), what.id(), null, user, null, expiry == null ? null
            : Instant.parse(expiry));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void renewingByHandSaysHowMuchIsMissing(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.ledger.adjust(isp.owner, grace.id(), isp.money(1500), "goodwill");
        assertThatThrownBy(() -> isp.subscriptions.renew(isp.owner, home.id())).isInstanceOf(Conflict.class)
            .hasMessage("the wallet holds KES 1,500.00; KES 500.00 is missing");
        isp.ledger.adjust(isp.owner, grace.id(), isp.money(500), "goodwill");
        assertThat(isp.subscriptions.renew(isp.owner, home.id()).state()).isEqualTo(ACTIVE);
        assertThat(isp.balance(grace)).isEqualTo(isp.money(0));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aFreePackageRenewsItselfAndIsNotPiledUpByPayments(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber staff = isp.joins("Our own technician");
        Subscription free = isp.takes(staff, isp.sells("Staff", 0));
        assertThat(isp.subscriptions.renew(isp.owner, free.id()).state()).isEqualTo(ACTIVE);
        assertThat(isp.pays(staff, 100).renewed()).isZero();
        isp.itIs("2027-03-01T00:00:00Z");
        assertThat(isp.now(free).expiresAt()).isEqualTo("2027-03-22T07:15:00Z");
        assertThat(isp.proof().whole()).isTrue();
    }
}
