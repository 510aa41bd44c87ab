package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.PackageTerms.Hours;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Texts;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** On which days and at which hours it may be used. */
final class TimesSection extends Section {
    private static final long serialVersionUID = 1;
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>();
    private final TextField from = time("package-from", "packages.hoursFrom");
    private final TextField to = time("package-to", "packages.hoursTo");

    TimesSection() {
        super("times", VaadinIcon.CLOCK);
        days.setId("package-days");
        days.setLabel(t("packages.days"));
        days.setItems(DayOfWeek.values());
        days.setItemLabelGenerator(d -> Texts.of("weekday", d));
        days.setHelperText(t("packages.daysHelp"));
        from.setHelperText(t("packages.hoursHelp"));
        content(days, from, to);
        ((FormLayout) getContent()).setColspan(days, 2);
        watch(days, from, to);
    }

    private static TextField time(String id, String label) {
        TextField f = new TextField(t(label));
        f.setId(id);
        f.setPlaceholder("18:00");
        f.setAllowedCharPattern("[0-9:]");
        return f;
    }

    @Override
    void fill(PackageTerms terms) {
        Hours h = terms.hours();
        if (h != null) {
            days.setValue(h.days());
            from.setValue(h.from() == null ? "" : h.from().toString());
            to.setValue(h.to() == null ? "" : h.to().toString());
        }
        tell();
    }

    @Override
    void rules(Checks checks) {
        checks.field("terms.hours.days", days, () -> null).text("terms.hours.from", from, Checks.matches(TIME, "check.time"), v -> both(v, to))
            .text("terms.hours.to", to, Checks.matches(TIME, "check.time"), v -> both(v, from)).alias("terms.hours", "terms.hours.from");
    }

    private static String both(String typed, TextField other) {
        if (typed.isEmpty() && !other.isEmpty()) return t("check.needed");
        return !typed.isEmpty() && typed.equals(other.getValue().trim()) ? t("packages.hoursSame") : null;
    }

    Hours hours() {
        Set<DayOfWeek> chosen = days.getValue().size() == DayOfWeek.values().length ? Set.of() : days.getValue();
        if (chosen.isEmpty() && from.isEmpty()) return null;
        return new Hours(chosen, from.isEmpty() ? null : LocalTime.parse(from.getValue().trim()), from.isEmpty() ? null : LocalTime.parse(to.getValue().trim()));
    }

    @Override
    String summary() {
        Set<DayOfWeek> chosen = days.getValue();
        boolean all = chosen.isEmpty() || chosen.size() == DayOfWeek.values().length;
        if (all && from.isEmpty()) return t("packages.always");
        String which = all ? t("packages.everyDay") : EnumSet.copyOf(chosen).stream().map(d -> Texts.of("weekday", d)).collect(Collectors.joining(", "));
        return from.isEmpty() ? which : which + ", " + from.getValue() + "–" + to.getValue();
    }
}
