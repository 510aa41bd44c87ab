package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.billing.AddOn;
import io.mtandao.api.billing.AddOns;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bill.Line;
import io.mtandao.api.billing.Coupon;
import io.mtandao.api.billing.Coupons;
import io.mtandao.api.billing.Extras.Item;
import io.mtandao.api.billing.Extras.ItemDraft;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Taxes;
import io.mtandao.billing.internal.kit.Agreed;
import io.mtandao.billing.internal.kit.AtOnce;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What bills say beside the package: taxes, fees, items, discounts, own prices. */
class ExtrasStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    /** The next bill, paid at once. */
    private static Bill next(Isp isp, Subscriber who, Subscription s) {
        Bill bill = isp.bills.billNext(isp.owner, s.id());
        if (bill.total().isPositive()) isp.pays(who, bill.total().toMajor().longValueExact());
        else isp.subscriptions.renew(isp.owner, s.id());
        return isp.bills.get(isp.owner, bill.id());
    }

    private static ItemDraft byHand(Isp isp, String text, int quantity, long price, boolean recurring) {
        return new ItemDraft(null, text, quantity, isp.money(price), recurring, true, null);
    }

    private static Coupon coupon(Isp isp, String code, Integer bills) {
        return isp.coupons.create(isp.owner, new Coupons.Draft(code, Reduction.percent(5000), null, null, null, bills, null));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theTaxIsWithinThePriceOrComesOnTopOfIt(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber within = isp.joins("Within"), onTop = isp.joins("On top");
        isp.takes(within, isp.sells("Holds its tax", 1160, Agreed.tax(true, null)));
        isp.takes(onTop, isp.sells("Plus tax", 1000, Agreed.tax(false, null)));
        isp.pays(within, 1160);
        isp.pays(onTop, 1160);
        for (Subscriber who : List.of(within, onTop)) {
            Bill bill = isp.billsOf(who).get(0);
            assertThat(bill.state()).isEqualTo(Bill.State.PAID);
            assertThat(bill.total()).isEqualTo(isp.money(1160));
            assertThat(bill.details().tax()).isEqualTo(isp.money(160));
            assertThat(bill.lines()).singleElement().extracting(Line::taxName).isEqualTo("VAT 16 %");
        }
        assertThat(isp.booked("tax:default")).isEqualTo(isp.money(320));
        assertThat(isp.booked("income")).isEqualTo(isp.money(2000));
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aRateThatChangesCountsFromItsFirstDayInTheIspsZone(Kind kind) {
        Isp isp = Isp.on(kind);
        LocalDate newYear = LocalDate.parse("2027-01-01");
        isp.taxes.create(isp.owner, new Taxes.Draft("vat", "VAT", 1600, LocalDate.parse("2026-01-01"), newYear.minusDays(1)));
        isp.taxes.create(isp.owner, new Taxes.Draft("vat", "VAT", 1800, newYear, null));
        InternetPackage p = isp.sells("Plus tax", 1000, Agreed.tax(false, "VAT"));
        Subscriber eve = isp.joins("Eve"), later = isp.joins("Later");
        Subscription first = isp.takes(eve, p), second = isp.takes(later, p);
        isp.itIs("2026-12-31T20:59:00Z");
        assertThat(next(isp, eve, first).total()).isEqualTo(isp.money(1160));
        isp.itIs("2026-12-31T21:00:00Z");
        Bill bill = next(isp, later, second);
        assertThat(bill.total()).isEqualTo(isp.money(1180));
        assertThat(bill.lines().get(0).taxName()).isEqualTo("VAT 18 %");
        assertThat(isp.booked("tax:vat")).isEqualTo(isp.money(340));
        assertThat(isp.bills.get(isp.owner, isp.billsOf(eve).get(0).id()).total()).as("a bill that was written stays").isEqualTo(isp.money(1160));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aCouponOfThreeBillsMakesThreeBillsSmaller(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        coupon(isp, "Spring-27", 3);
        assertThat(isp.extras.redeem(isp.owner, home.id(), " spring 27")).extracting(x -> x.bills(), x -> x.coupon()).containsExactly(3, "Spring-27");
        for (int i = 0; i < 3; i++) {
            Bill bill = next(isp, grace, home);
            assertThat(bill.total()).isEqualTo(isp.money(1000));
            assertThat(bill.lines().get(1)).extracting(Line::kind, Line::text, Line::amount).containsExactly(Line.Kind.DISCOUNT, "Coupon Spring-27 (50 %)",
                isp.money(-1000));
        }
        assertThat(next(isp, grace, home).total()).isEqualTo(isp.money(2000));
        assertThat(isp.extras.of(isp.owner, home.id()).discounts()).singleElement().satisfies(x -> assertThat(x.endedAt()).isNotNull());
        assertThat(isp.booked("income").plus(isp.booked("tax:default"))).isEqualTo(isp.money(5000));
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void installationAndDepositAreOnTheFirstBillOnlyAndInTheirAccounts(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2320, Agreed.fees(isp.money(1160), isp.money(500))));
        isp.extras.discount(isp.owner, home.id(), Reduction.percent(10_000), 1, "First month free");
        Bill first = next(isp, grace, home);
        assertThat(first.lines()).extracting(Line::kind).containsExactly(Line.Kind.PACKAGE, Line.Kind.INSTALLATION, Line.Kind.DEPOSIT, Line.Kind.DISCOUNT);
        assertThat(first.total()).as("a discount is for the package, not for fees and deposits").isEqualTo(isp.money(1660));
        assertThat(isp.booked("deposits")).isEqualTo(isp.money(500));
        assertThat(isp.booked("tax:default")).as("a deposit is not taxed").isEqualTo(isp.money(160));
        assertThat(isp.booked("income")).isEqualTo(isp.money(1000));
        assertThat(next(isp, grace, home).total()).isEqualTo(isp.money(2320));
        assertThat(isp.booked("deposits")).isEqualTo(isp.money(500));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anOwnPriceCountsUntilItIsEnded(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        assertThat(isp.extras.overridePrice(isp.owner, home.id(), isp.money(1500), "old customer")).extracting(v -> v.packagePrice(), v -> v.ownPrice())
            .containsExactly(isp.money(2000), isp.money(1500));
        assertThat(isp.audit.last().after().get("why")).isEqualTo("old customer");
        assertThat(next(isp, grace, home).total()).isEqualTo(isp.money(1500));
        assertThat(isp.now(home)).extracting(Subscription::price, s -> s.details().ownPrice()).containsExactly(isp.money(1500), true);
        isp.extras.overridePrice(isp.owner, home.id(), null, null);
        assertThat(next(isp, grace, home).total()).isEqualTo(isp.money(2000));
        assertThatThrownBy(() -> isp.extras.overridePrice(isp.owner, home.id(), isp.money(-1), " "))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("price", "reason"));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatRecursIsOnEveryBillUntilItIsEndedAndTheRestOnce(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        AddOn address = isp.addOns.create(isp.owner, new AddOns.Draft("Public address", isp.money(500), true, true, null, 0));
        Item monthly = isp.extras.add(isp.owner, home.id(), new ItemDraft(address.id(), null, 2, null, null, null, null));
        Item once = isp.extras.add(isp.owner, home.id(), byHand(isp, "Cable", 3, 100, false));
        Bill first = next(isp, grace, home);
        assertThat(first.total()).isEqualTo(isp.money(3300));
        assertThat(first.lines()).extracting(Line::text, Line::quantity, Line::amount).contains(org.assertj.core.groups.Tuple.tuple("Public address", 2,
            isp.money(1000)));
        assertThat(next(isp, grace, home).total()).isEqualTo(isp.money(3000));
        assertThat(isp.extras.of(isp.owner, home.id()).items()).extracting(Item::id, Item::billedOn).containsExactly(
            org.assertj.core.groups.Tuple.tuple(monthly.id(), null), org.assertj.core.groups.Tuple.tuple(once.id(), first.number()));
        assertThatThrownBy(() -> isp.extras.removeItem(isp.owner, once.id())).isInstanceOf(Conflict.class).hasMessageContaining(first.number());
        isp.extras.removeItem(isp.owner, monthly.id());
        Item mistake = isp.extras.add(isp.owner, home.id(), byHand(isp, "Mistake", 1, 900, false));
        isp.extras.removeItem(isp.owner, mistake.id());
        assertThat(next(isp, grace, home).total()).isEqualTo(isp.money(2000));
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void noDiscountMakesABillSmallerThanNothing(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        var gift = isp.extras.discount(isp.owner, home.id(), Reduction.of(isp.money(5000)), null, "Gift");
        isp.extras.discount(isp.owner, home.id(), Reduction.percent(10_000), 1, "And free");
        Bill bill = next(isp, grace, home);
        assertThat(bill.total()).isEqualTo(isp.money(0));
        assertThat(bill.details().tax()).isEqualTo(isp.money(0));
        assertThat(isp.balance(grace)).isEqualTo(isp.money(0));
        assertThat(isp.extras.of(isp.owner, home.id()).discounts()).as("the second had nothing left to do, and waits").allMatch(x -> x.endedAt() == null);
        isp.extras.endDiscount(isp.owner, gift.id());
        assertThat(next(isp, grace, home).total()).isEqualTo(isp.money(0));
        assertThat(next(isp, grace, home).total()).isEqualTo(isp.money(2000));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aBillThatIsTakenBackGivesItsItemsAndItsDiscountsBack(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.extras.add(isp.owner, home.id(), byHand(isp, "Cable", 1, 300, false));
        coupon(isp, "ONCE", 1);
        isp.extras.redeem(isp.owner, home.id(), "ONCE");
        Bill wrong = isp.bills.billNext(isp.owner, home.id());
        assertThat(wrong.total()).isEqualTo(isp.money(1150));
        isp.bills.voidBill(isp.owner, wrong.id(), "mistake");
        Bill paid = next(isp, grace, home);
        assertThat(paid.total()).isEqualTo(isp.money(1150));
        isp.bills.voidBill(isp.owner, paid.id(), "mistake after all");
        assertThat(isp.balance(grace)).isEqualTo(isp.money(1150));
        isp.extras.endDiscount(isp.owner, isp.extras.of(isp.owner, home.id()).discounts().get(0).id());
        assertThat(isp.bills.billNext(isp.owner, home.id()).total()).as("what staff ended stays ended").isEqualTo(isp.money(2300));
        assertThat(isp.booked("income")).isEqualTo(isp.money(0));
        assertThat(isp.booked("tax:default")).isEqualTo(isp.money(0));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aBillOfACalendarMonthThatIsPaidLateTakesItsDiscountAlong(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 3000, Agreed.calendarMonth(true)));
        isp.extras.discount(isp.owner, home.id(), Reduction.percent(5000), 1, "Half");
        Bill open = isp.bills.billNext(isp.owner, home.id());
        isp.itIs("2026-11-25T09:00:00Z");
        isp.pays(grace, open.total().toMajor().setScale(0, java.math.RoundingMode.UP).longValueExact());
        Bill paid = isp.billsOf(grace).stream().filter(b -> b.state() == Bill.State.PAID).findFirst().orElseThrow();
        assertThat(paid.total()).as("a shorter time, and still half of it").isLessThan(open.total());
        assertThat(paid.lines()).extracting(Line::kind).containsExactly(Line.Kind.PACKAGE, Line.Kind.DISCOUNT);
        assertThat(isp.extras.of(isp.owner, home.id()).discounts()).singleElement().satisfies(x -> assertThat(x.bills()).isZero());
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aCouponSaysWhyItIsRefused(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage home = isp.sells("Home 10M", 2000), biz = isp.sells("Biz 30M", 6500);
        Subscription s = isp.takes(isp.joins("Grace"), home), other = isp.takes(isp.joins("Kamau"), home);
        Reduction half = Reduction.percent(5000);
        LocalDate today = LocalDate.parse("2026-11-22");
        isp.coupons.create(isp.owner, new Coupons.Draft("EARLY", half, today.plusDays(1), null, null, null, null));
        isp.coupons.create(isp.owner, new Coupons.Draft("LATE", half, null, today.minusDays(1), null, null, null));
        isp.coupons.create(isp.owner, new Coupons.Draft("TODAY", half, today, today, 1, null, null));
        isp.coupons.create(isp.owner, new Coupons.Draft("BIZ", half, null, null, null, null, biz.id()));
        isp.coupons.create(isp.owner, new Coupons.Draft("FREELY", half, null, null, null, null, home.id()));
        isp.extras.redeem(isp.owner, s.id(), "TODAY");
        isp.extras.redeem(isp.owner, s.id(), "FREELY");
        refused(isp, s, "NOWHERE", "there is no coupon");
        refused(isp, s, "EARLY", "2026-11-23");
        refused(isp, s, "LATE", "over");
        refused(isp, other, "TODAY", "used up");
        refused(isp, s, "BIZ", "not for this package");
        refused(isp, s, "free-ly", "redeemed for this subscription already");
        isp.subscriptions.cancel(isp.owner, other.id());
        refused(isp, other, "FREELY", "cancelled");
    }

    private static void refused(Isp isp, Subscription s, String code, String why) {
        assertThatThrownBy(() -> isp.extras.redeem(isp.owner, s.id(), code)).isInstanceOf(Conflict.class).hasMessageContaining(why);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theLastCouponGoesToOneHoweverManyAskAtOnce(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        Coupon last = isp.coupons.create(isp.owner, new Coupons.Draft("LAST", Reduction.percent(5000), null, null, 1, null, null));
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Subscription s = isp.takes(isp.joins("Person " + i), p);
            tasks.add(() -> {
                try {
                    isp.extras.redeem(isp.owner, s.id(), "LAST");
                    return "done";
                } catch (Conflict e) {
                    return e.getMessage();
                }
            });
        }
        assertThat(AtOnce.all(tasks)).containsOnlyOnce("done").contains("the coupon LAST is used up");
        assertThat(isp.coupons.get(isp.owner, last.id()).redeemed()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void everyWrongFieldOfAnItemOrADiscountIsTold(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscription home = isp.takes(isp.joins("Grace"), isp.sells("Home 10M", 2000));
        assertThatThrownBy(() -> isp.extras.add(isp.owner, home.id(), new ItemDraft(null, "x", 0, isp.money(1), null, null, null))).isInstanceOf(Invalid.class)
            .hasMessageContaining("quantity");
        assertThatThrownBy(() -> isp.extras.add(isp.owner, home.id(), new ItemDraft(null, " ", 1, isp.money(0), null, null, "c".repeat(31))))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("text", "unitPrice", "taxCode"));
        assertThatThrownBy(() -> isp.extras.discount(isp.owner, home.id(), null, 0, " "))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("reduction", "reason", "bills"));
        AddOn data = isp.addOns.create(isp.owner, new AddOns.Draft("1 GB", isp.money(100), false, true, null, 1000));
        assertThatThrownBy(() -> isp.extras.add(isp.owner, home.id(), new ItemDraft(data.id(), null, 1, null, null, null, null))).isInstanceOf(Conflict.class)
            .hasMessageContaining("top-up");
    }
}
