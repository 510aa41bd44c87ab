package io.mtandao.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Role;
import io.mtandao.ui.fake.FakeSessions;
import io.mtandao.ui.fake.UiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProfileTest extends UiTest {
    @BeforeEach
    void show() {
        signIn(Role.READ_ONLY);
        go("profile");
    }

    @Test
    void changesThePassword() {
        type("profile-old-password", FakeSessions.PASSWORD);
        type("profile-new-password", "a long sentence");
        type("profile-again", "a long sentence");
        click("profile-save");
        assertThat(world.staff.call("changePassword").args().subList(1, 3)).containsExactly(FakeSessions.PASSWORD, "a long sentence");
        assertThat(told()).containsExactly("Your password is changed. You are signed out everywhere else");
        assertThat(wrong("profile-old-password")).isNull();
    }

    @Test
    void aWrongOldPasswordIsShownAtItsField() {
        type("profile-old-password", "guess");
        type("profile-new-password", "a long sentence");
        type("profile-again", "a long sentence");
        click("profile-save");
        assertThat(wrong("profile-old-password")).isEqualTo("is wrong");
    }
}
