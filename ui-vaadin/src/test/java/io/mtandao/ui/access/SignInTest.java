package io.mtandao.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Role;
import io.mtandao.api.Throttled;
import io.mtandao.ui.dashboard.DashboardView;
import io.mtandao.ui.fake.FakeSessions;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.plugin.PluginsView;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInTest extends UiTest {
    private void fill(String email, String password) {
        type("login-isp", "nairobi-net");
        type("login-email", email);
        type("login-password", password);
        click("login-submit");
    }

    @Test
    void leadsToTheDashboard() {
        go("sign-in");
        fill("owner@nairobi.net", FakeSessions.PASSWORD);
        assertThat(path()).isEmpty();
        assertThat(com.vaadin.flow.component.UI.getCurrent().getCurrentView()).isInstanceOf(DashboardView.class);
        assertThat(world.sessions.call("signIn").args()).startsWith("nairobi-net", "owner@nairobi.net", FakeSessions.PASSWORD);
    }

    @Test
    void leadsBackToThePageThatWasWished() {
        go("plugins");
        assertThat(path()).isEqualTo("sign-in?to=plugins");
        fill("owner@nairobi.net", FakeSessions.PASSWORD);
        assertThat(com.vaadin.flow.component.UI.getCurrent().getCurrentView()).isInstanceOf(PluginsView.class);
    }

    @Test
    void tellsNothingOfWhatWasWrong() {
        go("sign-in");
        fill("owner@nairobi.net", "guess");
        assertThat(wrong("login-password")).isEqualTo("ISP, e-mail or password is wrong");
        fill("nobody@nairobi.net", "guess");
        assertThat(wrong("login-password")).isEqualTo("ISP, e-mail or password is wrong");
    }

    @Test
    void asksForEveryField() {
        go("sign-in");
        click("login-submit");
        assertThat(wrong("login-isp")).isEqualTo("Please fill this in");
        assertThat(wrong("login-email")).isEqualTo("Please fill this in");
        assertThat(world.sessions.calls("signIn")).isEmpty();
    }

    @Test
    void saysHowLongToWaitAfterTooManyTries() {
        world.sessions.fail("signIn", new Throttled(Duration.ofSeconds(30)));
        go("sign-in");
        fill("owner@nairobi.net", "guess");
        assertThat(told()).containsExactly("Too many tries. Please wait 30 seconds.");
    }

    @Test
    void aSuspendedIspIsTold() {
        world.fakeSessions.suspended = true;
        go("sign-in");
        fill("owner@nairobi.net", FakeSessions.PASSWORD);
        assertThat(told().get(0)).startsWith("This ISP is suspended");
    }

    @Test
    void whoIsSignedInGoesStraightOn() {
        signIn(Role.OWNER);
        go("sign-in");
        assertThat(path()).isEmpty();
    }

    @Test
    void neverLeadsOutOfThisUi() {
        assertThat(Guard.safe("subscriber/7?x=1")).isEqualTo("subscriber/7?x=1");
        assertThat(Guard.safe("//evil.example")).isEmpty();
        assertThat(Guard.safe("https://evil.example")).isEmpty();
        assertThat(Guard.safe("sign-in?to=x")).isEmpty();
        assertThat(Guard.safe(null)).isEmpty();
    }
}
