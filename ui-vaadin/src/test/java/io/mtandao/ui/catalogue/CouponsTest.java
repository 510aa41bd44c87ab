package io.mtandao.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.Role;
import io.mtandao.api.billing.Coupons.Draft;
import io.mtandao.api.billing.Reduction;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.kit.Copy;
import io.mtandao.ui.kit.ReductionField;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CouponsTest extends UiTest {
    private void open() {
        signIn(Role.OWNER);
        go("coupons");
    }

    @Test
    void saysWhatEachIsWorthAndWhetherItStillCounts() {
        open();
        assertThat(row("coupons-grid", 0)).contains("KARIBU", "50 %", "the first bill", "any package", "Always", "31");
        assertThat(row("coupons-grid", 1)).contains("ESTATE10", "10 %", "3 bills", "Home 10M", "12 of 50");
        assertThat(cell("coupons-grid", 0, "state")).isEqualTo("Valid");
        assertThat(cell("coupons-grid", 2, "state")).isEqualTo("To come");
        assertThat(cell("coupons-grid", 3, "state")).isEqualTo("Over");
        assertThat(rows("coupons-grid")).isEqualTo(4);
    }

    @Test
    void oneWithoutACodeGetsOneAndShowsIt() {
        open();
        click("coupons-new");
        type("coupon-percent", "12.5");
        type("coupon-bills", "2");
        click("coupon-save");
        assertThat(world.coupons.call("create").<Draft>arg(1)).isEqualTo(new Draft(null, Reduction.percent(1250), null, null, null, 2, null));
        assertThat(get(Copy.class, "coupon-made").getValue()).isEqualTo("QK7M-PX3R");
    }

    @Test
    void anAmountForOnePackageWithinSomeDays() {
        LocalDate day = LocalDate.now().plusDays(3);
        open();
        click("coupons-new");
        type("coupon-code", "BIZ");
        type("coupon-kind", ReductionField.Kind.AMOUNT);
        type("coupon-amount", "500");
        type("coupon-most", "10");
        type("coupon-from", day);
        type("coupon-until", day.plusDays(7));
        type("coupon-package", world.billing.packages.get(2));
        click("coupon-save");
        assertThat(world.coupons.call("create").<Draft>arg(1)).isEqualTo(new Draft("BIZ", Reduction.of(Money.of(50_000, "KES")), day, day.plusDays(7), 10, null, 3L));
    }

    @Test
    void onlyTheKindThatIsChosenIsAskedFor() {
        open();
        click("coupons-new");
        assertThat(isThere("coupon-amount")).isFalse();
        type("coupon-code", "A!");
        type("coupon-until", LocalDate.now());
        type("coupon-from", LocalDate.now().plusDays(1));
        click("coupon-save");
        assertThat(wrong("coupon-percent")).isEqualTo("Please fill this in");
        assertThat(wrong("coupon-code")).isEqualTo("3 to 30 letters, digits and dashes");
        assertThat(wrong("coupon-until")).isEqualTo("Before the first day");
        assertThat(world.coupons.calls("create")).isEmpty();
    }

    @Test
    void codeAndWorthAreFixedOnceSomebodyHasRedeemedIt() {
        open();
        openRow("coupons-grid", 1);
        assertThat(get(TextField.class, "coupon-code").isReadOnly()).isTrue();
        assertThat(get(Select.class, "coupon-kind").isReadOnly()).isTrue();
        type("coupon-most", "80");
        click("coupon-save");
        Draft sent = world.coupons.call("update").arg(3);
        assertThat(sent.most()).isEqualTo(80);
        assertThat(sent.reduction()).isEqualTo(Reduction.percent(1000));
        assertThat(sent.packageId()).isEqualTo(2L);
    }

    @Test
    void showsAtTheFieldWhatTheServiceRefuses() {
        open();
        click("coupons-new");
        type("coupon-percent", "10");
        world.coupons.fail("create", Invalid.field("code", "is taken"));
        click("coupon-save");
        assertThat(wrong("coupon-code")).isEqualTo("is taken");
    }

    @Test
    void isTakenAwayAfterAsking() {
        open();
        openRow("coupons-grid", 0);
        click("coupon-delete");
        confirm();
        assertThat(world.coupons.call("delete").args().get(1)).isEqualTo(1L);
        assertThat(told()).containsExactly("KARIBU is gone");
    }

    @Test
    void whoMayOnlyReadCannotChange() {
        signIn(Role.SUPPORT);
        go("coupons");
        assertThat(isThere("coupons-new")).isFalse();
        openRow("coupons-grid", 0);
        assertThat(isThere("coupon-save")).isFalse();
    }
}
