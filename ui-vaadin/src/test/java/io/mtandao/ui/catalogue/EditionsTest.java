package io.mtandao.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.Role;
import io.mtandao.api.billing.Packages.Edition.Change;
import io.mtandao.ui.fake.UiTest;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class EditionsTest extends UiTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    private void open(int id) {
        signIn(Role.OWNER);
        go("package/" + id);
    }

    private Change sent() {
        return world.packages.call("update").arg(4);
    }

    @Test
    void asksFromWhenAndForWhomWhenSomebodyHasIt() {
        open(1);
        type("package-price", "1700");
        click("package-save");
        assertThat(dialogTitle()).isEqualTo("From when, and for whom?");
        assertThat(world.packages.calls("update")).isEmpty();
        click("edition-save");
        assertThat(sent()).isEqualTo(Change.NOW_FOR_ALL);
        assertThat(text("package-editions")).contains("price 1,500.00 → 1,700.00", "Sold now");
    }

    @Test
    void aDayToComeBeginsAtMidnightOfTheIspsZone() {
        LocalDate day = LocalDate.now(NAIROBI).plusDays(30);
        open(1);
        type("package-price", "1700");
        click("package-save");
        type("edition-later", true);
        click("edition-save");
        assertThat(wrong("edition-day")).isEqualTo("Please fill this in");
        type("edition-day", day);
        type("edition-for-all", false);
        assertThat(text("edition-meaning")).startsWith("Those who have it keep what they bought");
        click("edition-save");
        assertThat(sent()).isEqualTo(new Change(day.atStartOfDay(NAIROBI).toInstant(), false));
        assertThat(text("package-editions")).contains("Planned", "for new sales only");
    }

    @Test
    void aDayThatIsOverIsRefused() {
        open(1);
        click("package-save");
        type("edition-later", true);
        type("edition-day", LocalDate.now(NAIROBI));
        click("edition-save");
        assertThat(wrong("edition-day")).isEqualTo("A day that is to come");
    }

    @Test
    void whatTheServiceSaysOfTheDayStandsAtTheDay() {
        open(2);
        world.packages.fail("update", Invalid.field("from", "another edition is planned for later"));
        click("package-save");
        type("edition-day", LocalDate.now(NAIROBI).plusDays(3));
        click("edition-save");
        assertThat(wrong("edition-day")).isEqualTo("another edition is planned for later");
    }

    @Test
    void whatTheServiceSaysOfThePackageStandsInItsForm() {
        open(1);
        world.packages.fail("update", Invalid.field("name", "is taken"));
        click("package-save");
        click("edition-save");
        assertThat(isThere("edition-save")).isFalse();
        assertThat(wrong("package-name")).isEqualTo("is taken");
    }

    @Test
    void aPlannedEditionCanBeTakenBack() {
        open(2);
        assertThat(text("package-editions")).contains("Edition 2, from", "price 2,000.00 → 2,200.00, speed 10M → 12M");
        click("edition-2-cancel");
        confirm();
        assertThat(world.packages.call("cancelEdition").args().subList(1, 3)).containsExactly(2L, 2);
        assertThat(isThere("package-editions")).isFalse();
    }

    @Test
    void oneThatHoldsAlreadyStays() {
        open(2);
        world.packages.fail("cancelEdition", new Conflict("this edition holds already"));
        click("edition-2-cancel");
        confirm();
        assertThat(told()).containsExactly("this edition holds already");
    }

    @Test
    void whoMayOnlyReadSeesThePlanButCannotCancel() {
        signIn(Role.SUPPORT);
        go("package/2");
        assertThat(text("package-editions")).contains("Planned");
        assertThat(isThere("edition-2-cancel")).isFalse();
    }
}
