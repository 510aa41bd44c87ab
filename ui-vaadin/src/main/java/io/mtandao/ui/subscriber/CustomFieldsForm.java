package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.CustomField;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.DayField;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The ISP's own fields, each kind as a field of its own. */
final class CustomFieldsForm extends FormLayout {
    private static final long serialVersionUID = 1;
    private final transient Checks checks;
    private final transient Map<String, Supplier<String>> values = new LinkedHashMap<>();

    CustomFieldsForm(Checks checks, List<CustomField> fields, Map<String, String> old) {
        this.checks = checks;
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("24em", 2));
        for (CustomField f : fields) {
            String was = old.get(f.key());
            switch (f.kind()) {
                case TEXT -> text(f, was, Checks.atMost(200));
                case NUMBER -> text(f, was, Checks.matches("-?\\d{1,15}(\\.\\d{1,6})?", "check.decimal")).getElement().setAttribute("inputmode", "decimal");
                case DATE -> date(f, was);
                case YES_NO -> choice(f, List.of("true", "false"), was);
                case CHOICE -> choice(f, f.choices(), was);
            }
        }
    }

    private TextField text(CustomField f, String was, Checks.Rule rule) {
        TextField field = new TextField(f.label());
        if (was != null) field.setValue(was);
        checks.text(name(f), field, v -> f.required() && v.isEmpty() ? t("check.needed") : null, rule);
        return put(f, field, () -> field.getValue().isBlank() ? null : field.getValue().trim());
    }

    private void date(CustomField f, String was) {
        DayField field = new DayField("sub-custom-" + f.key(), f.label());
        field.setClearButtonVisible(!f.required());
        field.setValue(day(was));
        checked(f, put(f, field, () -> field.isEmpty() ? null : field.getValue().toString()));
    }

    private void choice(CustomField f, List<String> choices, String was) {
        Select<String> field = new Select<>();
        field.setLabel(f.label());
        field.setItems(choices);
        field.setEmptySelectionAllowed(!f.required());
        field.setItemLabelGenerator(v -> f.kind() == CustomField.Kind.YES_NO ? answer(v) : v == null ? "" : v);
        if (was != null && choices.contains(was)) field.setValue(was);
        checked(f, put(f, field, field::getValue));
    }

    /** "true" in words; what is no answer is shown as it is. */
    static String answer(String value) {
        return value == null ? "" : value.equals("true") ? t("answer.yes") : value.equals("false") ? t("answer.no") : value;
    }

    static LocalDate day(String value) {
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private <C extends Component & HasValueAndElement<?, ?> & HasValidationProperties> void checked(CustomField f, C field) {
        checks.field(name(f), field, () -> f.required() && field.isEmpty() ? t("check.needed") : null);
    }

    private <C extends Component & HasValue<?, ?>> C put(CustomField f, C field, Supplier<String> value) {
        field.setId("sub-custom-" + f.key());
        field.setRequiredIndicatorVisible(f.required());
        checks.alias("details." + name(f), name(f));
        values.put(f.key(), value);
        add(field);
        return field;
    }

    private static String name(CustomField f) {
        return "custom." + f.key();
    }

    /** What was filled in, by key. */
    Map<String, String> values() {
        Map<String, String> out = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value.get() != null) out.put(key, value.get());
        });
        return out;
    }
}
