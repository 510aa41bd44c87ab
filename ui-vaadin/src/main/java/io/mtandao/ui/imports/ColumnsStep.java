package io.mtandao.ui.imports;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import io.mtandao.api.billing.SubscriberImports.Target;
import io.mtandao.ui.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which column is what: a proposal to be corrected, beside what stands in the first lines. */
final class ColumnsStep extends Div {
    private static final long serialVersionUID = 1;
    private final transient ImportDraft draft;
    private final transient Runnable changed;
    private final Div warning = new Div();

    ColumnsStep(ImportDraft draft, Runnable changed) {
        this.draft = draft;
        this.changed = changed;
        addClassName("import-step");
        add(new Paragraph(t("import.columnsText")));
        Div table = new Div();
        table.addClassName("import-columns");
        for (int i = 0; i < draft.sheet.columns().size(); i++) table.add(row(i));
        warning.addClassNames("note", "note-warn");
        warning.setId("import-columns-warning");
        add(table, warning);
        judge();
    }

    private Div row(int i) {
        String column = draft.sheet.columns().get(i);
        Select<Target> target = new Select<>();
        target.setId("import-column-" + i);
        target.setItems(Target.values());
        target.setItemLabelGenerator(x -> Texts.of("importTarget", x));
        target.setAriaLabel(column);
        target.setValue(draft.mapping.getOrDefault(column, Target.IGNORE));
        target.addValueChangeListener(e -> {
            draft.mapping.put(column, e.getValue());
            judge();
        });
        String samples = draft.sheet.firstLines().stream().filter(l -> l.size() > i).map(l -> l.get(i)).filter(v -> !v.isBlank()).limit(3).collect(Collectors.joining("  ·  "));
        Span name = new Span(column);
        name.addClassName("narrow-first");
        Span sample = new Span(samples.isEmpty() ? t("import.noSample") : samples);
        sample.addClassName("narrow-second");
        Div words = new Div(name, sample);
        Div row = new Div(words, VaadinIcon.ARROW_RIGHT.create(), target);
        row.addClassName("import-column");
        return row;
    }

    private void judge() {
        warning.removeAll();
        List<String> wrong = wrong(draft.mapping);
        warning.setVisible(!wrong.isEmpty());
        wrong.forEach(w -> warning.add(new Div(w)));
        changed.run();
    }

    boolean ready() {
        return wrong(draft.mapping).isEmpty();
    }

    /** A target twice, or no name at all. */
    private static List<String> wrong(Map<String, Target> mapping) {
        Map<Target, Long> times = mapping.values().stream().filter(x -> x != Target.IGNORE).collect(Collectors.groupingBy(x -> x, Collectors.counting()));
        List<String> out = times.entrySet().stream().filter(e -> e.getValue() > 1).map(e -> t("import.twice", Texts.of("importTarget", e.getKey())))
            .sorted().collect(Collectors.toCollection(java.util.ArrayList::new));
        if (!times.containsKey(Target.NAME)) out.add(t("import.noName"));
        return out;
    }
}
