package io.mtandao.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeDetails;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.Role;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Packages.Draft;
import io.mtandao.api.billing.Packages.Edition.Change;
import io.mtandao.api.billing.Period;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.shell.ProblemPage;
import org.junit.jupiter.api.Test;

class PackagesTest extends UiTest {
    private void open(String page) {
        signIn(Role.OWNER);
        go(page);
    }

    private void fill() {
        open("packages");
        click("packages-new");
        type("package-name", "Home 20M");
        type("package-price", "3,000");
        type("package-down", "20");
        type("package-up", "2.5");
    }

    private String help(String field) {
        return get(Component.class, field).getElement().getProperty("helperText");
    }

    @Test
    void listsWhatIsSold() {
        open("packages");
        assertThat(rows("packages-grid")).isEqualTo(4);
        assertThat(row("packages-grid", 0)).contains("Home 5M", "1,500.00", "month", "↓ 5M  ↑ 5M", "PPPoE", "Prepaid", "80");
        assertThat(cell("packages-grid", 1, "state")).contains("Change planned");
        type("packages-archived", true);
        assertThat(rows("packages-grid")).isEqualTo(5);
    }

    @Test
    void filtersByServiceAndPayment() {
        open("packages");
        type("packages-charging", Charging.POSTPAID);
        assertThat(rows("packages-grid")).isEqualTo(1);
        assertThat(world.packages.calls("list").toString()).contains("charging=postpaid");
    }

    @Test
    void nameAndPriceAndSpeedAreEnough() {
        fill();
        click("package-save");
        assertThat(world.packages.call("create").args().get(1)).isEqualTo(new Draft("Home 20M", Money.of(300_000, "KES"), new Period(1, Period.Unit.MONTH), 20_000, 2_500, null));
        assertThat(told()).containsExactly("Home 20M is on sale");
        assertThat(path()).isEqualTo("packages");
        assertThat(rows("packages-grid")).isEqualTo(5);
    }

    @Test
    void judgesAsOneTypes() {
        open("package/new");
        type("package-price", "cheap");
        assertThat(wrong("package-price")).startsWith("Write an amount");
        type("package-down", "0");
        assertThat(wrong("package-down")).startsWith("A speed above zero");
        type("package-count", "0");
        assertThat(wrong("package-count")).startsWith("A whole number");
        click("package-save");
        assertThat(wrong("package-name")).isEqualTo("Please fill this in");
        assertThat(world.packages.calls("create")).isEmpty();
    }

    @Test
    void saysWhatOfThePriceIsTax() {
        fill();
        assertThat(help("package-price")).isEqualTo("KES\u00a0413.79 of it is VAT 16 %");
        type("package-tax-included", false);
        assertThat(help("package-price")).isEqualTo("The bill says KES\u00a03,480.00, VAT 16 % included");
        type("package-tax-code", "excise");
        assertThat(help("package-price")).isEqualTo("The bill says KES\u00a03,450.00, Excise duty 15 % included");
        assertThat(text("package-section-price")).contains("plus Excise duty 15 %");
    }

    @Test
    void showsAtTheFieldWhatTheServiceRefuses() {
        fill();
        world.packages.fail("create", Invalid.field("name", "is taken"));
        click("package-save");
        assertThat(wrong("package-name")).isEqualTo("is taken");
        world.packages.fail("create", Invalid.field("terms.dataCap.megabytes", "is too much"));
        click("package-save");
        assertThat(wrong("package-cap")).isEqualTo("is too much");
        assertThat(get(NativeDetails.class, "package-section-data").isOpen()).isTrue();
    }

    @Test
    void changesOneThatNobodyHasWithoutAsking() {
        open("package/5");
        type("package-price", "9900.50");
        click("package-save");
        Draft sent = world.packages.call("update").arg(3);
        assertThat(world.packages.call("update").args().subList(1, 3)).containsExactly(5L, 1);
        assertThat(sent.price()).isEqualTo(Money.of(990_050, "KES"));
        assertThat(world.packages.call("update").<Change>arg(4)).isEqualTo(Change.NOW_FOR_ALL);
        assertThat(told()).containsExactly("Office 50M is saved. A new price holds from the next bill on.");
    }

    @Test
    void saysWhenSomebodyElseWasFaster() {
        open("package/5");
        world.packages.fail("update", new Stale("package"));
        click("package-save");
        assertThat(told().get(0)).startsWith("Somebody else changed this");
        assertThat(isThere("package-save")).isTrue();
    }

    @Test
    void archivesWhatIsInUseAfterAsking() {
        open("packages");
        openRow("packages-grid", 0);
        click("package-delete");
        assertThat(world.packages.calls("delete")).isEmpty();
        confirm();
        assertThat(world.packages.call("delete").args().get(1)).isEqualTo(1L);
        assertThat(path()).isEqualTo("packages");
        assertThat(rows("packages-grid")).isEqualTo(3);
    }

    @Test
    void sellsAnArchivedOneAgain() {
        open("package/4");
        click("package-restore");
        assertThat(world.packages.call("restore").args().get(1)).isEqualTo(4L);
        assertThat(told()).containsExactly("Lite 2.5M is on sale again");
        assertThat(isThere("package-restore")).isFalse();
        assertThat(isThere("package-delete")).isTrue();
    }

    @Test
    void whoMayOnlyReadSeesItAllAndChangesNothing() {
        signIn(Role.READ_ONLY);
        go("packages");
        assertThat(isThere("packages-new")).isFalse();
        openRow("packages-grid", 0);
        assertThat(path()).isEqualTo("package/1");
        assertThat(isThere("package-save")).isFalse();
        assertThat(isThere("package-delete")).isFalse();
        assertThat(get(com.vaadin.flow.component.textfield.TextField.class, "package-name").isReadOnly()).isTrue();
        go("package/new");
        assertThat(UI.getCurrent().getCurrentView()).isInstanceOf(ProblemPage.class);
    }

    @Test
    void whatIsNoPackageSaysSo() {
        open("package/x");
        assertThat(text("problem-page")).contains("There is no such thing here");
    }
}
