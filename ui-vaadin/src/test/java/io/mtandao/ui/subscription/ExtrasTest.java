package io.mtandao.ui.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Conflict;
import io.mtandao.api.Money;
import io.mtandao.api.Role;
import io.mtandao.api.billing.Extras.ItemDraft;
import io.mtandao.api.billing.Reduction;
import io.mtandao.ui.fake.FakeExtras;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.fake.World;
import io.mtandao.ui.kit.ReductionField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items, discounts, own price and data of one subscription. */
class ExtrasTest extends UiTest {
    @Override
    protected World world() {
        return World.varied();
    }

    @BeforeEach
    void onThePage() {
        signIn(Role.SUPPORT);
        go("subscription/1");
    }

    private static Money kes(long major) {
        return Money.of(major * 100, "KES");
    }

    @Test
    void showsWhatIsPaidBesideThePackage() {
        assertThat(text("extras")).contains("KES\u00a01,500.00");
        assertThat(text("item-1")).contains("Public IP address", "KES\u00a0500.00", "Every bill");
        assertThat(text("item-2")).contains("Call-out, cable cut", "Bill INV-00931");
        assertThat(text("item-3")).contains("2 × KES\u00a03,200.00", "Next bill");
        assertThat(text("discount-1")).contains("\u221212.5 %", "Bills left: 2", "outage in October");
        assertThat(text("discount-2")).contains("\u2212KES\u00a0200.00", "On all bills to come", "KARIBU");
    }

    @Test
    void anAddOnOfTheCatalogueBringsItsPrice() {
        click("item-add");
        type("item-add-on", world.fakeAddOns.all.get(1));
        type("item-quantity", "3");
        click("item-submit");
        assertThat(world.extras.call("add").args().subList(1, 3)).containsExactly(1L, new ItemDraft(2L, null, 3, null, null, null, null));
        assertThat(text("item-6")).contains("Router Tenda AC5", "3 × KES\u00a03,200.00");
    }

    @Test
    void somethingIsWrittenByHand() {
        click("item-add");
        click("item-submit");
        assertThat(wrong("item-text")).isEqualTo("Please fill this in");
        assertThat(wrong("item-price")).isEqualTo("Please fill this in");
        type("item-text", "Cable, 30 m");
        type("item-price", "1,250.50");
        type("item-recurring", true);
        type("item-quantity", "0");
        assertThat(wrong("item-quantity")).isEqualTo("A whole number from 1 to 1000");
        type("item-quantity", "1");
        click("item-submit");
        assertThat(world.extras.call("add").args().get(2)).isEqualTo(new ItemDraft(null, "Cable, 30 m", 1, Money.of(125_050, "KES"), true, true, null));
    }

    @Test
    void anItemIsTakenOffUnlessItIsBilled() {
        assertThat(isThere("item-2-remove")).isFalse();
        click("item-3-remove");
        assertThat(world.extras.calls("removeItem")).isEmpty();
        confirm();
        assertThat(world.extras.call("removeItem").args().get(1)).isEqualTo(3L);
        assertThat(isThere("item-3")).isFalse();
    }

    @Test
    void aDiscountHasAReasonAndAnEnd() {
        click("discount-add");
        click("discount-submit");
        assertThat(wrong("discount-percent")).isNotNull();
        assertThat(wrong("discount-reason")).isEqualTo("Please fill this in");
        type("discount-percent", "12.5");
        type("discount-bills", "2");
        type("discount-reason", "outage");
        click("discount-submit");
        assertThat(world.extras.call("discount").args().subList(1, 5)).containsExactly(1L, Reduction.percent(1250), 2, "outage");
    }

    @Test
    void aDiscountMayBeAnAmountOnAllBills() {
        click("discount-add");
        type("discount-kind", ReductionField.Kind.AMOUNT);
        type("discount-amount", "200");
        type("discount-reason", "loyal");
        click("discount-submit");
        assertThat(world.extras.call("discount").args().subList(1, 5)).containsExactly(1L, Reduction.of(kes(200)), null, "loyal");
    }

    @Test
    void aDiscountIsEnded() {
        click("discount-1-end");
        confirm();
        assertThat(world.extras.call("endDiscount").args().get(1)).isEqualTo(1L);
        assertThat(isThere("discount-1")).isFalse();
    }

    @Test
    void aCouponIsRedeemedOrRefusedWithTheReason() {
        click("coupon-redeem");
        type("coupon-code", "NOTHING");
        click("coupon-submit");
        assertThat(told()).containsExactly("there is no such coupon");
        type("coupon-code", FakeExtras.COUPON.toLowerCase(java.util.Locale.ROOT));
        click("coupon-submit");
        assertThat(told()).contains("Redeemed: 10 % off");
        assertThat(text("discount-3")).contains("KARIBU10", "Bills left: 3");
    }

    @Test
    void anOwnPriceIsSetAndEnded() {
        click("own-price");
        type("own-price-amount", "1200");
        click("own-price-submit");
        assertThat(wrong("own-price-reason")).isEqualTo("Please fill this in");
        type("own-price-reason", "old customer");
        click("own-price-submit");
        assertThat(world.extras.calls("overridePrice").get(0).args().subList(1, 4)).containsExactly(1L, kes(1200), "old customer");
        assertThat(text("extras")).contains("KES\u00a01,200.00");
        click("own-price-end");
        confirm();
        assertThat(world.extras.calls("overridePrice").get(1).args().subList(1, 4)).containsExactly(1L, null, null);
        assertThat(isThere("own-price-end")).isFalse();
    }

    @Test
    void dataIsShownAgainstItsCap() {
        assertThat(text("usage")).contains("214.6 GB of 320 GB used", "67 %", "20 GB", "5M down, 5M up");
        go("subscriber/1");
        assertThat(text("subscription-1")).contains("214.6 GB of 320 GB used");
        go("subscription/2");
        assertThat(text("usage")).contains("41.2 GB").doesNotContain("%");
        assertThat(isThere("usage-top-up")).isFalse();
    }

    @Test
    void moreDataIsBoughtFromTheWallet() {
        click("usage-top-up");
        click("top-up-submit");
        assertThat(told()).containsExactly("10 GB more bought");
        assertThat(world.usage.call("topUp").args().subList(1, 3)).containsExactly(1L, 3L);
        assertThat(text("usage")).contains("214.6 GB of 330 GB used", "30 GB");
    }

    @Test
    void whoseDataIsUsedUpIsTold() {
        go("subscription/16");
        assertThat(text("usage")).contains("5 GB of 5 GB used", "100 %", "no network until the period ends");
        world.usage.fail("topUp", new Conflict("the wallet holds KES 0.00; KES 250.00 is missing"));
        click("usage-top-up");
        click("top-up-submit");
        assertThat(told()).containsExactly("the wallet holds KES 0.00; KES 250.00 is missing");
    }

    @Test
    void withoutAnOfferThatIsSaid() {
        world.fakeAddOns.all.removeIf(a -> a.dataMegabytes() > 0);
        click("usage-top-up");
        assertThat(told()).containsExactly("No add-on brings data. Make one under Packages, Add-ons.");
    }
}
