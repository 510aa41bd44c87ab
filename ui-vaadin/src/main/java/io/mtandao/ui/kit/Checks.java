package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.mtandao.api.Invalid;
import io.mtandao.api.Problem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The rules of a form, by the names that the service gives its fields. A field is judged as one types in it (after it was touched), all are judged
 * on submit, and what the service refuses is shown at the field it names.
 */
public final class Checks {
    public static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]{2,}");
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private Consumer<Component> reveal = c -> {};

    /** A rule answers what is wrong, or null. */
    @FunctionalInterface
    public interface Rule {
        String wrong(String value);
    }

    private record Field(Component component, HasValidationProperties shown, Supplier<String> wrong) {
        boolean ok() {
            return mark(wrong.get());
        }

        boolean mark(String text) {
            shown.setInvalid(text != null);
            shown.setErrorMessage(text);
            return text == null;
        }
    }

    public Checks text(String name, TextFieldBase<?, String> field, Rule... rules) {
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(350);
        return add(name, field, field, () -> {
            for (Rule r : rules) {
                String wrong = r.wrong(field.getValue().trim());
                if (wrong != null) return wrong;
            }
            return null;
        });
    }

    /** Any other field: its own rule sees its value by itself. */
    public <C extends Component & HasValueAndElement<?, ?> & HasValidationProperties> Checks field(String name, C field, Supplier<String> wrong) {
        field.setManualValidation(true);
        return add(name, field, field, wrong);
    }

    private Checks add(String name, Component component, HasValidationProperties shown, Supplier<String> wrong) {
        Field f = new Field(component, shown, wrong);
        fields.put(name, f);
        ((HasValue<?, ?>) component).addValueChangeListener(e -> f.ok());
        return this;
    }

    /** Rules no more over the fields whose names begin like this: the row that they stood in is gone. */
    public Checks forget(String prefix) {
        fields.keySet().removeIf(name -> name.startsWith(prefix));
        return this;
    }

    /** Whether all that the service refuses stands at fields of this form. */
    public boolean knows(Invalid problem) {
        return problem.fields().keySet().stream().allMatch(name -> find(name) != null);
    }

    /** @param reveal shows a field that is wrong and perhaps out of sight */
    public Checks reveal(Consumer<Component> reveal) {
        this.reveal = reveal;
        return this;
    }

    /** Judges everything and leads to the first fault. */
    public boolean ok() {
        Component first = null;
        for (Field f : fields.values()) if (!f.ok() && first == null) first = f.component();
        if (first != null) reveal.accept(first);
        if (first instanceof Focusable<?> focusable) focusable.focus();
        return first == null;
    }

    /** Shows at the fields what the service said of them; the rest as a notification. */
    public void show(Problem problem) {
        if (!(problem instanceof Invalid invalid)) {
            Problems.tell(problem);
            return;
        }
        Map<String, String> rest = new LinkedHashMap<>();
        invalid.fields().forEach((name, text) -> {
            Field f = find(name);
            if (f == null) {
                rest.put(name, text);
                return;
            }
            f.mark(Problems.phrase(text));
            reveal.accept(f.component());
        });
        if (!rest.isEmpty()) Problems.tell(new Invalid(rest));
    }

    /** By its whole name, else as the end of a longer one, else by the last part of it: {@code draft.phone} is {@code phone}. */
    private Field find(String name) {
        Field f = fields.get(aliases.getOrDefault(name, name));
        if (f != null) return f;
        for (Map.Entry<String, Field> e : fields.entrySet()) if (e.getKey().endsWith("." + name)) return e.getValue();
        return fields.get(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Another name under which the service may speak of a field. */
    public Checks alias(String other, String name) {
        aliases.put(other, name);
        return this;
    }

    /** @return whether it went well */
    public boolean attempt(Runnable call) {
        if (!ok()) return false;
        try {
            call.run();
            return true;
        } catch (io.mtandao.api.Unauthenticated | io.mtandao.api.TenantSuspended e) {
            throw e;
        } catch (Problem e) {
            show(e);
            return false;
        }
    }

    public static Rule needed() {
        return v -> v.isEmpty() ? t("check.needed") : null;
    }

    public static Rule atMost(int n) {
        return v -> v.length() > n ? t("check.atMost", n) : null;
    }

    public static Rule atLeast(int n) {
        return v -> !v.isEmpty() && v.length() < n ? t("check.atLeast", n) : null;
    }

    public static Rule email() {
        return v -> v.isEmpty() || EMAIL.matcher(v).matches() ? null : t("check.email");
    }

    /** Rough: the service knows the country's numbers. */
    public static Rule phone() {
        return v -> v.isEmpty() || v.matches("\\+?[0-9 ()/.-]{7,20}") && v.replaceAll("\\D", "").length() >= 7 ? null : t("check.phone");
    }

    public static Rule matches(String regex, String key) {
        return v -> v.isEmpty() || v.matches(regex) ? null : t(key);
    }
}
