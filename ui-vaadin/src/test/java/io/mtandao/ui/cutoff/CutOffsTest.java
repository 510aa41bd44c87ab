package io.mtandao.ui.cutoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.mtandao.api.Conflict;
import io.mtandao.api.Role;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.shell.ProblemPage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CutOffsTest extends UiTest {
    private void open(Role role) {
        signIn(role);
        go("cut-offs");
    }

    @Test
    void showsTonightsCutsWithReasonsAndWhatIsMissing() {
        open(Role.SUPPORT);
        assertThat(rows("cuts-grid")).isEqualTo(9);
        assertThat(row("cuts-grid", 0)).contains("Akinyi Simiyu", "Home 10M", "Rongai tower", "1,500.00", "Expires, and the wallet does not cover the next period");
        assertThat(world.cutOffs.calls("preview").get(0).<Instant>arg(1)).isNull();
    }

    @Test
    void looksFartherAheadToTheEndOfADay() {
        open(Role.SUPPORT);
        type("cuts-ahead", CutOffsView.Ahead.WEEK);
        rows("cuts-grid");
        var calls = world.cutOffs.calls("preview");
        ZoneId nairobi = ZoneId.of("Africa/Nairobi");
        assertThat(calls.get(calls.size() - 1).<Instant>arg(1)).isEqualTo(LocalDate.now(nairobi).plusDays(8).atStartOfDay(nairobi).toInstant());
    }

    @Test
    void filtersByRouter() {
        open(Role.TECHNICIAN);
        type("cuts-router", 2L);
        assertThat(rows("cuts-grid")).isEqualTo(2);
        assertThat(row("cuts-grid", 0)).contains("Thika");
    }

    @Test
    void leadsToTheSubscriber() {
        open(Role.SUPPORT);
        openRow("cuts-grid", 0);
        assertThat(path()).isEqualTo("subscriber/2");
    }

    @Test
    void wholeFusesStayQuiet() {
        open(Role.OWNER);
        assertThat(text("fuses")).contains("All fuses are whole (3)", "Nairobi Net", "11 of 182 cut within 24 hours; stops above 40 %");
        assertThat(isThere("fuse-2")).isFalse();
    }

    @Test
    void aBlownFuseIsLoudAndIsResetWithAReason() {
        world.fakeCuts.blow(2);
        open(Role.OWNER);
        assertThat(text("fuse-2")).contains("The cutting has stopped: Thika", "17 were cut within 24 hours, and 23 more would be: that is above 40 % of 42");
        assertThat(text("fuses")).contains("2 other fuses are whole");
        click("fuse-2-reset");
        click("fuse-reset-submit");
        assertThat(wrong("fuse-reset-reason")).isEqualTo("Please fill this in");
        type("fuse-reset-reason", "M-Pesa is back");
        click("fuse-reset-submit");
        assertThat(world.cutOffs.call("reset").args().subList(1, 3)).containsExactly(2L, "M-Pesa is back");
        assertThat(told()).containsExactly("The cutting at Thika goes on");
        assertThat(isThere("fuse-2")).isFalse();
    }

    @Test
    void theIspsOwnFuseHasTheIspsName() {
        world.fakeCuts.fuses.set(0, new io.mtandao.api.billing.CutOffs.FuseState(null, null, 182, 60, 40, 40, Instant.now()));
        open(Role.OWNER);
        assertThat(text("fuse-isp")).contains("The cutting has stopped: Nairobi Net");
        click("fuse-isp-reset");
        type("fuse-reset-reason", "looked at it");
        world.cutOffs.fail("reset", new Conflict("this fuse is whole"));
        click("fuse-reset-submit");
        assertThat(told()).containsExactly("This fuse is whole");
        assertThat(world.cutOffs.call("reset").args().get(1)).isNull();
    }

    @Test
    void onlyWhoMayChangeSettingsCanReset() {
        world.fakeCuts.blow(1);
        open(Role.FINANCE);
        assertThat(text("fuse-1")).contains("Rongai tower");
        assertThat(isThere("fuse-1-reset")).isFalse();
    }

    @Test
    void whenNobodyIsCutItSaysSo() {
        world.fakeCuts.cuts.clear();
        open(Role.SUPPORT);
        assertThat(rows("cuts-grid")).isZero();
    }

    @Test
    void everyRoleThatSeesSubscriptionsSeesIt() {
        open(Role.READ_ONLY);
        assertThat(UI.getCurrent().getCurrentView()).isNotInstanceOf(ProblemPage.class);
        assertThat(isThere("menu-cut-offs")).isTrue();
    }
}
