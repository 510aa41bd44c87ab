package io.mtandao.ui.settings;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.BillingPolicy.DunningStep.Action;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.WholeField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Steps around the due date of a bill, in any order as they are typed; below stands when each would happen to a bill written today. */
final class DunningField extends Div {
    private static final long serialVersionUID = 1;
    private static final String NAMES = "dunning";
    private static final int EARLIEST = 30;
    private static final int LATEST = 120;
    private static final int MOST = 20;
    private final transient List<Row> rows = new ArrayList<>();
    private final Div lines = new Div();
    private final Paragraph none = new Paragraph(t("billing.noDunning"));
    private final transient Checks checks;
    private final transient Runnable changed;
    private int made;

    /** Before or after the due date. */
    enum Side {
        BEFORE,
        AFTER
    }

    private record Row(Div line, WholeField days, Select<Side> side, Select<Action> action) {
        int day() {
            return side.getValue() == Side.BEFORE ? -days.number() : days.number();
        }

        boolean ok() {
            return days.wrong() == null && (side.getValue() == Side.AFTER || days.number() <= EARLIEST);
        }
    }

    DunningField(Checks checks, Runnable changed) {
        this.checks = checks;
        this.changed = changed;
        none.addClassName("hint");
        add(none, lines, Buttons.plain("dunning-add", t("billing.dunningAdd"), VaadinIcon.PLUS, e -> {
            if (rows.size() == MOST) return;
            row(new DunningStep(rows.isEmpty() ? -3 : 1, Action.REMIND));
            changed.run();
        }));
    }

    void set(List<DunningStep> steps) {
        lines.removeAll();
        rows.clear();
        checks.forget(NAMES + ".");
        steps.forEach(this::row);
        none.setVisible(rows.isEmpty());
    }

    private void row(DunningStep step) {
        String id = "dunning-" + rows.size();
        String name = NAMES + "." + made++;
        WholeField days = new WholeField(id + "-days", null, 0, LATEST);
        days.setAriaLabel(t("billing.dunningDays"));
        Select<Side> side = select(id + "-side", t("billing.dunningSide"), "dunningSide", Side.values());
        Select<Action> action = select(id + "-action", t("billing.dunningAction"), "dunningAction", Action.values());
        days.setNumber(Math.abs(step.day()));
        side.setValue(step.day() < 0 ? Side.BEFORE : Side.AFTER);
        action.setValue(step.action());
        Div line = new Div(days, side, action);
        line.addClassName("dunning-row");
        Row row = new Row(line, days, side, action);
        line.add(Buttons.icon(id + "-remove", t("billing.dunningRemove"), VaadinIcon.CLOSE_SMALL, e -> {
            rows.remove(row);
            lines.remove(line);
            checks.forget(name);
            none.setVisible(rows.isEmpty());
            changed.run();
        }));
        checks.text(name, days, v -> days.wrong(), v -> row.ok() ? null : t("billing.dunningEarly", EARLIEST), v -> twice(row) ? t("billing.dunningTwice") : null).alias(NAMES, name);
        for (HasValue<?, ?> f : List.<HasValue<?, ?>>of(days, side, action)) f.addValueChangeListener(e -> changed.run());
        rows.add(row);
        lines.add(line);
        none.setVisible(false);
    }

    private static <E extends Enum<E>> Select<E> select(String id, String label, String kind, E[] values) {
        Select<E> s = new Select<>();
        s.setId(id);
        s.setAriaLabel(label);
        s.setItems(values);
        s.setItemLabelGenerator(v -> Texts.of(kind, v));
        return s;
    }

    private boolean twice(Row row) {
        return rows.stream().anyMatch(r -> r != row && r.ok() && r.day() == row.day());
    }

    /** Those that are right so far, in the order of days. */
    List<DunningStep> get() {
        return rows.stream().filter(Row::ok).map(r -> new DunningStep(r.day(), r.action().getValue())).sorted(Comparator.comparingInt(DunningStep::day)).toList();
    }
}
