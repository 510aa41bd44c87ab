package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.mtandao.api.billing.Period;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.WholeField;

/** How long: a number and a unit. */
final class PeriodField extends Div {
    private static final long serialVersionUID = 1;
    final WholeField count;
    final Select<Period.Unit> unit = new Select<>();
    private boolean optional;

    /** @param id of the fields, {@code <id>-count} and {@code <id>-unit} */
    PeriodField(String id, String label) {
        count = new WholeField(id + "-count", label, 1, 1000);
        unit.setId(id + "-unit");
        unit.setLabel(t("packages.unit"));
        unit.setItems(Period.Unit.values());
        unit.setItemLabelGenerator(u -> Texts.of("periodUnit", u));
        unit.setValue(Period.Unit.MONTH);
        addClassName("field-pair");
        add(count, unit);
    }

    /** An empty number is allowed and means none. */
    PeriodField optional() {
        optional = true;
        count.optional();
        return this;
    }

    void rules(Checks checks, String name) {
        checks.text(name + ".count", count, v -> count.wrong()).field(name + ".unit", unit, () -> unit.isEmpty() ? t("check.needed") : null).alias(name, name + ".count");
    }

    void set(Period period) {
        count.setNumber(period == null ? null : period.count());
        if (period != null) unit.setValue(period.unit());
    }

    /** @return null when it is empty and may be */
    Period get() {
        return optional && count.getValue().isBlank() ? null : new Period(count.number(), unit.getValue());
    }
}
