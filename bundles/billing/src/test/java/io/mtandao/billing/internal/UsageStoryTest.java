package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.Role;
import io.mtandao.api.billing.AddOn;
import io.mtandao.api.billing.AddOns;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.PackageTerms.DataCap;
import io.mtandao.api.billing.PackageTerms.DataCap.AtCap;
import io.mtandao.api.billing.PackageTerms.FairUse;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Subscriptions.ServiceToDeliver;
import io.mtandao.api.billing.Usage.Volume;
import io.mtandao.billing.internal.kit.Agreed;
import io.mtandao.billing.internal.kit.AtOnce;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data: counted per period, cut or throttled when it is used up, bought, and whole again with the next period. */
class UsageStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final long MB = 1_000_000;
    private int readings;

    /** One with a month that is paid from the start on, 2000 a month. */
    private static Subscription takes(Isp isp, Subscriber who, PackageTerms terms) {
        Subscription s = isp.takes(who, isp.sells("Home 10M", 2000, terms));
        isp.pays(who, 2000);
        isp.events.taken();
        return s;
    }

    private Volume uses(Isp isp, Subscription s, long megabytes) {
        return isp.usage.add(isp.system, s.id(), megabytes * MB, "session 1 at " + ++readings);
    }

    private static ServiceToDeliver delivered(Isp isp, Subscription s) {
        return isp.subscriptions.serviceToDeliver(isp.system, s.id()).orElseThrow();
    }

    private static AddOn data(Isp isp, String name, long price, long megabytes) {
        return isp.addOns.create(isp.owner, new AddOns.Draft(name, isp.money(price), false, true, null, megabytes));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theSameReadingCountsOnceAndAnswersTheSame(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscription s = takes(isp, isp.joins("Grace"), Agreed.cut(1000)), other = isp.takes(isp.joins("Other"), isp.sells("Other", 1));
        Volume first = isp.usage.add(isp.system, s.id(), 600 * MB, "s1/10:00");
        assertThat(first).isEqualTo(new Volume(s.id(), Instant.parse(Isp.START), 600 * MB, 1000 * MB, 0, 10_000, 5_000, false));
        assertThat(isp.usage.add(isp.staff(Role.TECHNICIAN), s.id(), 600 * MB, "s1/10:00")).isEqualTo(first);
        assertThat(isp.usage.of(isp.owner, s.id())).isEqualTo(first);
        assertThat(isp.usage.add(isp.system, other.id(), 5, "s1/10:00").usedBytes()).as("another's reading of the same name").isEqualTo(5);
        assertThat(isp.events.taken()).filteredOn(e -> e instanceof SubscriptionChanged c && c.subscriptionId() == s.id()).isEmpty();
        assertThatThrownBy(() -> isp.usage.add(isp.system, s.id(), -1, " "))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("bytes", "reading"));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void fourWhoTellTheSameReadingAtOnceAreCountedOnce(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        Subscription s = takes(isp, isp.joins("Grace"), Agreed.cut(1000));
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < 4; i++) tasks.add(() -> isp.usage.add(isp.system, s.id(), 100 * MB, "same").usedBytes());
        assertThat(AtOnce.all(tasks)).containsOnly(100 * MB);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoUsedItUpIsCutUntilTheNextPeriodThoughItIsPaidLongBefore(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = takes(isp, grace, Agreed.cut(1000));
        uses(isp, s, 999);
        assertThat(delivered(isp, s).allowed()).isTrue();
        assertThat(uses(isp, s, 1).usedUp()).isTrue();
        assertThat(isp.events.taken()).containsExactly(new SubscriptionChanged(s.id(), null, null));
        assertThat(delivered(isp, s).allowed()).isFalse();
        assertThat(isp.now(s).details().dataUsedUp()).isTrue();
        assertThat(isp.audit.last().after().get("dataState")).isEqualTo("CUT");

        isp.itIs("2026-12-01T00:00:00Z");
        isp.pays(grace, 2000);
        assertThat(isp.now(s).expiresAt()).isEqualTo("2027-01-22T07:15:00Z");
        assertThat(delivered(isp, s).allowed()).as("the next month is paid, this one's data is used up").isFalse();
        assertThat(isp.usage.of(isp.owner, s.id()).usedBytes()).isEqualTo(1000 * MB);
        isp.events.taken();

        isp.itIs("2026-12-22T07:15:00Z");
        assertThat(delivered(isp, s).allowed()).isTrue();
        assertThat(isp.events.taken()).contains(new SubscriptionChanged(s.id(), null, null));
        assertThat(isp.usage.of(isp.owner, s.id())).isEqualTo(new Volume(s.id(), Instant.parse("2026-12-22T07:15:00Z"), 0, 1000 * MB, 0, 10_000, 5_000, false));
        assertThat(uses(isp, s, 10).usedBytes()).isEqualTo(10 * MB);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatWasUsedCountsAgainstASmallerPackageAtOnce(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace"), brian = isp.joins("Brian");
        InternetPackage large = isp.sells("Large", 2000, Agreed.cut(5000));
        Subscription now = isp.takes(grace, large), later = isp.takes(brian, large);
        for (Subscriber who : List.of(grace, brian)) isp.pays(who, 2000);
        long small = isp.sells("Small", 2000, Agreed.cut(1000)).id();
        for (Subscription s : List.of(now, later)) uses(isp, s, 1500);
        isp.subscriptions.changePackage(isp.owner, now.id(), small, null);
        Subscription read = isp.now(later);
        isp.subscriptions.update(isp.owner, later.id(), read.version(), new Subscriptions.Draft(later.subscriberId(), small, null, null, null, null));
        for (Subscription s : List.of(now, later)) assertThat(delivered(isp, s).allowed()).as("before anything more is used").isFalse();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPeriodThatIsRenewedOnTheDayOrLateBeginsWithAllItsData(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = takes(isp, grace, Agreed.cut(1000));
        uses(isp, s, 1200);
        isp.ledger.adjust(isp.owner, grace.id(), isp.money(2000), "gift");
        isp.itIs("2026-12-22T07:15:00Z");
        assertThat(isp.now(s).expiresAt()).isEqualTo("2027-01-22T07:15:00Z");
        assertThat(delivered(isp, s).allowed()).as("renewed by the clock").isTrue();
        uses(isp, s, 1000);
        isp.itIs("2027-02-01T00:00:00Z");
        assertThat(delivered(isp, s).allowed()).isFalse();
        isp.pays(grace, 2000);
        assertThat(delivered(isp, s).allowed()).as("paid after the cut").isTrue();
        assertThat(isp.usage.of(isp.owner, s.id()).usedBytes()).isZero();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPostpaidPeriodBeginsWithAllItsDataAndTheRouterHearsOfIt(Kind kind) {
        Isp isp = Isp.on(kind);
        PackageTerms terms = Agreed.cap(Charging.POSTPAID, new DataCap(1000, AtCap.THROTTLE, 1_000, 500));
        Subscription s = isp.takes(isp.joins("Shop"), isp.sells("Business", 5000, terms));
        isp.subscriptions.activate(isp.owner, s.id(), null);
        uses(isp, s, 1000);
        assertThat(delivered(isp, s)).extracting(ServiceToDeliver::allowed, ServiceToDeliver::downKbps, ServiceToDeliver::upKbps).containsExactly(true,
            1_000, 500);
        isp.events.taken();
        isp.itIs("2026-12-22T07:15:00Z");
        assertThat(isp.events.taken()).contains(new SubscriptionChanged(s.id(), null, null));
        assertThat(delivered(isp, s).downKbps()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void fairUseMakesItSlowerStepByStepAndEachStepIsToldOnce(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscription s = takes(isp, isp.joins("Grace"), Agreed.cap(Charging.PREPAID, null, new FairUse(1000, 5_000, 2_000), new FairUse(2000, 1_000, 500)));
        uses(isp, s, 1000);
        assertThat(delivered(isp, s)).extracting(ServiceToDeliver::downKbps, ServiceToDeliver::upKbps, ServiceToDeliver::burst).containsExactly(5_000, 2_000,
            null);
        assertThat(delivered(isp, s).personal()).as("not the speed of the others with this package").isTrue();
        uses(isp, s, 500);
        Volume last = uses(isp, s, 500);
        assertThat(last).extracting(Volume::downKbps, Volume::upKbps, Volume::capBytes, Volume::usedUp).containsExactly(1_000, 500, null, false);
        assertThat(isp.events.taken()).hasSize(2).containsOnly(new SubscriptionChanged(s.id(), null, null));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aTopUpIsBilledPaidFromTheWalletAndLetsItOnAgain(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = takes(isp, grace, Agreed.cut(1000));
        AddOn gigabyte = data(isp, "1 GB more", 232, 1000);
        uses(isp, s, 1000);
        assertThatThrownBy(() -> isp.usage.topUp(isp.owner, s.id(), gigabyte.id())).isInstanceOf(Conflict.class).hasMessageContaining("KES 232.00 is missing");
        assertThat(isp.billsOf(grace)).hasSize(1);
        isp.ledger.adjust(isp.owner, grace.id(), isp.money(300), "change");
        isp.events.taken();

        Volume volume = isp.usage.topUp(isp.owner, s.id(), gigabyte.id());

        assertThat(volume).extracting(Volume::capBytes, Volume::toppedUpBytes, Volume::usedUp).containsExactly(2000 * MB, 1000 * MB, false);
        assertThat(delivered(isp, s).allowed()).isTrue();
        assertThat(isp.events.taken()).contains(new SubscriptionChanged(s.id(), null, null));
        Bill bill = isp.billsOf(grace).stream().filter(b -> b.lines().get(0).text().equals("1 GB more")).findFirst().orElseThrow();
        assertThat(bill.state()).isEqualTo(Bill.State.PAID);
        assertThat(bill.lines()).singleElement().extracting(Bill.Line::kind, Bill.Line::tax).containsExactly(Bill.Line.Kind.ITEM, isp.money(32));
        assertThat(isp.balance(grace)).isEqualTo(isp.money(68));
        assertThat(isp.now(s).expiresAt()).as("data, not time").isEqualTo("2026-12-22T07:15:00Z");
        isp.addOns.delete(isp.owner, gigabyte.id());
        assertThat(isp.addOns.get(isp.owner, gigabyte.id()).archived()).as("it was sold").isTrue();
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aTopUpThatIsTakenBackTakesItsDataBack(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = takes(isp, grace, Agreed.cut(1000));
        isp.ledger.adjust(isp.owner, grace.id(), isp.money(500), "change");
        uses(isp, s, 1000);
        isp.usage.topUp(isp.owner, s.id(), data(isp, "1 GB more", 250, 1000).id());
        Bill bill = isp.billsOf(grace).stream().filter(b -> b.lines().get(0).text().equals("1 GB more")).findFirst().orElseThrow();
        isp.events.taken();
        isp.bills.voidBill(isp.owner, bill.id(), "not ordered");
        assertThat(isp.balance(grace)).isEqualTo(isp.money(500));
        assertThat(isp.usage.of(isp.owner, s.id())).extracting(Volume::toppedUpBytes, Volume::usedUp).containsExactly(0L, true);
        assertThat(delivered(isp, s).allowed()).isFalse();
        assertThat(isp.events.taken()).contains(new SubscriptionChanged(s.id(), null, null));
        assertThat(isp.bills.billNext(isp.owner, s.id()).total()).as("and it is not charged again").isEqualTo(isp.money(2000));
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void atTheCapTheCheapestThatHelpsIsBoughtByItselfWhileTheWalletCoversIt(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = takes(isp, grace, Agreed.cap(Charging.PREPAID, new DataCap(1000, AtCap.TOP_UP, 0, 0)));
        data(isp, "Too small", 10, 5);
        data(isp, "Dear", 400, 1000);
        data(isp, "Right", 200, 500);
        isp.addOns.delete(isp.owner, data(isp, "Never again", 1, 5000).id());
        isp.ledger.adjust(isp.owner, grace.id(), isp.money(500), "change");
        isp.events.taken();
        Volume volume = uses(isp, s, 1100);
        assertThat(volume).extracting(Volume::toppedUpBytes, Volume::usedUp).containsExactly(500 * MB, false);
        assertThat(isp.balance(grace)).isEqualTo(isp.money(300));
        assertThat(isp.events.taken()).as("never cut, so the router is left alone").doesNotContain(new SubscriptionChanged(s.id(), null, null));
        uses(isp, s, 300);
        assertThat(uses(isp, s, 110).usedUp()).as("1510 of 1500: the next is bought").isFalse();
        assertThat(isp.balance(grace)).isEqualTo(isp.money(100));
        assertThat(uses(isp, s, 510).usedUp()).as("no money for what would help, and none spent on what would not").isTrue();
        assertThat(delivered(isp, s).allowed()).isFalse();
        assertThat(isp.balance(grace)).isEqualTo(isp.money(100));
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aTopUpSaysWhyItIsRefused(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription capped = takes(isp, grace, Agreed.cut(1000));
        Subscription free = isp.takes(isp.joins("Free"), isp.sells("Unlimited", 1), "2026-12-01T00:00:00Z"), unpaid = isp.takes(isp.joins("Unpaid"),
            isp.sells("Later", 1));
        AddOn gigabyte = data(isp, "1 GB more", 0, 1000);
        AddOn router = isp.addOns.create(isp.owner, new AddOns.Draft("Router", isp.money(1), false, true, null, 0));
        refused(isp, capped, router, "holds no data");
        refused(isp, free, gigabyte, "no data cap");
        refused(isp, unpaid, gigabyte, "no period is running");
        assertThat(isp.usage.topUp(isp.owner, capped.id(), gigabyte.id()).toppedUpBytes()).as("a gift needs no money").isEqualTo(1000 * MB);
        isp.addOns.delete(isp.owner, gigabyte.id());
        refused(isp, capped, gigabyte, "archived");
        isp.subscriptions.cancel(isp.owner, capped.id());
        refused(isp, capped, gigabyte, "cancelled");
    }

    private static void refused(Isp isp, Subscription s, AddOn a, String why) {
        assertThatThrownBy(() -> isp.usage.topUp(isp.owner, s.id(), a.id())).isInstanceOf(Conflict.class).hasMessageContaining(why);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aBiggerPackageLiftsTheCutAtOnce(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = takes(isp, grace, Agreed.cut(1000));
        uses(isp, s, 1000);
        var bigger = isp.sells("Home 20M", 2000, Agreed.cut(5000));
        isp.subscriptions.changePackage(isp.owner, s.id(), bigger.id(), "wants more");
        assertThat(delivered(isp, s).allowed()).isTrue();
        assertThat(isp.usage.of(isp.owner, s.id())).extracting(Volume::usedBytes, Volume::capBytes).as("what was used stays used").containsExactly(1000 * MB,
            5000 * MB);
    }
}
