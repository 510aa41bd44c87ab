package io.mtandao.ui.settings;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.BillingPolicy.DunningStep.Action;
import io.mtandao.api.billing.Reduction;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.ReductionField;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.WholeField;
import java.time.LocalDate;
import java.util.List;

/** Postpaid: when a bill is due, and what happens around that day. */
final class DunningCard extends Div {
    private static final long serialVersionUID = 1;
    private static final int MOST_DUE = 90;
    private final transient Formats formats;
    private final WholeField dueDays = new WholeField("billing-due-days", t("billing.dueDays"), 0, MOST_DUE).of(t("settings.days"));
    private final ReductionField lateFee;
    private final DunningField steps;
    private final Div timeline = new Div();
    private final Span feeHint = new Span(t("billing.feeMissing"));

    DunningCard(Formats formats, Checks checks) {
        this.formats = formats;
        lateFee = new ReductionField("billing-late-fee", t("billing.lateFee"), formats.currency()).optional();
        checks.text("dueDays", dueDays, v -> dueDays.wrong());
        steps = new DunningField(checks, this::tell);
        lateFee.rules(checks, "lateFee");
        dueDays.addValueChangeListener(e -> tell());
        lateFee.onChange(this::tell);
        timeline.setId("dunning-timeline");
        timeline.addClassName("timeline");
        feeHint.setId("billing-fee-missing");
        feeHint.addClassNames("note", "note-warn");
        addClassNames("card", "settings-card");
        add(new H2(t("billing.dunning")), new Paragraph(t("billing.dunningText")), dueDays, new H3(t("billing.steps")), steps, lateFee, feeHint, timeline);
    }

    private void tell() {
        timeline.removeAll();
        feeHint.setVisible(lateFee.isNone() && steps.get().stream().anyMatch(s -> s.action() == Action.LATE_FEE));
        if (dueDays.wrong() != null) return;
        LocalDate written = formats.today();
        LocalDate due = written.plusDays(dueDays.number());
        line(written, t("billing.written"));
        boolean dueTold = false;
        for (DunningStep s : steps.get()) {
            if (!dueTold && s.day() >= 0) {
                line(due, t("billing.dueThen"));
                dueTold = true;
            }
            line(due.plusDays(s.day()), Texts.of("dunningThen", s.action()));
        }
        if (!dueTold) line(due, t("billing.dueThen"));
    }

    private void line(LocalDate day, String what) {
        Span when = new Span(formats.day(day));
        when.addClassName("timeline-day");
        Div line = new Div(when, new Span(what));
        line.addClassName("timeline-line");
        timeline.add(line);
    }

    void show(BillingPolicy p) {
        dueDays.setNumber(p.dueDays());
        steps.set(p.dunning());
        lateFee.set(p.lateFee());
        tell();
    }

    int dueDays() {
        return dueDays.number();
    }

    List<DunningStep> steps() {
        return steps.get();
    }

    Reduction lateFee() {
        return lateFee.get();
    }
}
