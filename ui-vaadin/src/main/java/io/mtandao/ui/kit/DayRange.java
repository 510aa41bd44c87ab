package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** From a day to a day, both included, and a button that shows what lies between. */
public final class DayRange extends Div {
    private static final long serialVersionUID = 1;
    private final DayField from;
    private final DayField to;

    /** @param id of the fields: {@code <id>-from}, {@code <id>-to}, {@code <id>-show} @param checks learns their rules */
    public DayRange(String id, LocalDate first, LocalDate last, Checks checks, Runnable show) {
        from = new DayField(id + "-from", t("filter.from"));
        to = new DayField(id + "-to", t("filter.to"));
        from.setValue(first);
        to.setValue(last);
        checks.field("from", from, () -> from.isEmpty() ? t("check.needed") : null).field("to", to, this::wrong);
        add(from, to, Buttons.plain(id + "-show", t("range.show"), VaadinIcon.SEARCH, e -> show.run()));
        addClassName("day-range");
    }

    private String wrong() {
        if (to.isEmpty()) return t("check.needed");
        return !from.isEmpty() && to.getValue().isBefore(from.getValue()) ? t("range.backwards") : null;
    }

    public LocalDate first() {
        return from.getValue();
    }

    public LocalDate last() {
        return to.getValue();
    }

    /** When the first day begins. */
    public Instant begin(ZoneId zone) {
        return first().atStartOfDay(zone).toInstant();
    }

    /** When the last day is over. */
    public Instant end(ZoneId zone) {
        return last().plusDays(1).atStartOfDay(zone).toInstant();
    }
}
