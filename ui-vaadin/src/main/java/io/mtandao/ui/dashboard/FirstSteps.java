package io.mtandao.ui.dashboard;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** What a new ISP has still to do before its first subscriber is online; gone when all is done. */
final class FirstSteps extends Div {
    private static final long serialVersionUID = 1;

    FirstSteps(List<Step> steps) {
        setId("first-steps");
        addClassNames("card", "first-steps");
        long done = steps.stream().filter(Step::done).count();
        ProgressBar bar = new ProgressBar(0, steps.size(), done);
        Div head = new Div(new H2(t("steps.title")), new Span(t("steps.done", done, steps.size())));
        head.addClassName("card-head");
        add(head, new Paragraph(t("steps.text")), bar);
        for (Step s : steps) {
            Div words = new Div(new Span(t("steps." + s.name())), new Span(t("steps." + s.name() + "Text")));
            words.addClassName("step-words");
            Div row = new Div((s.done() ? VaadinIcon.CHECK_CIRCLE : VaadinIcon.CIRCLE_THIN).create(), words);
            if (!s.done()) {
                RouterLink go = new RouterLink(t("steps.go"), s.where());
                go.setId("step-" + s.name());
                row.add(go);
            }
            row.addClassNames("step-row", s.done() ? "step-row-done" : "step-row-open");
            add(row);
        }
    }
}
