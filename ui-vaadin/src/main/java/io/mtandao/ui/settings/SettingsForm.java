package io.mtandao.ui.settings;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.ui.access.Places;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** All settings of an ISP on one page, in cards; the colour shows at once. */
final class SettingsForm extends Div {
    private static final long serialVersionUID = 1;
    private final transient Checks checks = new Checks();
    private final transient Consumer<String> tryColour;
    private final TextField name = field("settings-name", t("register.ispName"));
    private final TextField host = field("settings-host", t("settings.host"));
    private final ComboBox<String> currency = Places.currencies(t("field.currency"));
    private final ComboBox<String> zone = Places.zones(t("field.timeZone"));
    private final Select<String> language = new Select<>();
    private final TextField taxName = field("settings-tax-name", t("settings.taxName"));
    private final TextField tax = field("settings-tax", t("settings.tax"));
    private final TextField retention = field("settings-retention", t("settings.retention"));
    private final TextField supportPhone = field("settings-support-phone", t("settings.supportPhone"));
    private final EmailField supportEmail = new EmailField(t("settings.supportEmail"));
    private final LogoField logo = new LogoField();
    private final Input colour = new Input();
    private final ChannelsField channels = new ChannelsField();
    private String chosenColour;
    private transient TenantSettings old;

    /** @param tryColour paints the page, null for the platform's own colour */
    SettingsForm(Consumer<String> tryColour) {
        this.tryColour = tryColour;
        addClassName("settings-form");
        host.setHelperText(t("settings.hostHelp"));
        currency.setId("settings-currency");
        currency.setHelperText(t("settings.currencyHelp"));
        zone.setId("settings-time-zone");
        zone.setHelperText(t("settings.zoneHelp"));
        language.setId("settings-language");
        language.setLabel(t("settings.language"));
        language.setItems("en", "sw");
        language.setItemLabelGenerator(l -> l.equals("sw") ? "Kiswahili" : "English");
        tax.setSuffixComponent(new Span("%"));
        retention.setSuffixComponent(new Span(t("settings.days")));
        retention.setHelperText(t("settings.retentionHelp"));
        supportEmail.setId("settings-support-email");
        rules();
        add(card("isp", form(name, host, currency, zone, language)), card("brand", new Div(new Span(t("settings.logo")), logo, colourRow())),
            card("bills", form(taxName, tax)), card("contact", form(supportPhone, supportEmail)), card("messages", channels), card("data", form(retention)));
    }

    private void rules() {
        checks.text("name", name, Checks.needed(), Checks.atMost(120)).text("host", host, Checks.matches("[A-Za-z0-9.-]{3,253}", "check.host"))
            .field("currency", currency, () -> currency.isEmpty() ? t("check.needed") : null).field("timeZone", zone, () -> zone.isEmpty() ? t("check.needed") : null)
            .field("language", language, () -> language.isEmpty() ? t("check.needed") : null).text("taxName", taxName, Checks.atMost(20))
            .text("taxPercentHundredths", tax, Checks.needed(), Checks.matches("\\d{1,2}(\\.\\d{1,2})?", "check.percent")).alias("tax", "taxPercentHundredths")
            .text("retentionDays", retention, Checks.needed(), Checks.matches("\\d{1,5}", "check.number")).text("supportPhone", supportPhone, Checks.phone())
            .text("supportEmail", supportEmail, Checks.email());
    }

    private Component colourRow() {
        colour.setType("color");
        colour.setId("settings-colour");
        colour.addValueChangeListener(e -> {
            if (!e.isFromClient()) return;
            chosenColour = e.getValue();
            tryColour.accept(chosenColour);
        });
        Button plain = Buttons.plain("settings-colour-reset", t("settings.colourReset"), VaadinIcon.REFRESH, e -> {
            chosenColour = null;
            colour.setValue("#0f766e");
            tryColour.accept(null);
        });
        Div row = new Div(new Span(t("settings.colour")), colour, plain);
        row.addClassName("colour-row");
        return row;
    }

    void show(TenantSettings s) {
        old = s;
        name.setValue(s.name());
        host.setValue(orEmpty(s.host()));
        currency.setValue(s.currency());
        zone.setValue(s.timeZone());
        language.setValue(s.language());
        taxName.setValue(orEmpty(s.taxName()));
        tax.setValue(BigDecimal.valueOf(s.taxPercentHundredths(), 2).stripTrailingZeros().toPlainString());
        retention.setValue(Integer.toString(s.retentionDays()));
        supportPhone.setValue(orEmpty(s.supportPhone()));
        supportEmail.setValue(orEmpty(s.supportEmail()));
        logo.set(s.logo());
        chosenColour = s.primaryColour();
        colour.setValue(chosenColour == null ? "#0f766e" : chosenColour);
        channels.set(s.messageChannels());
    }

    TenantSettings changed() {
        return new TenantSettings(old.version(), name.getValue().trim(), old.slug(), orNull(host.getValue()), old.country(), currency.getValue(), zone.getValue(), language.getValue(),
            orNull(taxName.getValue()), new BigDecimal(tax.getValue().trim()).movePointRight(2).intValueExact(), Integer.parseInt(retention.getValue().trim()), logo.get(), chosenColour,
            orNull(supportPhone.getValue()), orNull(supportEmail.getValue()), channels.get());
    }

    Checks checks() {
        return checks;
    }

    private static Div card(String key, Component content) {
        Div card = new Div(new H2(t("settings." + key)), new Paragraph(t("settings." + key + "Text")), content);
        card.addClassNames("card", "settings-card");
        return card;
    }

    private static FormLayout form(Component... fields) {
        FormLayout f = new FormLayout(fields);
        f.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("26em", 2));
        return f;
    }

    private static TextField field(String id, String label) {
        TextField f = new TextField(label);
        f.setId(id);
        return f;
    }

    private static String orEmpty(String s) {
        return s == null ? "" : s;
    }

    private static String orNull(String s) {
        return s.isBlank() ? null : s.trim();
    }
}
