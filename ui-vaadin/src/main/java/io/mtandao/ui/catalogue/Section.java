package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.ui.kit.Checks;

/** A part of a package that most leave as it is: folded, with one line that says what is in it. */
abstract class Section extends NativeDetails {
    private static final long serialVersionUID = 1;
    private final Span line = new Span();

    Section(String key, VaadinIcon icon) {
        setId("package-section-" + key);
        addClassNames("card", "section");
        Span title = new Span(t("packages.section." + key));
        title.addClassName("section-title");
        line.addClassName("section-line");
        setSummary(icon.create(), title, line);
    }

    abstract void fill(PackageTerms terms);

    abstract void rules(Checks checks);

    /** What is in it, in a few words; also while something in it is wrong. */
    abstract String summary();

    protected void content(Component... fields) {
        FormLayout layout = new FormLayout(fields);
        layout.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("30em", 2));
        setContent(layout);
    }

    /** The line follows these. */
    protected void watch(HasValue<?, ?>... fields) {
        for (HasValue<?, ?> f : fields) f.addValueChangeListener(e -> tell());
    }

    final void tell() {
        line.setText(summary());
    }
}
