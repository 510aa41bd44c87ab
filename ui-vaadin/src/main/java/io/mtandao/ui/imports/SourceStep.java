package io.mtandao.ui.imports;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import io.mtandao.api.billing.SubscriberImports.Sheet;
import io.mtandao.api.router.Router;
import io.mtandao.ui.imports.ImportDraft.Source;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.Uploads;
import java.util.List;
import java.util.function.Function;

/** From where: a spreadsheet, a router's export, or a router itself. */
final class SourceStep extends Div {
    private static final long serialVersionUID = 1;
    private static final int MOST = 20_000_000;
    private final transient ImportDraft draft;
    private final transient Function<byte[], Sheet> look;
    private final transient Runnable changed;
    private final Div file = new Div();
    private final Select<Router> router = new Select<>();
    private final Paragraph help = new Paragraph();

    /** @param look reads the head of a spreadsheet @param changed runs when the step may have become complete */
    SourceStep(ImportDraft draft, List<Router> routers, Function<byte[], Sheet> look, Runnable changed) {
        this.draft = draft;
        this.look = look;
        this.changed = changed;
        addClassName("import-step");
        RadioButtonGroup<Source> source = new RadioButtonGroup<>();
        source.setId("import-source");
        source.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        source.setItems(Source.values());
        source.setItemLabelGenerator(s -> Texts.of("importSource", s));
        source.setItemEnabledProvider(s -> s != Source.ROUTER || !routers.isEmpty());
        source.setValue(draft.source);
        source.addValueChangeListener(e -> {
            draft.source = e.getValue();
            draft.noFile();
            draw();
        });
        router.setId("import-router");
        router.setItems(routers);
        router.setItemLabelGenerator(r -> r == null ? t("subscriptions.noRouter") : r.name());
        router.setEmptySelectionAllowed(true);
        router.setEmptySelectionCaption(t("subscriptions.noRouter"));
        routers.stream().filter(r -> Long.valueOf(r.id()).equals(draft.routerId)).findFirst().ifPresent(router::setValue);
        router.addValueChangeListener(e -> {
            draft.routerId = e.getValue() == null ? null : e.getValue().id();
            changed.run();
        });
        Checkbox make = new Checkbox(t("import.makePackages"), draft.makePackages);
        make.setId("import-make-packages");
        make.addValueChangeListener(e -> draft.makePackages = e.getValue());
        add(source, help, file, router, make);
        draw();
    }

    private void draw() {
        help.setText(Texts.of("importHelp", draft.source));
        router.setLabel(t(draft.source == Source.ROUTER ? "import.readRouter" : "import.putOnRouter"));
        file.removeAll();
        if (draft.source != Source.ROUTER) {
            Upload upload = Uploads.one("import-upload", MOST, draft.source == Source.CSV ? List.of(".csv", ".txt", "text/csv", "text/plain") : List.of(".rsc", ".txt", "text/plain"),
                this::received);
            upload.addFileRemovedListener(e -> {
                draft.noFile();
                changed.run();
            });
            file.add(upload);
            if (draft.file != null) file.add(received());
        }
        changed.run();
    }

    private void received(String name, String type, byte[] content) {
        draft.file(name, content, draft.source == Source.CSV ? look.apply(content) : null);
        draw();
    }

    private Div received() {
        String text = draft.sheet == null ? draft.fileName : t("import.received", draft.fileName, draft.sheet.lines(), draft.sheet.columns().size());
        Div note = new Div(VaadinIcon.FILE_TABLE.create(), new Span(text));
        note.setId("import-received");
        note.addClassNames("note", "note-good");
        return note;
    }
}
