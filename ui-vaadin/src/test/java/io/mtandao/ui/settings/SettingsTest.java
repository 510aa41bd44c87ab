package io.mtandao.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Invalid;
import io.mtandao.api.Role;
import io.mtandao.api.Stale;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.shell.ProblemPage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsTest extends UiTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};

    @BeforeEach
    void show() {
        signIn(Role.OWNER);
        go("settings");
    }

    private TenantSettings sent() {
        return world.settings.call("update").arg(1);
    }

    @Test
    void untouchedSettingsStayAsTheyAre() {
        TenantSettings before = world.fakeSettings.now;
        click("settings-save");
        assertThat(sent()).isEqualTo(before);
    }

    @Test
    void savesWhatWasChangedAndShowsItAtOnce() {
        type("settings-name", "Nairobi Fibre");
        type("settings-tax", "7.5");
        type("settings-retention", "90");
        click("settings-save");
        assertThat(sent().name()).isEqualTo("Nairobi Fibre");
        assertThat(sent().taxPercentHundredths()).isEqualTo(750);
        assertThat(sent().retentionDays()).isEqualTo(90);
        assertThat(text("brand-name")).isEqualTo("Nairobi Fibre");
        assertThat(told()).containsExactly("The settings are saved");
    }

    @Test
    void takesALogo() {
        upload("settings-logo-upload", "logo.png", PNG);
        click("settings-save");
        assertThat(sent().logo()).startsWith("data:image/png;base64,iVBORw");
    }

    @Test
    void refusesWhatIsNoPicture() {
        upload("settings-logo-upload", "logo.png", "<script>".getBytes(StandardCharsets.UTF_8));
        assertThat(told()).containsExactly("This kind of file does not fit");
        upload("settings-logo-upload", "logo.png", new byte[200_001]);
        assertThat(told()).contains("The file is too large");
    }

    @Test
    void setsAColourAndGoesBackToThePlatforms() {
        type("settings-colour", "#b3261e");
        click("settings-save");
        assertThat(sent().primaryColour()).isEqualTo("#b3261e");
        click("settings-colour-reset");
        click("settings-save");
        assertThat(world.fakeSettings.now.primaryColour()).isNull();
    }

    @Test
    void ordersTheChannels() {
        click("channel-whatsapp-up");
        click("channel-mail-add");
        click("channel-sms-remove");
        click("settings-save");
        assertThat(sent().messageChannels()).isEqualTo("whatsapp,mail");
    }

    @Test
    void anotherLanguageIsSpokenAtOnce() {
        type("settings-language", "sw");
        click("settings-save");
        assertThat(com.vaadin.flow.server.VaadinSession.getCurrent().getLocale()).isEqualTo(Locale.forLanguageTag("sw"));
    }

    @Test
    void judgesAsOneTypes() {
        type("settings-tax", "16,5");
        assertThat(wrong("settings-tax")).isEqualTo("A percentage, for example 16 or 7.5");
        type("settings-support-email", "help");
        assertThat(wrong("settings-support-email")).isEqualTo("This is not an e-mail address");
        click("settings-save");
        assertThat(world.settings.calls("update")).isEmpty();
    }

    @Test
    void showsWhatTheServiceRefuses() {
        world.settings.fail("update", Invalid.field("currency", "money was booked already"));
        click("settings-save");
        assertThat(wrong("settings-currency")).isEqualTo("money was booked already");
        world.settings.fail("update", new Stale("settings"));
        click("settings-save");
        assertThat(told().get(0)).startsWith("Somebody else changed this");
    }

    @Test
    void aFileIsWhatItsBytesSay() {
        assertThat(LogoField.typeOf(PNG)).isEqualTo("image/png");
        assertThat(LogoField.typeOf(new byte[] {(byte) 0xff, (byte) 0xd8, 0, 0})).isEqualTo("image/jpeg");
        assertThat(LogoField.typeOf("<?xml version='1.0'?><svg/>".getBytes(StandardCharsets.UTF_8))).isEqualTo("image/svg+xml");
        assertThat(LogoField.typeOf("GIF89a".getBytes(StandardCharsets.UTF_8))).isNull();
    }

    @Test
    void supportMayNotSeeIt() {
        who().signOut();
        go("sign-in");
        signIn(Role.SUPPORT);
        go("settings");
        assertThat(com.vaadin.flow.component.UI.getCurrent().getCurrentView()).isInstanceOf(ProblemPage.class);
    }
}
