package io.mtandao.ui.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Conflict;
import io.mtandao.api.NotFound;
import io.mtandao.api.Role;
import io.mtandao.api.tenant.Operators;
import io.mtandao.ui.dashboard.DashboardView;
import io.mtandao.ui.fake.FakeOperatorAccounts;
import io.mtandao.ui.fake.FakeSessions;
import io.mtandao.ui.fake.UiTest;
import org.junit.jupiter.api.Test;

class OperatorTest extends UiTest {
    private void signInOperator() {
        go("operator/sign-in");
        type("operator-email", "amina@mtandao.io");
        type("operator-password", FakeSessions.PASSWORD);
        click("operator-submit");
    }

    @Test
    void theFirstStartMakesTheAccount() {
        world.fakeOperators.first = true;
        go("operator/start?token=abc123");
        type("start-name", "Amina Said");
        type("start-email", "amina@mtandao.io");
        type("start-password", "short");
        assertThat(wrong("start-password")).isEqualTo("At least 10 characters");
        type("start-password", FakeSessions.PASSWORD);
        click("start-submit");
        assertThat(world.operators.call("createFirst").args()).startsWith("abc123", "Amina Said", "amina@mtandao.io", FakeSessions.PASSWORD);
        assertThat(path()).isEqualTo("operator");
    }

    @Test
    void afterwardsTheLinkLeadsToTheSignIn() {
        go("operator/start?token=abc123");
        assertThat(path()).startsWith("operator/sign-in");
    }

    @Test
    void theSignInPointsToTheLogAtTheFirstStart() {
        world.fakeOperators.first = true;
        go("operator/sign-in");
        assertThat(isThere("operator-first-start")).isTrue();
    }

    @Test
    void anIspsOwnerIsNoOperator() {
        signIn(Role.OWNER);
        go("operator");
        assertThat(path()).startsWith("operator/sign-in");
        assertThat(world.operators.calls("isps")).isEmpty();
    }

    @Test
    void aWrongPasswordTellsNothing() {
        go("operator/sign-in");
        type("operator-email", "amina@mtandao.io");
        type("operator-password", "guess");
        click("operator-submit");
        assertThat(wrong("operator-password")).isEqualTo("E-mail or password is wrong");
    }

    @Test
    void listsIspsWithStateAndSize() {
        signInOperator();
        assertThat(row("isps-grid", 1)).contains("Mombasa WiFi", "mombasa-wifi", "1,830");
        type("isps-state", Operators.State.SUSPENDED);
        assertThat(rows("isps-grid")).isEqualTo(1);
    }

    @Test
    void suspendsWithAReasonAndReactivates() {
        signInOperator();
        openRow("isps-grid", 1);
        click("isp-suspend");
        click("isp-suspend-submit");
        assertThat(wrong("reason")).isEqualTo("Please fill this in");
        type("reason", "unpaid since May");
        click("isp-suspend-submit");
        assertThat(world.operators.call("suspend").args().get(2)).isEqualTo("unpaid since May");
        openRow("isps-grid", 1);
        click("isp-reactivate");
        confirm();
        assertThat(world.operators.calls("reactivate")).hasSize(1);
    }

    @Test
    void actsInsideAnIspUnderABannerAndLeaves() {
        signInOperator();
        openRow("isps-grid", 0);
        click("isp-impersonate");
        type("reason", "ticket 4711");
        type("reason-minutes", 15);
        click("isp-impersonate-submit");
        assertThat(world.operators.call("impersonate").args().subList(1, 4)).containsExactly(FakeSessions.TENANT, 15, "ticket 4711");
        assertThat(UI.getCurrent().getCurrentView()).isInstanceOf(DashboardView.class);
        assertThat(text("acting-banner")).contains("You act inside Nairobi Net", "ticket 4711");
        click("acting-leave");
        assertThat(path()).isEqualTo("operator");
        go("subscribers");
        assertThat(path()).isEqualTo("sign-in?to=subscribers");
    }

    @Test
    void aRefusalIsTold() {
        signInOperator();
        world.operators.fail("impersonate", new Conflict("the ISP forbids it"));
        openRow("isps-grid", 0);
        click("isp-impersonate");
        type("reason", "ticket 4711");
        click("isp-impersonate-submit");
        assertThat(told()).containsExactly("the ISP forbids it");
    }

