package io.mtandao.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Invalid;
import io.mtandao.api.tenant.Registrations.NewIsp;
import io.mtandao.api.tenant.Registrations.NewOwner;
import io.mtandao.ui.fake.FakeSessions;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.fake.World;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegisterTest extends UiTest {
    @Override
    protected World world() {
        return World.empty();
    }

    private void fill() {
        go("register");
        type("reg-isp-name", "Thika Fibre & Wi-Fi");
        type("reg-owner-name", "Njeri Maina");
        type("reg-email", "njeri@thika.net");
        type("reg-phone", "0712 345 678");
        type("reg-password", FakeSessions.PASSWORD);
    }

    @Test
    void registersAndLeadsToTheDashboard() {
        fill();
        click("reg-submit");
        assertThat(world.registrations.call("register").args()).startsWith(new NewIsp("Thika Fibre & Wi-Fi", "thika-fibre-wi-fi", "KE", "KES", "Africa/Nairobi"),
            new NewOwner("Njeri Maina", "njeri@thika.net", "0712 345 678", FakeSessions.PASSWORD));
        assertThat(path()).isEmpty();
        assertThat(isThere("first-steps")).isTrue();
    }

    @Test
    void suggestsTheShortNameUntilSomebodyWritesOne() {
        go("register");
        type("reg-isp-name", "Ng'ang'a Nét");
        assertThat(get(com.vaadin.flow.component.textfield.TextField.class, "reg-slug").getValue()).isEqualTo("nganga-net");
        type("reg-slug", "nganga");
        type("reg-isp-name", "Ng'ang'a Networks");
        assertThat(get(com.vaadin.flow.component.textfield.TextField.class, "reg-slug").getValue()).isEqualTo("nganga");
    }

    @Test
    void judgesAsOneTypes() {
        go("register");
        type("reg-email", "njeri");
        assertThat(wrong("reg-email")).isEqualTo("This is not an e-mail address");
        type("reg-email", "njeri@thika.net");
        assertThat(wrong("reg-email")).isNull();
        type("reg-slug", "Thika Net");
        assertThat(wrong("reg-slug")).isEqualTo("3 to 40 small letters, digits and dashes");
        type("reg-password", "short");
        assertThat(wrong("reg-password")).isEqualTo("At least 10 characters");
    }

    @Test
    void theCountryBringsItsCurrencyAndZone() {
        go("register");
        type("reg-country", "TZ");
        assertThat(get(com.vaadin.flow.component.combobox.ComboBox.class, "reg-currency").getValue()).isEqualTo("TZS");
        assertThat(get(com.vaadin.flow.component.combobox.ComboBox.class, "reg-time-zone").getValue()).isEqualTo("Africa/Dar_es_Salaam");
    }

    @Test
    void aTakenNameIsSaidAtItsField() {
        fill();
        type("reg-slug", "nairobi-net");
        click("reg-submit");
        assertThat(wrong("reg-slug")).isEqualTo("This short name is taken; choose another");
        assertThat(world.sessions.calls("signIn")).isEmpty();
    }

    @Test
    void whatTheServiceRefusesIsShownAtTheFields() {
        fill();
        world.registrations.fail("register", new Invalid(Map.of("owner.phone", "not a number of Kenya", "isp.name", "must be given")));
        click("reg-submit");
        assertThat(wrong("reg-phone")).isEqualTo("not a number of Kenya");
        assertThat(wrong("reg-isp-name")).isEqualTo("Please fill this in");
    }
}
