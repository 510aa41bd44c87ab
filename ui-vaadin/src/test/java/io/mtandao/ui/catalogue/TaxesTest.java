package io.mtandao.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Conflict;
import io.mtandao.api.Role;
import io.mtandao.api.billing.Taxes.Draft;
import io.mtandao.ui.fake.UiTest;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TaxesTest extends UiTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Africa/Nairobi"));

    private void open() {
        signIn(Role.OWNER);
        go("taxes");
    }

    @Test
    void listsRatesWithTheDaysOnWhichTheyHold() {
        open();
        assertThat(rows("taxes-grid")).isEqualTo(4);
        assertThat(row("taxes-grid", 0)).contains("VAT", "your ISP's own", "16 %", "until further notice");
        assertThat(cell("taxes-grid", 0, "state")).isEqualTo("Holds");
        assertThat(cell("taxes-grid", 2, "state")).isEqualTo("To come");
        assertThat(cell("taxes-grid", 3, "state")).isEqualTo("Over");
    }

    @Test
    void makesOne() {
        open();
        click("taxes-new");
        type("tax-name", "Catering levy");
        type("tax-code", "levy");
        type("tax-rate", "2.5");
        type("tax-until", today.plusYears(1));
        click("tax-save");
        assertThat(world.taxes.call("create").<Draft>arg(1)).isEqualTo(new Draft("levy", "Catering levy", 250, today, today.plusYears(1)));
        assertThat(rows("taxes-grid")).isEqualTo(5);
    }

    @Test
    void judgesBeforeItAsks() {
        open();
        click("taxes-new");
        type("tax-rate", "101");
        type("tax-until", today.minusDays(1));
        click("tax-save");
        assertThat(wrong("tax-rate")).startsWith("A percentage");
        assertThat(wrong("tax-code")).isEqualTo("Please fill this in");
        assertThat(wrong("tax-until")).isEqualTo("Before the first day");
        assertThat(world.taxes.calls("create")).isEmpty();
    }

    @Test
    void onlyNameAndLastDayOfOneInUseCanChange() {
        open();
        openRow("taxes-grid", 1);
        assertThat(get(ComboBox.class, "tax-code").isReadOnly()).isTrue();
        assertThat(get(TextField.class, "tax-rate").isReadOnly()).isTrue();
        assertThat(get(DatePicker.class, "tax-from").isReadOnly()).isTrue();
        assertThat(isThere("tax-delete")).isFalse();
        type("tax-until", today.plusDays(10));
        click("tax-save");
        assertThat(world.taxes.call("update").args().subList(1, 3)).containsExactly(2L, 1);
        assertThat(world.taxes.call("update").<Draft>arg(3).until()).isEqualTo(today.plusDays(10));
    }

    @Test
    void oneToComeCanBeDeleted() {
        open();
        openRow("taxes-grid", 2);
        click("tax-delete");
        confirm();
        assertThat(world.taxes.call("delete").args().get(1)).isEqualTo(3L);
        assertThat(rows("taxes-grid")).isEqualTo(3);
    }

    @Test
    void anotherRateEndsTheOneThatHoldsTheDayBefore() {
        open();
        openRow("taxes-grid", 0);
        click("tax-follow");
        type("tax-rate", "18");
        type("tax-from", today);
        click("tax-save");
        assertThat(wrong("tax-from")).isEqualTo("A day that is to come");
        type("tax-from", today.plusDays(30));
        click("tax-save");
        assertThat(world.taxes.call("update").<Draft>arg(3).until()).isEqualTo(today.plusDays(29));
        assertThat(world.taxes.call("create").<Draft>arg(1)).isEqualTo(new Draft("default", "VAT", 1800, today.plusDays(30), null));
        assertThat(told().get(0)).startsWith("VAT becomes 18 % on");
    }

    @Test
    void aSecondTryDoesNotEndItTwice() {
        open();
        openRow("taxes-grid", 0);
        click("tax-follow");
        type("tax-rate", "18");
        type("tax-from", today.plusDays(30));
        world.taxes.fail("create", new Conflict("not now"));
        click("tax-save");
        assertThat(told()).containsExactly("not now");
        world.taxes.mend();
        click("tax-save");
        assertThat(world.taxes.calls("update")).hasSize(1);
        assertThat(world.fakeTaxes.all).hasSize(5);
    }

    @Test
    void anotherRateOnTheSameDaysIsToldAsTheServiceSays() {
        open();
        click("taxes-new");
        type("tax-name", "VAT");
        type("tax-code", "default");
        type("tax-rate", "18");
        click("tax-save");
        assertThat(told()).containsExactly("another rate of this code holds on one of these days");
        assertThat(isThere("tax-save")).isTrue();
    }

    @Test
    void whoMayOnlyReadCannotChange() {
        signIn(Role.FINANCE);
        go("taxes");
        assertThat(isThere("taxes-new")).isFalse();
        openRow("taxes-grid", 0);
        assertThat(isThere("tax-save")).isFalse();
    }
}