    @Test
    void invitesAnotherOperatorByALinkThatIsShownOnce() {
        signInOperator();
        go("operator/operators");
        click("operators-invite");
        type("operator-invite-email", "dan");
        click("operator-invite-submit");
        assertThat(world.operatorAccounts.calls("invite")).isEmpty();
        type("operator-invite-email", "dan@mtandao.io");
        click("operator-invite-submit");
        assertThat(world.operatorAccounts.call("invite").args().get(1)).isEqualTo("dan@mtandao.io");
        assertThat(get(TextField.class, "operator-one-time-link").getValue()).endsWith("/ui/operator/link?token=" + FakeOperatorAccounts.INVITATION);
    }

    @Test
    void handsAnotherALinkLocksOutAndLetsInAgain() {
        signInOperator();
        go("operator/operators");
        openRow("operators-grid", 0);
        assertThat(isThere("operator-deactivate")).as("not oneself").isFalse();
        click("info-close");
        openRow("operators-grid", 1);
        click("operator-password-link");
        assertThat(world.operatorAccounts.call("passwordLink").args().get(1)).isEqualTo(2L);
        click("info-close");
        openRow("operators-grid", 1);
        click("operator-deactivate");
        confirm();
        assertThat(row("operators-grid", 1)).contains("Brian Kiprop");
        openRow("operators-grid", 1);
        click("operator-reactivate");
        assertThat(world.operatorAccounts.call("deactivate").args()).isEqualTo(world.operatorAccounts.call("reactivate").args());
    }

    @Test
    void aLinkMakesAnAccountWithANameOrSetsAPasswordWithoutOne() {
        go("operator/link?token=" + FakeOperatorAccounts.INVITATION);
        click("operator-link-submit");
        assertThat(wrong("operator-link-name")).isEqualTo("Please fill this in");
        type("operator-link-name", "Dan Mutiso");
        type("operator-link-password", FakeSessions.PASSWORD);
        click("operator-link-submit");
        assertThat(world.operatorAccounts.call("use").args()).startsWith(FakeOperatorAccounts.INVITATION, "Dan Mutiso", FakeSessions.PASSWORD);
        assertThat(world.operators.call("signIn").args()).startsWith("dan@mtandao.io", FakeSessions.PASSWORD);
        assertThat(path()).isEqualTo("operator");

        go("operator/link?token=" + FakeOperatorAccounts.FORGOTTEN);
        assertThat(isThere("operator-link-name")).isFalse();
        type("operator-link-password", FakeSessions.PASSWORD);
        click("operator-link-submit");
        assertThat(world.operatorAccounts.calls("use").get(1).args()).startsWith(FakeOperatorAccounts.FORGOTTEN, null, FakeSessions.PASSWORD);
    }

    @Test
    void aLinkThatIsOverSaysWhatToDo() {
        go("operator/link?token=old");
        assertThat(isThere("operator-link-submit")).isFalse();
        assertThat(text("operator-link-over")).contains("used already", "another operator", "etc/io.mtandao.operator.cfg");
        go("operator/link?token=" + FakeOperatorAccounts.FORGOTTEN);
        world.operatorAccounts.fail("use", new NotFound("link"));
        type("operator-link-password", FakeSessions.PASSWORD);
        click("operator-link-submit");
        assertThat(isThere("operator-link-over")).as("somebody was faster").isTrue();
        assertThat(isThere("operator-link-submit")).isFalse();
    }

    @Test
    void readsThePlatformsAudit() {
        signInOperator();
        go("operator/audit");
        assertThat(row("platform-audit-grid", 0)).contains("Amina Said", "isp.suspend", "unpaid since May", FakeSessions.TENANT.value());
        type("platform-audit-search", "sign-in");
        assertThat(rows("platform-audit-grid")).isEqualTo(1);
        openRow("platform-audit-grid", 0);
        assertThat(dialogTitle()).isEqualTo("What was done");
    }

    @Test
    void anIspsOwnerSeesNeitherOperatorsNorTheirDeeds() {
        signIn(Role.OWNER);
        for (String page : new String[] {"operator/operators", "operator/audit"}) {
            go(page);
            assertThat(path()).startsWith("operator/sign-in");
        }
        assertThat(world.operatorAccounts.calls("list")).isEmpty();
        assertThat(world.operatorAccounts.calls("audit")).isEmpty();
    }

    @Test
    void staffSeesNoBanner() {
        signIn(Role.OWNER);
        go("");
        assertThat(isThere("acting-banner")).isFalse();
    }
}
