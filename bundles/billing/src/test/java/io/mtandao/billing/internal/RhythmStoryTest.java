package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Packages.Edition.Change;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A package is sold in another rhythm from some day on: what was sold is given and billed as it was sold, and what comes next is in the new one. */
class RhythmStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final Period THIRTY = new Period(30, Period.Unit.DAY), SEVEN = new Period(7, Period.Unit.DAY);
    private static final String TENTH_DAY = "2026-12-02T07:15:00Z";
    /** What is billed, period by period. */
    private static final String OLD = "2026-11-22T07:15:00Z to 2026-12-02T07:15:00Z: KES 1,000.00",
        FIRST = "2026-12-02T07:15:00Z to 2026-12-09T07:15:00Z: KES 700.00",
        SECOND = "2026-12-09T07:15:00Z to 2026-12-16T07:15:00Z: KES 700.00";

    private Isp isp;
    private InternetPackage office;
    private Subscriber grace;
    private Subscription s;

    /** Paid after each thirty days, the first of which begin now. */
    private void graceHasAnOffice(Kind kind) {
        isp = Isp.on(kind);
        office = sells(Charging.POSTPAID);
        grace = isp.joins("Grace");
        s = isp.takes(grace, office);
        isp.subscriptions.activate(isp.owner, s.id(), null);
    }

    private InternetPackage sells(Charging charging) {
        return isp.packages.create(isp.owner, draft(3000, THIRTY, charging));
    }

    private Packages.Draft draft(long price, Period period, Charging charging) {
        return new Packages.Draft("Office", isp.money(price), period, 10_000, 5_000, null,
            new PackageTerms(ServiceType.PPPOE, charging, false, true, null, null, null, List.of(), 0, null, null, null, null, null));
    }

    private void becomesAWeek(InternetPackage p, Change change) {
        InternetPackage now = isp.packages.get(isp.owner, p.id());
        isp.packages.update(isp.owner, p.id(), now.version(), draft(700, SEVEN, p.terms().charging()), change);
    }

    private List<String> billed(Subscriber who) {
        return isp.billsOf(who).stream().sorted(Comparator.comparing(Bill::periodFrom))
            .map(b -> b.periodFrom() + " to " + b.periodTo() + ": " + b.total()).toList();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatWasUsedUntilThenIsBilledAsItWasSold(Kind kind) {
        graceHasAnOffice(kind);
        isp.itIs(TENTH_DAY);
        becomesAWeek(office, Change.NOW_FOR_ALL);
        isp.bills.billDue(isp.owner);
        isp.itIs(TENTH_DAY);
        assertThat(billed(grace)).containsExactly(OLD);
        assertThat(isp.now(s).expiresAt()).isEqualTo("2026-12-09T07:15:00Z");
        isp.itIs("2026-12-09T07:15:00Z");
        assertThat(billed(grace)).containsExactly(OLD, FIRST);
        assertThat(isp.balance(grace)).isEqualTo(isp.money(-1700));
        assertThat(isp.proof().whole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void soItIsWhenItWasPlannedAndThePlatformWasDownThatDay(Kind kind) {
        graceHasAnOffice(kind);
        becomesAWeek(office, new Change(Instant.parse(TENTH_DAY), true));
        isp.isDownUntil("2026-12-17T00:00:00Z");
        assertThat(billed(grace)).containsExactly(OLD, FIRST, SECOND);
        assertThat(isp.now(s).expiresAt()).isEqualTo("2026-12-23T07:15:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoPausesBeforeItIsDonePaysForTheSame(Kind kind) {
        graceHasAnOffice(kind);
        becomesAWeek(office, new Change(Instant.parse(TENTH_DAY), true));
        isp.clock.set(Instant.parse("2026-12-11T07:15:00Z"));
        isp.subscriptions.pause(isp.owner, s.id(), null);
        List<String> all = List.of(OLD, FIRST, "2026-12-09T07:15:00Z to 2026-12-11T07:15:00Z: KES 200.00");
        assertThat(billed(grace)).isEqualTo(all);
        isp.itIs("2026-12-12T07:15:00Z");
        assertThat(isp.subscriptions.resume(isp.owner, s.id()).expiresAt()).isEqualTo("2026-12-19T07:15:00Z");
        isp.itIs("2026-12-18T07:15:00Z");
        assertThat(billed(grace)).isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anEditionThatBeginsWithAPeriodTurnsThatPeriod(Kind kind) {
        graceHasAnOffice(kind);
        becomesAWeek(office, new Change(Instant.parse("2026-12-22T07:15:00Z"), true));
        isp.itIs("2026-12-22T07:15:00Z");
        assertThat(billed(grace)).containsExactly("2026-11-22T07:15:00Z to 2026-12-22T07:15:00Z: KES 3,000.00");
        assertThat(isp.now(s).expiresAt()).isEqualTo("2026-12-29T07:15:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoWasThereKeepsWhatIsOnlyForThoseWhoCome(Kind kind) {
        graceHasAnOffice(kind);
        isp.itIs(TENTH_DAY);
        becomesAWeek(office, new Change(null, false));
        isp.itIs("2026-12-03T07:15:00Z");
        assertThat(isp.billsOf(grace)).isEmpty();
        assertThat(isp.now(s).expiresAt()).isEqualTo("2026-12-22T07:15:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anOpenBillBuysThePeriodThatItWasWrittenFor(Kind kind) {
        isp = Isp.on(kind);
        InternetPackage home = sells(Charging.PREPAID);
        grace = isp.joins("Grace");
        s = isp.takes(grace, home);
        isp.bills.billNext(isp.owner, s.id());
        becomesAWeek(home, Change.NOW_FOR_ALL);
        isp.itIs("2026-11-23T07:15:00Z");
        isp.pays(grace, 3000);
        assertThat(isp.now(s).expiresAt()).as("thirty days for the price of thirty days").isEqualTo("2026-12-23T07:15:00Z");
        isp.pays(grace, 700);
        assertThat(isp.now(s).expiresAt()).as("then a week for that of a week").isEqualTo("2026-12-30T07:15:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theRestOfAPeriodIsSettledInTheRhythmInWhichItWasSold(Kind kind) {
        isp = Isp.on(kind);
        InternetPackage home = sells(Charging.PREPAID), week = isp.sells("Week", 700, SEVEN);
        grace = isp.joins("Grace");
        s = isp.takes(grace, home);
        isp.pays(grace, 3000);
        becomesAWeek(home, Change.NOW_FOR_ALL);
        isp.itIs("2026-12-07T07:15:00Z");
        assertThat(isp.subscriptions.changePackage(isp.owner, s.id(), week.id(), null).expiresAt()).isEqualTo("2026-12-14T07:15:00Z");
        assertThat(isp.balance(grace)).as("half of thirty days comes back, a week is bought").isEqualTo(isp.money(800));
    }
}
