package io.mtandao.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Invalid;
import io.mtandao.ui.fake.UiTest;
import org.junit.jupiter.api.Test;

class ResetTest extends UiTest {
    @Test
    void asksForALinkAndTellsNothing() {
        go("forgot");
        type("forgot-isp", "nairobi-net");
        type("forgot-email", "nobody@nairobi.net");
        click("forgot-submit");
        assertThat(world.staff.call("requestReset").args()).startsWith("nairobi-net", "nobody@nairobi.net");
        assertThat(get(com.vaadin.flow.component.html.Paragraph.class, "forgot-done").isVisible()).isTrue();
    }

    @Test
    void theLinkSetsANewPassword() {
        go("reset/3fA9xQ7Lk2");
        type("reset-password", "a long sentence");
        type("reset-again", "a long sentence");
        click("reset-submit");
        assertThat(world.staff.call("resetPassword").args()).startsWith("3fA9xQ7Lk2", "a long sentence");
        assertThat(path()).isEqualTo("sign-in");
    }

    @Test
    void theTokenMayComeAsAParameterToo() {
        go("reset?token=3fA9xQ7Lk2");
        type("reset-password", "a long sentence");
        type("reset-again", "a long sentence");
        click("reset-submit");
        assertThat(world.staff.call("resetPassword").args()).startsWith("3fA9xQ7Lk2");
    }

    @Test
    void twoDifferentPasswordsAreNotSent() {
        go("reset/3fA9xQ7Lk2");
        type("reset-password", "a long sentence");
        type("reset-again", "another sentence");
        click("reset-submit");
        assertThat(wrong("reset-again")).isEqualTo("The two passwords differ");
        assertThat(world.staff.calls("resetPassword")).isEmpty();
    }

    @Test
    void anOldLinkIsTold() {
        go("reset/old");
        type("reset-password", "a long sentence");
        type("reset-again", "a long sentence");
        click("reset-submit");
        assertThat(told()).containsExactly("This link was used already or is too old. Ask for a new one.");
    }

    @Test
    void aPasswordThatTheServiceRefusesIsShownAtItsField() {
        world.staff.fail("resetPassword", Invalid.field("password", "too common"));
        go("reset/3fA9xQ7Lk2");
        type("reset-password", "passwordpassword");
        type("reset-again", "passwordpassword");
        click("reset-submit");
        assertThat(wrong("reset-password")).isEqualTo("too common");
    }
}
