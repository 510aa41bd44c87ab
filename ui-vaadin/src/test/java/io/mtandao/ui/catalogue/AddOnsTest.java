package io.mtandao.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.Role;
import io.mtandao.api.billing.AddOns.Draft;
import io.mtandao.ui.fake.UiTest;
import org.junit.jupiter.api.Test;

class AddOnsTest extends UiTest {
    private void open() {
        signIn(Role.OWNER);
        go("add-ons");
    }

    @Test
    void saysHowEachIsCharged() {
        open();
        assertThat(row("add-ons-grid", 0)).contains("Public IP address", "500.00", "with every bill", "VAT 16 % included");
        assertThat(row("add-ons-grid", 1)).contains("once");
        assertThat(row("add-ons-grid", 2)).contains("10 GB more, once");
        assertThat(rows("add-ons-grid")).isEqualTo(3);
        type("add-ons-archived", true);
        assertThat(row("add-ons-grid", 3)).contains("plus Excise duty 15 %");
    }

    @Test
    void makesOneThatRecurs() {
        open();
        click("add-ons-new");
        type("add-on-name", "Static route");
        type("add-on-price", "150");
        type("add-on-kind", AddOnForm.Kind.RECURRING);
        type("add-on-tax-code", "excise");
        type("add-on-tax-included", false);
        click("add-on-save");
        assertThat(world.addOns.call("create").<Draft>arg(1)).isEqualTo(new Draft("Static route", Money.of(15_000, "KES"), true, false, "excise", 0));
        assertThat(told()).containsExactly("Static route can be sold now");
    }

    @Test
    void dataIsAskedForAsDataOnly() {
        open();
        click("add-ons-new");
        assertThat(isThere("add-on-data")).isFalse();
        type("add-on-name", "5 GB");
        type("add-on-price", "100");
        type("add-on-kind", AddOnForm.Kind.DATA);
        click("add-on-save");
        assertThat(wrong("add-on-data")).isEqualTo("Please fill this in");
        type("add-on-data", "5");
        click("add-on-save");
        assertThat(world.addOns.call("create").<Draft>arg(1)).isEqualTo(new Draft("5 GB", Money.of(10_000, "KES"), false, true, null, 5_000));
    }

    @Test
    void changesTheVersionThatWasRead() {
        open();
        openRow("add-ons-grid", 2);
        type("add-on-price", "300");
        click("add-on-save");
        assertThat(world.addOns.call("update").args().subList(1, 4)).containsExactly(3L, 1, new Draft("10 GB more", Money.of(30_000, "KES"), false, true, null, 10_000));
    }

    @Test
    void takesOneOffTheListAfterAsking() {
        open();
        openRow("add-ons-grid", 0);
        click("add-on-delete");
        assertThat(world.addOns.calls("delete")).isEmpty();
        confirm();
        assertThat(rows("add-ons-grid")).isEqualTo(2);
    }

    @Test
    void anEmptyListSaysWhatToDo() {
        world.fakeAddOns.all.clear();
        open();
        assertThat(text("add-ons-empty-new")).isEqualTo("New add-on");
    }

    @Test
    void whoMayOnlyReadCannotChange() {
        signIn(Role.TECHNICIAN);
        go("add-ons");
        assertThat(isThere("add-ons-new")).isFalse();
        openRow("add-ons-grid", 0);
        assertThat(isThere("add-on-save")).isFalse();
    }
}
