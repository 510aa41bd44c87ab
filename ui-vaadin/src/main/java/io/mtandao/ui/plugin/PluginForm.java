package io.mtandao.ui.plugin;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.extension.Plugins.Field;
import io.mtandao.api.extension.Plugins.Plugin;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The settings of one plugin, drawn from its description. Secrets can be set and removed, never seen. */
final class PluginForm extends FormLayout {
    private static final long serialVersionUID = 1;
    private final transient Checks checks = new Checks();
    /** Value by field; a null value means: leave it as it is stored. */
    private final transient Map<String, Supplier<String>> values = new LinkedHashMap<>();

    PluginForm(Plugin plugin) {
        setResponsiveSteps(new ResponsiveStep("0", 1));
        for (Field f : plugin.fields()) {
            String stored = plugin.settings().getOrDefault(f.id(), f.defaultValue());
            Component c = switch (f.type()) {
                case "boolean" -> bool(f, stored);
                case "option" -> option(f, stored);
                case "password" -> secret(f, plugin.secretsSet().contains(f.id()));
                case "integer" -> text(f, stored, true);
                default -> text(f, stored, false);
            };
            c.setId("set-" + f.id().replaceAll("[^A-Za-z0-9]+", "-"));
            if (c instanceof HasHelper h && f.help() != null && !f.help().isBlank()) h.setHelperText(f.help());
            add(c);
        }
    }

    private Component bool(Field f, String stored) {
        Checkbox box = new Checkbox(f.name(), Boolean.parseBoolean(stored));
        checks.field(f.id(), box, () -> null);
        values.put(f.id(), () -> Boolean.toString(box.getValue()));
        return box;
    }

    private Component option(Field f, String stored) {
        Select<String> select = new Select<>();
        select.setLabel(f.name());
        select.setItems(f.options().keySet());
        select.setItemLabelGenerator(v -> f.options().getOrDefault(v, v));
        if (f.options().containsKey(stored)) select.setValue(stored);
        checks.field(f.id(), select, () -> f.required() && select.isEmpty() ? t("check.needed") : null);
        mark(select, f);
        values.put(f.id(), () -> select.isEmpty() ? "" : select.getValue());
        return select;
    }

    private Component text(Field f, String stored, boolean number) {
        TextField field = new TextField(f.name());
        field.setValue(stored == null ? "" : stored);
        if (number) {
            field.setAllowedCharPattern("[0-9-]");
            field.getElement().setAttribute("inputmode", "numeric");
        }
        checks.text(f.id(), field, v -> f.required() && v.isEmpty() ? t("check.needed") : null,
            v -> number && !v.isEmpty() && !v.matches("-?\\d{1,9}") ? t("check.number") : null);
        mark(field, f);
        values.put(f.id(), () -> field.getValue().trim());
        return field;
    }

    private Component secret(Field f, boolean set) {
        PasswordField field = new PasswordField(f.name());
        field.setAutocomplete(Autocomplete.NEW_PASSWORD);
        boolean[] removed = {false};
        if (set) {
            field.setPlaceholder(t("plugins.secretSet"));
            Button remove = Buttons.icon(null, t("plugins.secretRemove"), VaadinIcon.TRASH, e -> {
                removed[0] = true;
                field.clear();
                field.setPlaceholder(t("plugins.secretRemoved"));
            });
            field.setSuffixComponent(remove);
        }
        checks.text(f.id(), field, v -> f.required() && v.isEmpty() && (!set || removed[0]) ? t("check.needed") : null);
        mark(field, f);
        values.put(f.id(), () -> field.isEmpty() ? removed[0] ? "" : null : field.getValue());
        return field;
    }

    private static void mark(AbstractField<?, ?> field, Field f) {
        field.setRequiredIndicatorVisible(f.required());
    }

    Checks checks() {
        return checks;
    }

    /** By field id; an untouched secret is left out. */
    Map<String, String> settings() {
        Map<String, String> out = new LinkedHashMap<>();
        values.forEach((id, value) -> {
            String v = value.get();
            if (v != null) out.put(id, v);
        });
        return out;
    }
}
