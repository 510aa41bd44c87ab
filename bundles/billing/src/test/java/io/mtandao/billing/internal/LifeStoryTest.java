package io.mtandao.billing.internal;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.CANCELLED;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.PAUSED;
import static io.mtandao.api.billing.SubscriptionState.PENDING;
import static io.mtandao.api.billing.SubscriptionState.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.ChangeQuote;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions.Step;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The steps of a subscription's life, changes of package in the middle, and what is planned. */
class LifeStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    @ParameterizedTest
    @MethodSource(KINDS)
    void activationIsAStepOfItsOwnAndSaysWhatIsMissing(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Home 10M", 2000));
        assertThat(s.state()).isEqualTo(PENDING);
        assertThatThrownBy(() -> isp.subscriptions.activate(isp.owner, s.id(), null)).isInstanceOf(Conflict.class).hasMessageContaining("KES 2,000.00 is missing");
        isp.ledger.adjust(isp.owner, grace.id(), isp.money(2000), "cash at the door");
        assertThat(isp.subscriptions.activate(isp.owner, s.id(), null).state()).isEqualTo(ACTIVE);
        assertThatThrownBy(() -> isp.subscriptions.activate(isp.owner, s.id(), null)).isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aTrialIsFreeOnceAndThenThePaymentBeginsWhereItEnds(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.packages.create(isp.owner, new Packages.Draft("Try", isp.money(2000), Isp.MONTH, 10_000, 10_000, null,
            new PackageTerms(ServiceType.PPPOE, Charging.PREPAID, false, true, null, null, null, List.of(), 0, null, null, null, new Period(3, Period.Unit.DAY), null)));
        Subscriber grace = isp.joins("Grace"), poor = isp.joins("Poor");
        Subscription s = isp.takes(grace, p), t = isp.takes(poor, p);
        isp.subscriptions.activate(isp.owner, s.id(), "new estate");
        isp.subscriptions.activate(isp.owner, t.id(), null);
        assertThat(isp.now(s).state()).isEqualTo(TRIAL);
        assertThat(isp.billsOf(grace)).isEmpty();
        isp.pays(grace, 2000);
        assertThat(isp.now(s).state()).isEqualTo(ACTIVE);
        assertThat(isp.now(s).expiresAt()).isEqualTo("2026-12-25T07:15:00Z");
        isp.itIs("2026-11-25T07:15:00Z");
        assertThat(isp.now(t).state()).isEqualTo(EXPIRED);
        assertThat(isp.subscriptions.history(isp.owner, s.id(), ListQuery.first(10)).items()).extracting(Step::to).containsExactly(ACTIVE, TRIAL, PENDING);
        assertThat(isp.subscriptions.history(isp.owner, s.id(), ListQuery.first(10)).items()).extracting(Step::why).contains("new estate");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPauseKeepsEveryPeriodThatWasBoughtAhead(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Home 10M", 2000));
        InternetPackage other = isp.sells("Home 5M", 1000);
        for (int i = 0; i < 3; i++) isp.pays(grace, 2000);
        assertThat(isp.now(s).expiresAt()).isEqualTo("2027-02-22T07:15:00Z");
        isp.itIs("2026-12-12T07:15:00Z");
        ChangeQuote before = isp.subscriptions.quoteChange(isp.owner, s.id(), other.id());
        isp.subscriptions.pause(isp.owner, s.id(), "travelling for longer than the first period would have lasted");
        isp.itIs("2027-01-31T07:15:00Z");
        isp.subscriptions.resume(isp.owner, s.id());
        assertThat(isp.now(s).expiresAt()).as("50 days later").isEqualTo("2027-04-13T07:15:00Z");
        assertThat(unused(isp.subscriptions.quoteChange(isp.owner, s.id(), other.id()))).as("all that was paid for is there").isEqualTo(unused(before));
        isp.usage.add(isp.system, s.id(), 5, "1");
        assertThat(isp.usage.of(isp.owner, s.id()).periodFrom()).as("the first goes on").isEqualTo("2026-11-22T07:15:00Z");
        isp.itIs("2027-02-10T07:14:00Z");
        assertThat(isp.usage.of(isp.owner, s.id()).usedBytes()).isEqualTo(5);
        isp.itIs("2027-02-10T07:16:00Z");
        assertThat(isp.usage.of(isp.owner, s.id())).extracting(v -> v.periodFrom().toString(), v -> v.usedBytes()).containsExactly("2027-02-10T07:15:00Z", 0L);
        isp.bills.voidBill(isp.owner, isp.billsOf(grace).get(0).id(), "never mind the last");
        assertThat(isp.now(s).expiresAt()).isEqualTo("2027-03-13T07:15:00Z");
    }

    private static List<Money> unused(ChangeQuote quote) {
        return quote.lines().stream().filter(l -> l.kind() == Bill.Line.Kind.CREDIT).map(Bill.Line::amount).toList();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPauseInAPeriodThatIsHalfPaidKeepsItsRest(Kind kind) {
        Isp isp = Isp.on(kind);
        BillingPolicy p = isp.policies.get(isp.owner);
        RenewalPolicy r = p.renewal(), parts = new RenewalPolicy(r.late(), RenewalPolicy.Partial.BUY_PART, r.excess(), r.autoRenew(), r.graceDays(), r.expiry());
        isp.policies.update(isp.owner, new BillingPolicy(p.version(), parts, p.dueDays(), p.dunning(), p.lateFee(), p.ceiling(), p.fuse(), p.numbering()));
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Home 10M", 3000));
        isp.pays(grace, 1500);
        assertThat(isp.now(s).expiresAt()).isEqualTo("2026-12-07T07:15:00Z");
        isp.itIs("2026-11-23T07:15:00Z");
        isp.subscriptions.pause(isp.owner, s.id(), "travelling");
        isp.itIs("2026-12-23T07:15:00Z");
        isp.subscriptions.resume(isp.owner, s.id());
        assertThat(isp.now(s).expiresAt()).isEqualTo("2027-01-06T07:15:00Z");
        isp.pays(grace, 1500);
        assertThat(isp.now(s).expiresAt()).as("the other half").isEqualTo("2027-01-21T07:15:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPauseKeepsTheTimeThatIsLeft(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.pays(grace, 2000);
        isp.itIs("2026-12-12T07:15:00Z");
        assertThat(isp.subscriptions.pause(isp.owner, s.id(), "travelling").state()).isEqualTo(PAUSED);
        isp.pays(grace, 2000);
        assertThat(isp.balance(grace)).as("who pauses buys nothing").isEqualTo(isp.money(2000));
        isp.itIs("2027-02-01T07:15:00Z");
        assertThat(isp.now(s).state()).isEqualTo(PAUSED);
        assertThat(isp.subscriptions.resume(isp.owner, s.id()).expiresAt()).as("the ten days that were left").isEqualTo("2027-02-11T07:15:00Z");
        isp.itIs("2027-02-11T07:15:00Z");
        assertThat(isp.now(s).expiresAt()).as("then the wallet renews").isEqualTo("2027-03-11T07:15:00Z");
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void staffGivesAndTakesTimeWithAReason(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.pays(grace, 2000);
        assertThatThrownBy(() -> isp.subscriptions.moveExpiry(isp.owner, s.id(), Instant.parse("2026-12-25T07:15:00Z"), " ")).isInstanceOf(Invalid.class);
        assertThat(isp.subscriptions.moveExpiry(isp.owner, s.id(), Instant.parse("2026-12-25T07:15:00Z"), "outage").expiresAt()).isEqualTo("2026-12-25T07:15:00Z");
        assertThat(isp.subscriptions.moveExpiry(isp.owner, s.id(), Instant.parse("2026-11-22T07:00:00Z"), "typed wrong").state()).isEqualTo(EXPIRED);
        assertThat(isp.audit.entries).anyMatch(a -> a.after() != null && "outage".equals(a.after().get("reason")));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anUpgradeInTheMiddleCreditsTheRestAndChargesItAtTheNewPrice(Kind kind) {
        Isp isp = Isp.on(kind);
        Period thirty = new Period(30, Period.Unit.DAY);
        InternetPackage small = isp.sells("Small", 3000, thirty), large = isp.sells("Large", 6000, thirty);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, small);
        isp.pays(grace, 3000);
        isp.itIs("2026-12-02T07:15:00Z");
        ChangeQuote quote = isp.subscriptions.quoteChange(isp.owner, s.id(), large.id());
        assertThat(quote.toPay()).as("twenty days at twice the price, less twenty days of the old").isEqualTo(isp.money(2000));
        assertThatThrownBy(() -> isp.subscriptions.changePackage(isp.owner, s.id(), large.id(), "faster")).isInstanceOf(Conflict.class);
        assertThat(isp.now(s).packageId()).isEqualTo(small.id());
        assertThat(isp.billsOf(grace)).as("nothing is half done").hasSize(1);
        isp.ledger.adjust(isp.owner, grace.id(), isp.money(2000), "cash");
        Subscription changed = isp.subscriptions.changePackage(isp.owner, s.id(), large.id(), "faster");
        assertThat(changed.packageName()).isEqualTo("Large");
        assertThat(changed.expiresAt()).isEqualTo("2026-12-22T07:15:00Z");
        assertThat(isp.balance(grace).minor()).isZero();
        assertThat(isp.billsOf(grace)).extracting(b -> b.details().kind()).containsExactlyInAnyOrder(Bill.Kind.BILL, Bill.Kind.CREDIT_NOTE, Bill.Kind.BILL);
        isp.itIs("2026-12-12T07:15:00Z");
        ChangeQuote back = isp.subscriptions.quoteChange(isp.owner, s.id(), small.id());
        assertThat(back.toCredit()).as("ten days' difference comes back").isEqualTo(isp.money(1000));
        isp.subscriptions.changePackage(isp.owner, s.id(), small.id(), "too fast");
        assertThat(isp.balance(grace)).isEqualTo(isp.money(1000));
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anotherRhythmBeginsAnewAndTheRestIsCredited(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage month = isp.sells("Month", 3000, new Period(30, Period.Unit.DAY)), week = isp.sells("Week", 900, new Period(1, Period.Unit.WEEK));
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, month);
        isp.pays(grace, 3000);
        isp.itIs("2026-12-07T07:15:00Z");
        isp.subscriptions.changePackage(isp.owner, s.id(), week.id(), null);
        assertThat(isp.now(s).expiresAt()).isEqualTo("2026-12-14T07:15:00Z");
        assertThat(isp.balance(grace)).as("15 of 30 days back, a week bought").isEqualTo(isp.money(600));
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatIsPlannedIsSeenCancelledAndDoneAtItsTime(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage small = isp.sells("Small", 1000), large = isp.sells("Large", 2000);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, small);
        isp.pays(grace, 1000);
        isp.subscriptions.schedule(isp.owner, s.id(), ScheduledChange.Kind.CHANGE_PACKAGE, null, large.id(), "from next month");
        ScheduledChange pause = isp.subscriptions.schedule(isp.owner, s.id(), ScheduledChange.Kind.PAUSE, Instant.parse("2026-12-01T00:00:00Z"), null, null);
        ScheduledChange cancel = isp.subscriptions.schedule(isp.owner, s.id(), ScheduledChange.Kind.CANCEL, Instant.parse("2027-02-01T00:00:00Z"), null, "end of lease");
        isp.subscriptions.cancelScheduled(isp.owner, pause.id());
        assertThatThrownBy(() -> isp.subscriptions.cancelScheduled(isp.owner, pause.id())).isInstanceOf(Conflict.class);
        isp.pays(grace, 2000);
        assertThat(isp.balance(grace)).as("the next period is another package's: it is not bought ahead").isEqualTo(isp.money(2000));
        isp.itIs("2026-12-22T07:15:00Z");
        assertThat(isp.now(s).packageName()).isEqualTo("Large");
        assertThat(isp.now(s).expiresAt()).isEqualTo("2027-01-22T07:15:00Z");
        assertThat(isp.balance(grace).minor()).isZero();
        isp.itIs("2027-02-01T00:00:00Z");
        assertThat(isp.now(s).state()).isEqualTo(CANCELLED);
        assertThat(isp.subscriptions.scheduled(isp.owner, s.id())).filteredOn(c -> c.id() == cancel.id()).singleElement()
            .satisfies(c -> assertThat(c.state()).isEqualTo(ScheduledChange.State.DONE));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPlannedStepThatCannotBeTakenSaysWhy(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscription s = isp.takes(isp.joins("Grace"), isp.sells("Small", 1000));
        ScheduledChange activate = isp.subscriptions.schedule(isp.owner, s.id(), ScheduledChange.Kind.ACTIVATE, Instant.parse("2026-12-01T00:00:00Z"), null, null);
        isp.itIs("2026-12-01T00:00:00Z");
        assertThat(isp.subscriptions.scheduled(isp.owner, s.id())).singleElement().satisfies(c -> {
            assertThat(c.id()).isEqualTo(activate.id());
            assertThat(c.state()).isEqualTo(ScheduledChange.State.FAILED);
            assertThat(c.failure()).contains("is missing");
        });
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aVoucherBuysItsPeriodOnceWhateverThePriceIsNow(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Day", 50, new Period(1, Period.Unit.DAY));
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, p);
        isp.packages.update(isp.owner, p.id(), p.version(), new Packages.Draft("Day", isp.money(80), p.period(), 1000, 1000, null));
        for (int i = 0; i < 2; i++) isp.subscriptions.redeemPeriod(isp.system, s.id(), new Ledger.Source("voucher", "7", "voucher"), isp.money(50), "voucher ABC");
        assertThat(isp.now(s).expiresAt()).isEqualTo("2026-11-23T07:15:00Z");
        assertThat(isp.balance(grace).minor()).isZero();
        assertThat(isp.billsOf(grace)).singleElement().satisfies(b -> assertThat(b.total()).isEqualTo(isp.money(50)));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatWasSoldStaysAsSoldUntilAnEditionForEverybodyBegins(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home", 1000);
        Subscriber old = isp.joins("Old"), young = isp.joins("Young");
        Subscription before = isp.takes(old, p);
        InternetPackage dearer = isp.packages.update(isp.owner, p.id(), p.version(), new Packages.Draft("Home", isp.money(1500), Isp.MONTH, 10_000, 5_000, null),
            new Packages.Edition.Change(null, false));
        Subscription after = isp.takes(young, p);
        assertThat(isp.now(before).price()).isEqualTo(isp.money(1000));
        assertThat(isp.now(after).price()).isEqualTo(isp.money(1500));
        isp.packages.update(isp.owner, p.id(), dearer.version(), new Packages.Draft("Home", isp.money(1200), Isp.MONTH, 10_000, 5_000, null),
            new Packages.Edition.Change(Instant.parse("2027-01-01T00:00:00Z"), true));
        assertThat(isp.packages.get(isp.owner, p.id()).price()).isEqualTo(isp.money(1500));
        assertThat(isp.packages.get(isp.owner, p.id()).planned()).isEqualTo(1);
        isp.itIs("2027-01-01T00:00:00Z");
        assertThat(isp.packages.get(isp.owner, p.id()).price()).isEqualTo(isp.money(1200));
        assertThat(isp.now(before).price()).isEqualTo(isp.money(1200));
        assertThat(isp.packages.editions(isp.owner, p.id())).extracting(Packages.Edition::number).containsExactly(3, 2, 1);
        assertThatThrownBy(() -> isp.packages.cancelEdition(isp.owner, p.id(), 3)).isInstanceOf(Conflict.class);
    }
}
