package io.mtandao.ui.access;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.mtandao.api.tenant.Registrations.NewIsp;
import io.mtandao.api.tenant.Registrations.NewOwner;
import io.mtandao.ui.kit.Checks;
import java.text.Normalizer;
import java.util.Locale;

/** What a new ISP says of itself and of its owner. */
final class RegisterForm extends FormLayout {
    private static final long serialVersionUID = 1;
    private final transient Checks checks = new Checks();
    private final TextField name = text("reg-isp-name", t("register.ispName"));
    private final TextField slug = text("reg-slug", t("field.slug"));
    private final ComboBox<String> country = Places.countries(t("field.country"));
    private final ComboBox<String> currency = Places.currencies(t("field.currency"));
    private final ComboBox<String> zone = Places.zones(t("field.timeZone"));
    private final TextField owner = text("reg-owner-name", t("register.ownerName"));
    private final EmailField email = new EmailField(t("field.email"));
    private final TextField phone = text("reg-phone", t("field.phone"));
    private final PasswordField password = new PasswordField(t("field.password"));
    private String suggested = "";

    RegisterForm() {
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("26em", 2));
        name.setValueChangeMode(ValueChangeMode.EAGER);
        slug.setHelperText(t("register.slugHelp"));
        country.setId("reg-country");
        currency.setId("reg-currency");
        zone.setId("reg-time-zone");
        email.setId("reg-email");
        email.setAutocomplete(Autocomplete.EMAIL);
        phone.setAutocomplete(Autocomplete.TEL);
        phone.setHelperText(t("register.phoneHelp"));
        password.setId("reg-password");
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(t("register.passwordHelp"));
        rules();
        defaults();
        H3 you = new H3(t("register.you"));
        add(name, slug, country, currency, zone, you, owner, email, phone, password);
        for (var wide : new com.vaadin.flow.component.Component[] {name, slug, you, owner}) setColspan(wide, 2);
        setColspan(zone, 2);
    }

    private void rules() {
        checks.text("isp.name", name, Checks.needed(), Checks.atMost(120))
            .text("isp.slug", slug, Checks.needed(), Checks.matches("[a-z0-9]([a-z0-9-]{1,38})[a-z0-9]", "check.slug"))
            .field("isp.country", country, () -> country.isEmpty() ? t("check.needed") : null)
            .field("isp.currency", currency, () -> currency.isEmpty() ? t("check.needed") : null)
            .field("isp.timeZone", zone, () -> zone.isEmpty() ? t("check.needed") : null)
            .text("owner.fullName", owner, Checks.needed(), Checks.atMost(120))
            .text("owner.email", email, Checks.needed(), Checks.email())
            .text("owner.phone", phone, Checks.needed(), Checks.phone())
            .text("owner.password", password, Checks.needed(), Checks.atLeast(10));
    }

    private void defaults() {
        name.addValueChangeListener(e -> {
            if (!slug.getValue().equals(suggested)) return;
            suggested = slugOf(e.getValue());
            slug.setValue(suggested);
        });
        country.addValueChangeListener(e -> {
            if (e.getValue() == null) return;
            if (Places.currencyOf(e.getValue()) != null) currency.setValue(Places.currencyOf(e.getValue()));
            if (Places.zoneOf(e.getValue()) != null) zone.setValue(Places.zoneOf(e.getValue()));
        });
        country.setValue("KE");
    }

    /** Letters and digits of the name, in small, joined by dashes. */
    static String slugOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("['’]", "");
        String dashed = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return dashed.length() <= 40 ? dashed : dashed.substring(0, 40).replaceAll("-$", "");
    }

    private static TextField text(String id, String label) {
        TextField f = new TextField(label);
        f.setId(id);
        return f;
    }

    Checks checks() {
        return checks;
    }

    NewIsp isp() {
        return new NewIsp(name.getValue().trim(), slug.getValue().trim(), country.getValue(), currency.getValue(), zone.getValue());
    }

    NewOwner owner() {
        return new NewOwner(owner.getValue().trim(), email.getValue().trim(), phone.getValue().trim(), password.getValue());
    }
}
