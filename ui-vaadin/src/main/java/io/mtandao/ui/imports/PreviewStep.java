package io.mtandao.ui.imports;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import io.mtandao.api.billing.SubscriberImports.Line;
import io.mtandao.api.billing.SubscriberImports.Mode;
import io.mtandao.api.billing.SubscriberImports.Preview;
import io.mtandao.ui.kit.Texts;

/** What an import would do, with every bad line and why; and how to go about the bad ones. */
final class PreviewStep extends Div {
    private static final long serialVersionUID = 1;
    private final RadioButtonGroup<Mode> mode = new RadioButtonGroup<>();
    private final transient Preview preview;

    PreviewStep(Preview preview) {
        this.preview = preview;
        addClassName("import-step");
        setId("import-preview");
        add(figures(preview.total(), preview.fresh(), preview.changed(), preview.same(), preview.bad()));
        if (!preview.packagesToMake().isEmpty()) {
            Div note = new Div(VaadinIcon.PACKAGE.create(), new Span(t("import.willMake", String.join(", ", preview.packagesToMake()))));
            note.addClassNames("note", "note-info");
            add(note);
        }
        mode.setId("import-mode");
        mode.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        mode.setLabel(t("import.mode", preview.bad()));
        mode.setItems(Mode.values());
        mode.setItemLabelGenerator(m -> Texts.of("importMode", m));
        mode.setValue(preview.bad() > 0 ? Mode.GOOD_LINES : Mode.ALL_OR_NOTHING);
        mode.setVisible(preview.bad() > 0);
        mode.setItemEnabledProvider(m -> m == Mode.GOOD_LINES || preview.bad() == 0);
        add(mode);
        if (preview.lines().isEmpty()) {
            add(new Paragraph(t("import.nothingToDo")));
            return;
        }
        LinesGrid grid = new LinesGrid("import-lines", preview.lines());
        Checkbox onlyBad = new Checkbox(t("import.onlyBad"), preview.bad() > 0);
        onlyBad.setId("import-only-bad");
        onlyBad.setVisible(preview.bad() > 0 && preview.bad() < preview.lines().size());
        Runnable filter = () -> grid.setItems(onlyBad.getValue() ? preview.lines().stream().filter(l -> l.state() == Line.State.BAD).toList() : preview.lines());
        onlyBad.addValueChangeListener(e -> filter.run());
        filter.run();
        add(onlyBad, grid);
    }

    Mode mode() {
        return mode.getValue();
    }

    /** Whether a run would change anything. */
    boolean ready() {
        return preview.fresh() + preview.changed() > 0;
    }

    static Div figures(int total, int fresh, int changed, int same, int bad) {
        Div row = new Div();
        row.addClassName("figures");
        if (total >= 0) row.add(figure("total", total, ""));
        row.add(figure("fresh", fresh, "good"), figure("changed", changed, "info"), figure("same", same, ""), figure("bad", bad, bad > 0 ? "bad" : ""));
        return row;
    }

    private static Div figure(String name, int n, String tone) {
        Span number = new Span(Integer.toString(n));
        number.setId("import-" + name);
        number.addClassName("figure-number");
        Div f = new Div(number, new Span(t("import." + name)));
        f.addClassName("figure");
        if (!tone.isEmpty()) f.addClassName("figure-" + tone);
        return f;
    }
}
