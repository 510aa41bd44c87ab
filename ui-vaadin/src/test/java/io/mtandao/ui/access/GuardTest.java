package io.mtandao.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.mtandao.api.Role;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.shell.ProblemPage;
import io.mtandao.ui.subscriber.SubscribersView;
import org.junit.jupiter.api.Test;

class GuardTest extends UiTest {
    @Test
    void showsAViewToWhoMaySeeIt() {
        signIn(Role.READ_ONLY);
        go("subscribers");
        assertThat(UI.getCurrent().getCurrentView()).isInstanceOf(SubscribersView.class);
    }

    @Test
    void refusesAViewThatTheRoleMayNotSee() {
        signIn(Role.TECHNICIAN);
        go("payments");
        assertThat(UI.getCurrent().getCurrentView()).isInstanceOf(ProblemPage.class);
        assertThat(text("problem-page")).contains("Your role does not allow this");
    }

    @Test
    void theMenuHasOnlyWhatTheRoleMaySee() {
        signIn(Role.TECHNICIAN);
        go("");
        assertThat(isThere("menu-routers")).isTrue();
        assertThat(isThere("menu-payments")).isFalse();
        assertThat(isThere("menu-plugins")).isFalse();
    }

    @Test
    void anExpiredSessionLeadsToTheSignIn() {
        signIn(Role.OWNER);
        world.fakeSessions.tokens.clear();
        agePast();
        go("subscribers");
        assertThat(path()).isEqualTo("sign-in?to=subscribers");
        assertThat(told()).containsExactly("Your session is over. Please sign in again.");
    }

    @Test
    void aSuspensionActsOnPagesThatAreOpen() {
        signIn(Role.OWNER);
        go("plugins");
        world.fakeSessions.suspended = true;
        agePast();
        go("subscribers");
        assertThat(path()).isEqualTo("sign-in");
    }

    @Test
    void aSmallerRoleActsWithinSeconds() {
        signIn(Role.OWNER);
        world.fakeSessions.tokens.replaceAll((t, c) -> FakeCaller.of(Role.TECHNICIAN));
        agePast();
        go("payments");
        assertThat(UI.getCurrent().getCurrentView()).isInstanceOf(ProblemPage.class);
    }

    @Test
    void theSignedOutSeeNothing() {
        signIn(Role.OWNER);
        who().signOut();
        go("subscribers");
        assertThat(path()).isEqualTo("sign-in?to=subscribers");
        assertThat(world.sessions.calls("signOut")).hasSize(1);
    }

    private void agePast() {
        who().age();
    }

    private static final class FakeCaller {
        static io.mtandao.api.Caller of(Role role) {
            return io.mtandao.ui.fake.FakeSessions.caller("x@nairobi.net", role, io.mtandao.api.Origin.LOCAL);
        }
    }
}
