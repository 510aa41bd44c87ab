package io.mtandao.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.mtandao.api.Conflict;
import io.mtandao.api.Role;
import io.mtandao.api.Unavailable;
import io.mtandao.api.billing.BillRun;
import io.mtandao.ui.fake.UiTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BillRunsTest extends UiTest {
    private void open() {
        signIn(Role.FINANCE);
        go("bill-runs");
    }

    @Test
    void showsWhomTheNextRunWouldBillAndHowMuch() {
        open();
        assertThat(rows("forecast-grid")).isEqualTo(40);
        assertThat(row("forecast-grid", 0)).contains("Grace Muthoni", "MT-1000", "Home 5M", "1,500.00");
        assertThat(cell("forecast-grid", 0, "state")).isEqualTo("Paid at once");
        assertThat(cell("forecast-grid", 1, "state")).isEqualTo("Waits for money");
        assertThat(text("run-bills")).isEqualTo("40");
        assertThat(text("run-covered")).isEqualTo("14");
    }

    @Test
    void problemsStandBeforeAllElse() {
        open();
        assertThat(text("run-problem-list")).containsSubsequence("These would be parked", "(MT-1021)", "Its package has no price yet", "The bill would be");
        assertThat(text("run-problem-list")).doesNotContain("and ");
        click("problem-22");
        assertThat(dialogTitle()).isEqualTo(world.billing.subscriptions.get(21).subscriberName());
    }

    @Test
    void anotherDayIsCountedAnew() {
        LocalDate day = LocalDate.now(ZoneId.of("Africa/Nairobi")).plusDays(6);
        Instant end = day.plusDays(1).atStartOfDay(ZoneId.of("Africa/Nairobi")).toInstant();
        open();
        type("run-until", day);
        assertThat(world.billRuns.calls("sum").get(1).<Instant>arg(1)).isEqualTo(end);
        rows("forecast-grid");
        assertThat(world.billRuns.calls("preview").get(world.billRuns.calls("preview").size() - 1).<Instant>arg(1)).isEqualTo(end);
        click("run-start");
        confirm();
        assertThat(world.billRuns.call("start").<Instant>arg(1)).isEqualTo(end);
    }

    @Test
    void theLinesOfOneExplainItsSum() {
        open();
        openRow("forecast-grid", 1);
        assertThat(row("bill-lines", 1)).contains("500.00");
        assertThat(cell("bill-lines", 1, "text")).contains("Public IP address", "Add-on");
    }

    @Test
    void startsAfterAskingAndIsFollowedUntilItIsOver() {
        open();
        click("run-start");
        assertThat(world.billRuns.calls("start")).isEmpty();
        confirm();
        assertThat(isThere("run-start")).isFalse();
        background.tick();
        assertThat(text("run-done")).isEqualTo("15 of 40");
        assertThat(com.github.mvysny.kaributesting.v10.LocatorJ._get(ProgressBar.class).getValue()).isEqualTo(0.375);
        background.tick();
        assertThat(background.tick()).isZero();
        assertThat(told()).anyMatch(s -> s.startsWith("The run is over: 40 bills"));
        assertThat(isThere("run-start")).isTrue();
        assertThat(row("runs-grid", 0)).contains("Faith Mutua", "40");
    }

    @Test
    void whoOpensThePageWhileOneIsGoingOnSeesIt() {
        world.fakeRuns.start(io.mtandao.ui.fake.FakeSessions.caller("owner@nairobi.net", Role.OWNER, io.mtandao.api.Origin.LOCAL), null);
        signIn(Role.SUPPORT);
        go("bill-runs");
        assertThat(text("run-progress")).contains("Run 3 is going on");
        assertThat(isThere("run-stop")).isFalse();
    }

    @Test
    void canBeStopped() {
        open();
        click("run-start");
        confirm();
        background.tick();
        click("run-stop");
        confirm();
        assertThat(world.billRuns.call("stop").args().get(1)).isEqualTo(3L);
        assertThat(world.fakeRuns.runs.get(0).state()).isEqualTo(BillRun.State.STOPPED);
        assertThat(told()).anyMatch(s -> s.startsWith("The run was stopped after 15 bills"));
        assertThat(background.tick()).isZero();
    }

    @Test
    void thatAnotherIsGoingOnIsTold() {
        open();
        world.billRuns.fail("start", new Conflict("a bill run is going on already"));
        click("run-start");
        confirm();
        assertThat(told()).containsExactly("a bill run is going on already");
        assertThat(isThere("run-done")).isFalse();
    }

    @Test
    void aCountThatFailsIsTold() {
        signIn(Role.FINANCE);
        world.billRuns.fail("sum", new Unavailable("the database"));
        go("bill-runs");
        assertThat(told()).containsExactly("Not available right now: the database");
    }

    @Test
    void parkedAccountsWaitWithTheirReason() {
        open();
        assertThat(rows("parked-grid")).isEqualTo(2);
        assertThat(row("parked-grid", 1)).contains("Its package has no price yet");
        type("parked-settled", true);
        assertThat(rows("parked-grid")).isEqualTo(3);
    }

    @Test
    void aParkedOneCanBeBilledNow() {
        open();
        openRow("parked-grid", 0);
        click("parked-retry");
        assertThat(world.billRuns.call("retry").args().get(1)).isEqualTo(1L);
        assertThat(rows("parked-grid")).isEqualTo(1);
    }

    @Test
    void oneThatFailsAgainSaysWhy() {
        open();
        openRow("parked-grid", 1);
        click("parked-retry");
        assertThat(told()).containsExactly("Its package has no price yet");
        assertThat(rows("parked-grid")).isEqualTo(2);
    }

    @Test
    void oneThatIsSettledOtherwiseIsDismissedWithAReason() {
        open();
        openRow("parked-grid", 1);
        click("parked-dismiss");
        click("parked-dismiss-submit");
        assertThat(wrong("parked-dismiss-reason")).isEqualTo("Please fill this in");
        type("parked-dismiss-reason", "free of charge");
        click("parked-dismiss-submit");
        assertThat(world.billRuns.call("dismiss").args().subList(1, 3)).containsExactly(2L, "free of charge");
        assertThat(rows("parked-grid")).isEqualTo(1);
    }

    @Test
    void pastRunsSayWhatTheyDid() {
        open();
        assertThat(row("runs-grid", 0)).contains("Faith Mutua", "198", "402,500.00");
        assertThat(cell("runs-grid", 1, "state")).isEqualTo("Stopped");
        openRow("runs-grid", 0);
        assertThat(dialogTitle()).isEqualTo("Run 2");
        assertThat(com.github.mvysny.kaributesting.v10.LocatorJ._find(Span.class).stream().map(Span::getText)).contains("212", "198", "61", "12", "2");
    }

    @Test
    void whenNothingIsDueNothingCanBeStarted() {
        world.fakeRuns.due.clear();
        open();
        assertThat(get(com.vaadin.flow.component.button.Button.class, "run-start").isEnabled()).isFalse();
        assertThat(isThere("run-problem-list")).isFalse();
    }

    @Test
    void whoMayOnlyReadCannotStartOrSettle() {
        signIn(Role.READ_ONLY);
        go("bill-runs");
        assertThat(isThere("run-start")).isFalse();
        openRow("parked-grid", 0);
        assertThat(isThere("parked-retry")).isFalse();
        assertThat(isThere("parked-dismiss")).isFalse();
    }
}
