package io.mtandao.billing.internal;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.Numbering;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.RenewalPolicy.Excess;
import io.mtandao.api.billing.RenewalPolicy.ExpiryTime;
import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.api.billing.RenewalPolicy.Partial;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.billing.internal.policy.Policies;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each choice that an ISP has in how payments become time, in the words of the trade. */
class PolicyStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final RenewalPolicy STANDARD = RenewalPolicy.STANDARD;

    private static void chooses(Isp isp, RenewalPolicy renewal) {
        BillingPolicy p = isp.policies.get(isp.owner);
        isp.policies.update(isp.owner, new BillingPolicy(p.version(), renewal, p.dueDays(), p.dunning(), p.lateFee(), p.ceiling(), p.fuse(), p.numbering()));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void latePaymentCountsFromTheExpiryWhenTheIspSaysSo(Kind kind) {
        Isp isp = Isp.on(kind);
        chooses(isp, new RenewalPolicy(Late.FROM_EXPIRY, Partial.WAIT, Excess.STAY, true, 0, ExpiryTime.EXACT));
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000), "2026-12-01T20:59:59Z");
        isp.itIs("2026-12-06T09:00:00Z");
        assertThat(isp.now(home).state()).isEqualTo(EXPIRED);
        isp.pays(grace, 2000);
        assertThat(isp.now(home).expiresAt()).as("the five days are used up").isEqualTo("2027-01-01T20:59:59Z");
        isp.itIs("2027-03-10T09:00:00Z");
        isp.pays(grace, 2000);
        assertThat(isp.now(home).expiresAt()).as("the day of the month stays; two whole months without service are not charged").isEqualTo("2027-04-01T20:59:59Z");
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPartOfTheMoneyBuysAPartOfThePeriodAndThePartsAddUpToTheWhole(Kind kind) {
        Isp isp = Isp.on(kind);
        chooses(isp, new RenewalPolicy(Late.FROM_NOW, Partial.BUY_PART, Excess.STAY, true, 0, ExpiryTime.EXACT));
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Thirty days", 3000, new Period(30, Period.Unit.DAY)));
        isp.pays(grace, 1000);
        assertThat(isp.now(home).state()).isEqualTo(ACTIVE);
        assertThat(isp.now(home).expiresAt()).as("a third of the money, ten of thirty days").isEqualTo("2026-12-02T07:15:00Z");
        isp.itIs("2026-11-30T00:00:00Z");
        isp.pays(grace, 500);
        assertThat(isp.now(home).expiresAt()).isEqualTo("2026-12-07T07:15:00Z");
        isp.pays(grace, 1500);
        assertThat(isp.now(home).expiresAt()).as("as if paid at once").isEqualTo("2026-12-22T07:15:00Z");
        assertThat(isp.billsOf(grace)).singleElement().satisfies(b -> assertThat(b.state()).isEqualTo(Bill.State.PAID));
        assertThat(isp.balance(grace).minor()).isZero();
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theRestOfAPartlyPaidPeriodBeginsWhenItIsPaidAndNoDayIsLost(Kind kind) {
        Isp isp = Isp.on(kind);
        chooses(isp, new RenewalPolicy(Late.FROM_NOW, Partial.BUY_PART, Excess.STAY, true, 0, ExpiryTime.EXACT));
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Thirty days", 3000, new Period(30, Period.Unit.DAY)));
        isp.pays(grace, 1000);
        isp.itIs("2026-12-05T07:15:00Z");
        assertThat(isp.now(home).state()).as("cut after the ten days").isEqualTo(EXPIRED);
        isp.pays(grace, 2000);
        assertThat(isp.now(home).expiresAt()).as("twenty days from now").isEqualTo("2026-12-25T07:15:00Z");
        assertThat(isp.billsOf(grace)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void excessBuysFurtherPeriodsWhenTheIspSaysSo(Kind kind) {
        Isp isp = Isp.on(kind);
        chooses(isp, new RenewalPolicy(Late.FROM_NOW, Partial.WAIT, Excess.BUY_FURTHER, true, 0, ExpiryTime.EXACT));
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        assertThat(isp.pays(grace, 7000).balance()).isEqualTo(isp.money(1000));
        assertThat(isp.now(home).expiresAt()).isEqualTo("2027-02-22T07:15:00Z");
        assertThat(isp.billsOf(grace)).hasSize(3).allSatisfy(b -> assertThat(b.state()).isEqualTo(Bill.State.PAID));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void walletsThatDoNotRenewByThemselvesLeaveTheSubscriberCutWithTheMoneyInIt(Kind kind) {
        Isp isp = Isp.on(kind);
        chooses(isp, new RenewalPolicy(Late.FROM_NOW, Partial.WAIT, Excess.STAY, false, 0, ExpiryTime.EXACT));
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.pays(grace, 5000);
        isp.itIs("2026-12-22T07:15:00Z");
        assertThat(isp.now(home).state()).isEqualTo(EXPIRED);
        assertThat(isp.balance(grace)).isEqualTo(isp.money(3000));
        isp.subscriptions.renew(isp.owner, home.id());
        assertThat(isp.now(home).state()).isEqualTo(ACTIVE);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void daysOfGraceKeepServiceAndArePaidForByTheNextPeriod(Kind kind) {
        Isp isp = Isp.on(kind);
        chooses(isp, new RenewalPolicy(Late.FROM_NOW, Partial.WAIT, Excess.STAY, true, 3, ExpiryTime.EXACT));
        Subscriber grace = isp.joins("Grace"), other = isp.joins("Other");
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscription home = isp.takes(grace, p), house = isp.takes(other, p);
        isp.pays(grace, 2000);
        isp.pays(other, 2000);
        isp.itIs("2026-12-22T07:15:00Z");
        assertThat(isp.now(home).state()).isEqualTo(GRACE);
        assertThat(isp.now(home).details().graceUntil()).isEqualTo("2026-12-25T07:15:00Z");
        isp.itIs("2026-12-24T07:15:00Z");
        isp.pays(grace, 2000);
        assertThat(isp.now(home).state()).isEqualTo(ACTIVE);
        assertThat(isp.now(home).expiresAt()).as("grace is not a gift").isEqualTo("2027-01-22T07:15:00Z");
        isp.itIs("2026-12-25T07:15:00Z");
        assertThat(isp.now(house).state()).isEqualTo(EXPIRED);
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anExpiryAtTheEndOfTheDayIsTheLastSecondInTheIspsZone(Kind kind) {
        Isp isp = Isp.on(kind);
        chooses(isp, new RenewalPolicy(Late.FROM_NOW, Partial.WAIT, Excess.STAY, true, 0, ExpiryTime.END_OF_DAY));
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.pays(grace, 2000);
        assertThat(isp.now(home).expiresAt()).isEqualTo("2026-12-22T20:59:59Z");
        isp.pays(grace, 2000);
        assertThat(isp.now(home).expiresAt()).isEqualTo("2027-01-22T20:59:59Z");
        Subscriber quick = isp.joins("Quick");
        Subscription hours = isp.takes(quick, isp.sells("Three hours", 20, new Period(3, Period.Unit.HOUR)));
        isp.pays(quick, 20);
        assertThat(isp.now(hours).expiresAt()).as("hours stay exact").isEqualTo("2026-11-22T10:15:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPackageMayOverrideWhatTheIspSays(Kind kind) {
        Isp isp = Isp.on(kind);
        chooses(isp, STANDARD);
        RenewalPolicy own = new RenewalPolicy(null, null, Excess.BUY_FURTHER, null, 2, null);
        InternetPackage p = isp.packages.create(isp.owner, new Packages.Draft("Business", isp.money(5000), Isp.MONTH, 10_000, 10_000, null,
            new PackageTerms(ServiceType.PPPOE, Charging.PREPAID, false, true, null, null, null, List.of(), 0, null, null, null, null, own)));
        Subscriber shop = isp.joins("Shop");
        Subscription s = isp.takes(shop, p);
        isp.pays(shop, 10_000);
        assertThat(isp.now(s).expiresAt()).isEqualTo("2027-01-22T07:15:00Z");
        isp.itIs("2027-01-22T07:15:00Z");
        assertThat(isp.now(s).state()).isEqualTo(GRACE);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aCalendarMonthCostsItsShareAtFirstAndThenRunsFromTheFirstToTheFirst(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.packages.create(isp.owner, new Packages.Draft("Calendar", isp.money(3000), Isp.MONTH, 10_000, 10_000, null,
            new PackageTerms(ServiceType.PPPOE, Charging.PREPAID, true, true, null, null, null, List.of(), 0, null, null, null, null, null)));
        isp.itIs("2026-11-24T21:00:00Z");
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, p);
        isp.pays(grace, 600);
        assertThat(isp.now(s).state()).as("six of thirty days").isEqualTo(ACTIVE);
        assertThat(isp.now(s).expiresAt()).isEqualTo("2026-11-30T21:00:00Z");
        assertThat(isp.balance(grace).minor()).isZero();
        isp.pays(grace, 3000);
        assertThat(isp.now(s).expiresAt()).isEqualTo("2026-12-31T21:00:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void thePolicyIsCheckedAndNobodysChangeIsOverwritten(Kind kind) {
        Isp isp = Isp.on(kind);
        BillingPolicy p = isp.policies.get(isp.owner);
        assertThatThrownBy(() -> chooses(isp, new RenewalPolicy(Late.FROM_NOW, Partial.WAIT, Excess.STAY, true, 61, ExpiryTime.EXACT)))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsKey("renewal.graceDays"));
        assertThatThrownBy(() -> isp.policies.update(isp.owner, new BillingPolicy(p.version(), p.renewal(), p.dueDays(), p.dunning(), p.lateFee(), p.ceiling(), p.fuse(),
            new Numbering("B-", 6, "B-", 6, "", 4)))).isInstanceOf(Invalid.class);
        chooses(isp, STANDARD);
        chooses(isp, STANDARD);
        assertThatThrownBy(() -> isp.policies.update(isp.owner, p)).isInstanceOf(Stale.class);
        assertThat(isp.audit.entries).anySatisfy(a -> assertThat(a.action()).isEqualTo("billing-policy.update"));
        Isp other = Isp.on(kind);
        assertThat(other.policies.get(other.owner)).as("each ISP has its own").isEqualTo(Policies.STANDARD);
    }
}
