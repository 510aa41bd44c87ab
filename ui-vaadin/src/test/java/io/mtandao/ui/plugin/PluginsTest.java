package io.mtandao.ui.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Invalid;
import io.mtandao.api.Role;
import io.mtandao.ui.fake.UiTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PluginsTest extends UiTest {
    @BeforeEach
    void show() {
        signIn(Role.OWNER);
        go("plugins");
    }

    private void turn(String id, boolean on) {
        com.github.mvysny.kaributesting.v10.LocatorJ._setValue(get(Checkbox.class, id), on, true);
    }

    @Test
    void aCardForEachPlugin() {
        assertThat(isThere("plugin-mpesa")).isTrue();
        assertThat(isThere("plugin-whatsapp-cloud")).isTrue();
        assertThat(text("plugin-sms-http")).contains("Away");
    }

    @Test
    void savesSettingsAndKeepsSecretsThatWereNotTouched() {
        click("plugin-mpesa-configure");
        assertThat(get(TextField.class, "set-short-code").getValue()).isEqualTo("174379");
        assertThat(get(PasswordField.class, "set-consumer-secret").getValue()).isEmpty();
        type("set-short-code", "600000");
        type("set-passkey", "new");
        click("plugin-save");
        assertThat(world.plugins.calls("configure")).last().satisfies(c -> {
            assertThat(c.args().subList(1, 3)).containsExactly("mpesa", true);
            assertThat(c.<Map<String, String>>arg(3)).containsEntry("short.code", "600000").containsEntry("passkey", "new").containsEntry("till", "false")
                .containsEntry("environment", "sandbox").doesNotContainKey("consumer.secret");
        });
        none(Dialog.class);
        assertThat(told()).contains("M-Pesa is saved");
    }

    @Test
    void asksForWhatIsNeeded() {
        click("plugin-mpesa-configure");
        type("set-short-code", "");
        click("plugin-save");
        assertThat(wrong("set-short-code")).isEqualTo("Please fill this in");
        type("set-short-code", "12x");
        assertThat(wrong("set-short-code")).isEqualTo("Write a whole number");
        assertThat(world.plugins.calls("configure")).hasSize(0);
    }

    @Test
    void showsAtTheFieldWhatThePluginRefuses() {
        click("plugin-mpesa-configure");
        world.plugins.fail("configure", Invalid.field("short.code", "not a paybill"));
        click("plugin-save");
        assertThat(wrong("set-short-code")).isEqualTo("not a paybill");
        assertThat(isThere("plugin-save")).isTrue();
    }

    @Test
    void testsTheStoredSettings() {
        click("plugin-mpesa-configure");
        click("plugin-test");
        assertThat(world.plugins.calls("configure")).hasSize(1);
        assertThat(world.plugins.call("test").args().get(1)).isEqualTo("mpesa");
        assertThat(text("plugin-test-result")).contains("Daraja gave a token");
        click("plugin-africastalking-test");
        assertThat(text("plugin-africastalking-result")).contains("401 from the gateway");
    }

    @Test
    void switchesOnWhatNeedsNoSettingsAndAsksForThoseThatDo() {
        turn("plugin-cash-enable", false);
        assertThat(world.plugins.call("configure").args()).containsSubsequence("cash", false);
        turn("plugin-whatsapp-cloud-enable", true);
        assertThat(world.plugins.calls("configure")).hasSize(1);
        assertThat(isThere("set-token")).isTrue();
        assertThat(get(Checkbox.class, "plugin-enabled").getValue()).isTrue();
    }

    @Test
    void putsThemInOrder() {
        assertThat(text("plugin-mpesa")).contains("First choice");
        click("plugin-cash-up");
        assertThat(world.plugins.call("order").args().subList(1, 3)).containsExactly("payment", List.of("cash", "mpesa"));
        assertThat(text("plugin-cash")).contains("First choice");
    }

    @Test
    void showsTheAddressesForTheProvider() {
        click("plugin-mpesa-configure");
        assertThat(get(TextField.class, "callback-confirm").getValue()).endsWith("/confirm");
    }

    @Test
    void newOnesAppearAndVanishByThemselves() {
        world.fakePlugins.add("kopokopo", "payment", "Kopo Kopo", "Tills.", null, List.of(), List.of(), Map.of());
        MockVaadin.clientRoundtrip();
        assertThat(isThere("plugin-kopokopo")).isTrue();
        world.fakePlugins.remove("kopokopo");
        MockVaadin.clientRoundtrip();
        assertThat(isThere("plugin-kopokopo")).isFalse();
    }

    @Test
    void stopsListeningWhenLeft() {
        assertThat(world.fakePlugins.listeners()).isEqualTo(1);
        go("packages");
        assertThat(world.fakePlugins.listeners()).isZero();
    }

    @Test
    void whoMayOnlyReadCannotChange() {
        who().signOut();
        go("sign-in");
        signIn(Role.FINANCE);
        go("plugins");
        assertThat(isThere("plugin-mpesa")).isTrue();
        assertThat(isThere("plugin-mpesa-configure")).isFalse();
        assertThat(get(Checkbox.class, "plugin-mpesa-enable").isReadOnly()).isTrue();
    }
}
