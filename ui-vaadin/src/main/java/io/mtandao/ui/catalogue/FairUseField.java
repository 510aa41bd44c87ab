package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.billing.PackageTerms.FairUse;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Steps of a fair-use policy: from so much data on, this speed. They may be typed in any order. */
final class FairUseField extends Div {
    private static final long serialVersionUID = 1;
    private static final String NAMES = "terms.fairUse";
    private static final int MOST = 10;
    private final transient List<Row> rows = new ArrayList<>();
    private final Div lines = new Div();
    private final transient Runnable changed;
    private transient Checks checks;
    private int made;

    private record Row(Div line, DataField after, SpeedField down, SpeedField up) {}

    FairUseField(Runnable changed) {
        this.changed = changed;
        addClassName("fair-use");
        add(lines, Buttons.plain("package-fair-add", t("packages.fairAdd"), VaadinIcon.PLUS, e -> {
            if (rows.size() < MOST) row(null);
        }));
    }

    void rules(Checks checks) {
        this.checks = checks;
    }

    void set(List<FairUse> steps) {
        lines.removeAll();
        rows.clear();
        checks.forget(NAMES);
        steps.forEach(this::row);
    }

    private void row(FairUse step) {
        int n = made++;
        String id = "package-fair-" + rows.size();
        DataField after = new DataField(id + "-after", t("packages.fairAfter"));
        SpeedField down = new SpeedField(id + "-down", t("packages.down"));
        SpeedField up = new SpeedField(id + "-up", t("packages.up"));
        Div line = new Div(after, down, up);
        line.addClassName("fair-row");
        Row row = new Row(line, after, down, up);
        line.add(Buttons.icon(id + "-remove", t("packages.fairRemove"), VaadinIcon.CLOSE_SMALL, e -> remove(row, n)));
        if (step != null) {
            after.setMegabytes(step.afterMegabytes());
            down.setKbps(step.downKbps());
            up.setKbps(step.upKbps());
        }
        String name = NAMES + "." + n + ".";
        checks.text(name + "afterMegabytes", after, v -> after.wrong(), v -> twice(row) ? t("packages.fairTwice") : null).text(name + "downKbps", down, v -> down.wrong())
            .text(name + "upKbps", up, v -> up.wrong()).alias(NAMES, name + "afterMegabytes");
        rows.add(row);
        lines.add(line);
        changed.run();
    }

    private void remove(Row row, int n) {
        rows.remove(row);
        lines.remove(row.line());
        checks.forget(NAMES + "." + n + ".");
        changed.run();
    }

    private boolean twice(Row row) {
        return rows.stream().anyMatch(r -> r != row && r.after().wrong() == null && r.after().megabytes() == row.after().megabytes());
    }

    int size() {
        return rows.size();
    }

    List<FairUse> get() {
        return rows.stream().map(r -> new FairUse(r.after().megabytes(), r.down().kbps(), r.up().kbps())).sorted(Comparator.comparingLong(FairUse::afterMegabytes)).toList();
    }
}
