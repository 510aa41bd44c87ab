package io.mtandao.ui.settings;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.CustomField;
import io.mtandao.api.billing.CustomField.Kind;
import io.mtandao.api.billing.CustomFields.Draft;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Texts;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One field of the ISP's own. Its key follows the label until somebody types one, and is fixed from then on, as its kind is. */
final class FieldForm extends FormLayout {
    private static final long serialVersionUID = 1;
    private final transient Checks checks = new Checks();
    private final transient CustomField old;
    private final TextField label = new TextField(t("fields.label"));
    private final TextField key = new TextField(t("fields.key"));
    private final Select<Kind> kind = new Select<>();
    private final TextArea choices = new TextArea(t("fields.choices"));
    private final Checkbox required = new Checkbox(t("fields.requiredLong"));
    private String proposed = "";

    /** @param old null for a new one */
    FieldForm(CustomField old) {
        this.old = old;
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("24em", 2));
        label.setId("field-label");
        key.setId("field-key");
        key.setHelperText(t("fields.keyHelp"));
        kind.setId("field-kind");
        kind.setLabel(t("fields.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(k -> Texts.of("fieldKind", k));
        kind.addValueChangeListener(e -> choices.setVisible(kind.getValue() == Kind.CHOICE));
        choices.setId("field-choices");
        choices.setHelperText(t("fields.choicesHelp"));
        required.setId("field-required");
        required.setHelperText(t("fields.requiredHelp"));
        checks.text("label", label, Checks.needed(), Checks.atMost(60)).text("key", key, Checks.needed(), Checks.atMost(40), Checks.matches("[a-z0-9]+(-[a-z0-9]+)*", "fields.keyWrong"))
            .field("kind", kind, () -> null).text("choices", choices, v -> kind.getValue() == Kind.CHOICE && choices().isEmpty() ? t("check.needed") : null);
        add(label, kind, key, choices, required);
        setColspan(label, 2);
        setColspan(choices, 2);
        setColspan(required, 2);
        fill();
    }

    private void fill() {
        kind.setValue(old == null ? Kind.TEXT : old.kind());
        choices.setVisible(kind.getValue() == Kind.CHOICE);
        if (old == null) {
            label.addValueChangeListener(e -> propose());
            return;
        }
        label.setValue(old.label());
        key.setValue(old.key());
        key.setReadOnly(true);
        kind.setReadOnly(true);
        choices.setValue(String.join("\n", old.choices()));
        required.setValue(old.required());
    }

    private void propose() {
        if (!key.getValue().equals(proposed)) return;
        proposed = Normalizer.normalize(label.getValue(), Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (proposed.length() > 40) proposed = proposed.substring(0, 40).replaceAll("-$", "");
        key.setValue(proposed);
    }

    private List<String> choices() {
        return choices.getValue().lines().map(String::trim).filter(s -> !s.isEmpty()).distinct().toList();
    }

    void dialog(String title, Consumer<Draft> save) {
        new FormDialog(title, this, t("action.save"), "field-save", () -> checks.attempt(() -> save.accept(new Draft(key.getValue().trim(), label.getValue().trim(), kind.getValue(),
            kind.getValue() == Kind.CHOICE ? choices() : List.of(), required.getValue(), old == null ? null : old.position())))).open();
        label.focus();
    }
}
