package io.mtandao.ui.router;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers.Draft;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** How to reach a router. The port follows the TLS switch as RouterOS has it, until somebody types one. */
final class RouterForm extends FormLayout {
    private static final long serialVersionUID = 1;
    private static final String PLAIN_PORT = "8728";
    private static final String TLS_PORT = "8729";
    private final transient Checks checks = new Checks();
    private final transient Router old;
    private final TextField name = new TextField(t("field.name"));
    private final Select<String> driver = new Select<>();
    private final TextField host = new TextField(t("routers.host"));
    private final TextField port = new TextField(t("routers.port"));
    private final TextField user = new TextField(t("routers.user"));
    private final PasswordField password = new PasswordField(t("field.password"));
    private final Checkbox tls = new Checkbox(t("routers.tls"));

    /** @param old null for a new one @param drivers names by id */
    RouterForm(Router old, Map<String, String> drivers) {
        this.old = old;
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("24em", 2));
        Map<String, String> names = new LinkedHashMap<>(drivers);
        if (old != null) names.putIfAbsent(old.driver(), old.driver());
        driver.setLabel(t("routers.driver"));
        driver.setItems(names.keySet());
        driver.setItemLabelGenerator(id -> names.getOrDefault(id, id));
        if (names.size() == 1) driver.setValue(names.keySet().iterator().next());
        host.setPlaceholder("10.0.0.1");
        host.setHelperText(t("routers.hostHelp"));
        port.setAllowedCharPattern("[0-9]");
        port.getElement().setAttribute("inputmode", "numeric");
        user.setAutocomplete(Autocomplete.OFF);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        if (old != null) password.setPlaceholder(t("routers.passwordKept"));
        tls.setHelperText(t("routers.tlsHelp"));
        ids();
        rules();
        add(name, driver, host, port, user, password, tls);
        setColspan(tls, 2);
        fill();
    }

    private void ids() {
        name.setId("router-name");
        driver.setId("router-driver");
        host.setId("router-host");
        port.setId("router-port");
        user.setId("router-user");
        password.setId("router-password");
        tls.setId("router-tls");
    }

    private void rules() {
        checks.text("name", name, Checks.needed(), Checks.atMost(80)).field("driver", driver, () -> driver.isEmpty() ? t("check.needed") : null)
            .text("host", host, Checks.needed(), Checks.matches("[A-Za-z0-9:._%-]{1,253}", "check.host"))
            .text("port", port, Checks.needed(), v -> v.matches("\\d{1,5}") && Integer.parseInt(v) >= 1 && Integer.parseInt(v) <= 65535 ? null : t("check.port"))
            .text("user", user, Checks.needed(), Checks.atMost(64)).text("password", password, v -> old == null && v.isEmpty() ? t("check.needed") : null)
            .field("tls", tls, () -> null);
        tls.addValueChangeListener(e -> {
            if (port.getValue().equals(e.getValue() ? PLAIN_PORT : TLS_PORT)) port.setValue(e.getValue() ? TLS_PORT : PLAIN_PORT);
        });
    }

    private void fill() {
        if (old == null) {
            port.setValue(TLS_PORT);
            tls.setValue(true);
            return;
        }
        name.setValue(old.name());
        driver.setValue(old.driver());
        host.setValue(old.host());
        port.setValue(Integer.toString(old.port()));
        user.setValue(old.user());
        tls.setValue(old.tls());
    }

    FormDialog dialog(String title, Consumer<Draft> save) {
        FormDialog dialog = new FormDialog(title, this, t("action.save"), "router-save", () -> checks.attempt(() -> save.accept(draft())));
        dialog.open();
        return dialog;
    }

    /** The pinned certificate stays while the address is the same. */
    private Draft draft() {
        boolean sameDoor = old != null && old.host().equals(host.getValue().trim()) && Integer.toString(old.port()).equals(port.getValue()) && tls.getValue();
        return new Draft(name.getValue().trim(), driver.getValue(), host.getValue().trim(), Integer.parseInt(port.getValue()), user.getValue().trim(),
            password.isEmpty() ? null : password.getValue(), tls.getValue(), sameDoor ? old.fingerprint() : null);
    }
}
