package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Forbidden;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger.Source;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Subscriptions.InAdvance;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Periods that were paid long before they are taken, by voucher: they are given as they were sold. */
class InAdvanceStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final Period WEEK = new Period(1, Period.Unit.WEEK);

    private static PackageTerms terms(boolean taxIncluded, int devices) {
        return new PackageTerms(ServiceType.PPPOE, Charging.PREPAID, false, taxIncluded, null, null, null, List.of(), devices, null, null, null, null, null);
    }

    private static InAdvance card(Isp isp, String id, long value, int edition, int devices) {
        return new InAdvance(new Source("voucher", id, "voucher"), isp.money(value), "Voucher of Cards", edition, devices);
    }

    private static Subscriptions.Draft draft(Subscriber who, InternetPackage what) {
        return new Subscriptions.Draft(who.id(), what.id(), null, null, null, null);
    }

    private static int devices(Isp isp, Subscription s) {
        return isp.subscriptions.serviceToDeliver(isp.system, s.id()).orElseThrow().deviceLimit();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatWasSoldIsGivenThoughThePackageIsArchivedAndHasAnotherPeriodSince(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage home = isp.sells("Home", 1000);
        isp.subscriptions.cancel(isp.owner, isp.takes(isp.joins("Former"), home).id());
        InternetPackage changed = isp.packages.update(isp.owner, home.id(), home.version(), new Packages.Draft("Home", isp.money(300), WEEK, 9_000, 9_000, null));
        isp.packages.delete(isp.owner, changed.id());
        Subscriber guest = isp.joins("Guest");
        Subscription s = isp.subscriptions.createSold(isp.system, draft(guest, home), 1);
        Subscription served = isp.subscriptions.redeemPeriod(isp.system, s.id(), card(isp, "1", 1000, 1, 0));
        assertThat(served.expiresAt()).as("a month, as sold").isEqualTo("2026-12-22T07:15:00Z");
        assertThat(isp.billsOf(guest)).singleElement().satisfies(b -> assertThat(b.total()).isEqualTo(isp.money(1000)));
        assertThat(isp.subscriptions.redeemPeriod(isp.system, s.id(), card(isp, "2", 300, 2, 0)).expiresAt()).as("and a week").isEqualTo("2026-12-29T07:15:00Z");
        assertThat(isp.balance(guest)).isEqualTo(isp.money(0));
        isp.booksAreWhole(4);
        assertThatThrownBy(() -> isp.subscriptions.createSold(isp.owner, draft(guest, home), 1)).as("staff sell what is sold").isInstanceOf(Forbidden.class);
        Isp other = Isp.on(kind);
        assertThatThrownBy(() -> other.subscriptions.createSold(other.system, draft(guest, home), 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> other.subscriptions.redeemPeriod(other.system, s.id(), card(other, "3", 1, 1, 0))).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aCardCoversThePriceAndTheTaxOnIt(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage home = isp.sells("Home", 1000, terms(false, 0));
        Money worth = isp.taxes.withTax(isp.owner, home.price(), null);
        assertThat(worth).isEqualTo(isp.money(1160));
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, home);
        isp.subscriptions.redeemPeriod(isp.system, s.id(), card(isp, "1", 1160, 1, 0));
        assertThat(isp.booked("income")).isEqualTo(isp.money(1000));
        assertThat(isp.booked("tax:default")).isEqualTo(isp.money(160));
        assertThat(isp.balance(grace)).isEqualTo(isp.money(0));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void itsDevicesHoldForItsOwnTimeAndTheNetworkHearsWhenTheyBeginAndEnd(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage weekly = isp.packages.create(isp.owner, new Packages.Draft("Weekly", isp.money(100), WEEK, 5000, 5000, null, terms(true, 1)));
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, weekly);
        isp.pays(grace, 100);
        isp.subscriptions.redeemPeriod(isp.system, s.id(), card(isp, "1", 100, 1, 5));
        isp.pays(grace, 100);
        assertThat(isp.now(s).expiresAt()).isEqualTo("2026-12-13T07:15:00Z");
        assertThat(devices(isp, s)).as("the running week was bought with money").isEqualTo(1);
        isp.events.taken();
        isp.itIs("2026-11-29T07:16:00Z");
        assertThat(devices(isp, s)).isEqualTo(5);
        assertThat(isp.events.taken()).contains(new SubscriptionChanged(s.id(), null, null));
        isp.subscriptions.pause(isp.owner, s.id(), "on a journey");
        isp.itIs("2026-12-10T07:16:00Z");
        isp.subscriptions.resume(isp.owner, s.id());
        assertThat(devices(isp, s)).as("its time stood still").isEqualTo(5);
        isp.events.taken();
        isp.itIs("2026-12-17T07:14:00Z");
        assertThat(devices(isp, s)).isEqualTo(5);
        isp.itIs("2026-12-17T07:16:00Z");
        assertThat(devices(isp, s)).as("the next week is the package's again").isEqualTo(1);
        assertThat(isp.events.taken()).contains(new SubscriptionChanged(s.id(), null, null));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatIsTakenBackTakesItsDevicesAlong(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage weekly = isp.packages.create(isp.owner, new Packages.Draft("Weekly", isp.money(100), WEEK, 5000, 5000, null, terms(true, 1)));
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, weekly);
        isp.subscriptions.redeemPeriod(isp.system, s.id(), card(isp, "1", 100, 1, 5));
        assertThat(devices(isp, s)).isEqualTo(5);
        isp.bills.voidBill(isp.owner, isp.billsOf(grace).get(0).id(), "wrong subscriber");
        assertThat(devices(isp, s)).isEqualTo(1);
    }
}
