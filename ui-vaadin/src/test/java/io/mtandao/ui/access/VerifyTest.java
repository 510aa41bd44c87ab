package io.mtandao.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Unavailable;
import io.mtandao.ui.fake.FakeTenant.FakeConfirmation;
import io.mtandao.ui.fake.UiTest;
import org.junit.jupiter.api.Test;

class VerifyTest extends UiTest {
    @Test
    void theLinkOfTheMailConfirmsTheAddressWithOnePress() {
        go("verify?token=" + FakeConfirmation.TOKEN);
        assertThat(world.confirmation.calls("confirm")).as("opening it, as a mail scanner does, uses nothing up").isEmpty();
        click("verify-submit");
        assertThat(world.confirmation.call("confirm").args()).startsWith(FakeConfirmation.TOKEN);
        assertThat(text("verify-answer")).isEqualTo("Thank you, this address is confirmed. There is nothing more to do.");
        assertThat(isThere("verify-submit")).isFalse();
        assertThat(isThere("verify-sign-in")).isTrue();
    }

    @Test
    void aLinkThatIsUsedOrOverSaysWhatToDo() {
        for (String link : new String[] {"verify?token=old", "verify?token=", "verify"}) {
            go("sign-in");
            go(link);
            click("verify-submit");
            assertThat(text("verify-answer")).as(link).startsWith("This link was used already, or its seven days are over.").contains("“Forgot your password?”", "confirms the address too");
            assertThat(isThere("verify-forgot")).isTrue();
        }
    }

    @Test
    void whatIsWrongForAMomentCanBeTriedAgain() {
        world.confirmation.fail("confirm", new Unavailable("the database is away"));
        go("verify?token=" + FakeConfirmation.TOKEN);
        click("verify-submit");
        assertThat(told()).containsExactly("Not available right now: the database is away");
        world.confirmation.mend();
        click("verify-submit");
        assertThat(text("verify-answer")).startsWith("Thank you");
    }
}
