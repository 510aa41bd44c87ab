package io.mtandao.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import io.mtandao.api.Role;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.ui.fake.UiTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MainLayoutTest extends UiTest {
    @Test
    @SuppressWarnings("unchecked")
    void searchFindsASubscriberFromAnywhere() {
        signIn(Role.SUPPORT);
        go("packages");
        ComboBox<Subscriber> search = get(ComboBox.class, "global-search");
        ComboBoxKt.setUserInput(search, "MT-1007");
        assertThat(ComboBoxKt.getSuggestionItems(search)).extracting(Subscriber::name).containsExactly("Neema Ochieng");
        type("global-search", ComboBoxKt.getSuggestionItems(search).get(0));
        assertThat(path()).isEqualTo("subscriber/8");
        assertThat(get(ComboBox.class, "global-search").getValue()).isNull();
    }

    @Test
    void signsOut() {
        signIn(Role.OWNER);
        go("");
        menu("user-menu", "menu-sign-out");
        assertThat(path()).isEqualTo("sign-in");
        assertThat(world.sessions.calls("signOut")).hasSize(1);
        assertThat(world.fakeSessions.tokens).isEmpty();
    }

    @Test
    void leadsToTheProfile() {
        signIn(Role.OWNER);
        go("");
        menu("user-menu", "menu-profile");
        assertThat(path()).isEqualTo("profile");
    }

    @Test
    void speaksSwahiliOnRequest() {
        signIn(Role.OWNER);
        go("");
        menu("user-menu", "menu-language");
        assertThat(UI.getCurrent().getLocale()).isEqualTo(Locale.forLanguageTag("sw"));
        go("packages");
        assertThat(UI.getCurrent().getCurrentView().getElement().getTextRecursively()).contains("Vifurushi");
    }

    @Test
    void speaksTheLanguageOfTheIsp() {
        var s = world.fakeSettings.now;
        world.fakeSettings.now = new io.mtandao.api.tenant.TenantSettings(2, s.name(), s.slug(), null, "KE", "KES", "Africa/Nairobi", "sw", null, 0, 0, null, null, null, null, "sms");
        signIn(Role.OWNER);
        assertThat(UI.getCurrent().getLocale()).isEqualTo(Locale.forLanguageTag("sw"));
    }

    @Test
    void showsTheIspsName() {
        signIn(Role.OWNER);
        go("");
        assertThat(text("brand-name")).isEqualTo("Nairobi Net");
    }

    @Test
    void aTechnicianSeesNoMoney() {
        signIn(Role.TECHNICIAN);
        go("subscriber/3");
        assertThat(isThere("tab-payments")).isFalse();
        assertThat(isThere("pay-now")).isFalse();
        assertThat(isThere("tab-network")).isTrue();
    }

    @Test
    void writingOnTheBrandsColourStaysReadable() {
        assertThat(Brand.contrast("#0f766e")).isEqualTo("#ffffff");
        assertThat(Brand.contrast("#ffe066")).isEqualTo("#10201e");
        assertThat(Brand.contrast("#b3261e")).isEqualTo("#ffffff");
    }

    @Test
    void anUnknownPageSaysSo() {
        signIn(Role.OWNER);
        UI ui = UI.getCurrent();
        ui.getInternals().getRouter().navigate(ui, new com.vaadin.flow.router.Location("nowhere"), com.vaadin.flow.router.NavigationTrigger.PAGE_LOAD);
        assertThat(isThere("lost-home")).isTrue();
    }

    @Test
    void anUnknownSubscriberSaysSo() {
        signIn(Role.OWNER);
        go("subscriber/99999");
        assertThat(text("problem-page")).contains("There is no such thing here");
    }

    @Test
    void ourOwnFaultsShowNoInsides() {
        signIn(Role.OWNER);
        world.packages.fail("list", new IllegalStateException("connection pool exhausted at 10.0.0.5"));
        go("packages");
        com.github.mvysny.kaributesting.v10.MockVaadin.clientRoundtrip();
        assertThat(UI.getCurrent().getElement().getTextRecursively()).doesNotContain("10.0.0.5");
    }
}
