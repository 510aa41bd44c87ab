package io.mtandao.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.Role;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.Packages.Draft;
import io.mtandao.api.billing.Period;
import io.mtandao.ui.fake.UiTest;
import org.junit.jupiter.api.Test;

class PackagesTest extends UiTest {
    private void open() {
        signIn(Role.OWNER);
        go("packages");
    }

    private void fill() {
        click("packages-new");
        type("package-name", "Home 20M");
        type("package-price", "3,000");
        type("package-down", "20");
        type("package-up", "2.5");
    }

    @Test
    void listsWhatIsSold() {
        open();
        assertThat(rows("packages-grid")).isEqualTo(3);
        assertThat(row("packages-grid", 0)).contains("Home 5M", "1,500.00", "month", "↓ 5M  ↑ 5M", "80");
        type("packages-archived", true);
        assertThat(rows("packages-grid")).isEqualTo(4);
    }

    @Test
    void makesOne() {
        open();
        fill();
        click("package-save");
        assertThat(world.packages.call("create").args().get(1)).isEqualTo(new Draft("Home 20M", Money.of(300_000, "KES"), new Period(1, Period.Unit.MONTH), 20_000, 2_500, null));
        assertThat(told()).containsExactly("Home 20M is on sale");
        assertThat(rows("packages-grid")).isEqualTo(4);
    }

    @Test
    void judgesAsOneTypes() {
        open();
        click("packages-new");
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
    void showsAtTheFieldWhatTheServiceRefuses() {
        open();
        fill();
        world.packages.fail("create", Invalid.field("name", "is taken"));
        click("package-save");
        assertThat(wrong("package-name")).isEqualTo("is taken");
    }

    @Test
    void changesTheVersionThatWasRead() {
        open();
        openRow("packages-grid", 2);
        type("package-price", "7000.50");
        click("package-save");
        assertThat(world.packages.call("update").args().subList(1, 4))
            .containsExactly(3L, 1, new Draft("Biz 30M", Money.of(700_050, "KES"), new Period(30, Period.Unit.DAY), 30_000, 15_000, "Biz 30M"));
    }

    @Test
    void saysWhenSomebodyElseWasFaster() {
        open();
        openRow("packages-grid", 0);
        world.packages.fail("update", new Stale("package"));
        click("package-save");
        assertThat(told().get(0)).startsWith("Somebody else changed this");
        assertThat(isThere("package-save")).isTrue();
    }

    @Test
    void archivesWhatIsInUseAfterAsking() {
        open();
        openRow("packages-grid", 0);
        click("package-delete");
        assertThat(world.packages.calls("delete")).isEmpty();
        confirm();
        assertThat(world.packages.call("delete").args().get(1)).isEqualTo(1L);
    }

    @Test
    void whoMayOnlyReadCannotChange() {
        signIn(Role.READ_ONLY);
        go("packages");
        assertThat(isThere("packages-new")).isFalse();
        openRow("packages-grid", 0);
        assertThat(isThere("package-save")).isFalse();
    }
}
