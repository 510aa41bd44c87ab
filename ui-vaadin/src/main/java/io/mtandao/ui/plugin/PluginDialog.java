package io.mtandao.ui.plugin;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.mtandao.api.extension.Plugins.Plugin;
import io.mtandao.api.extension.Plugins.TestResult;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Copy;
import io.mtandao.ui.kit.FormDialog;
import java.util.Map;
import java.util.function.Consumer;

/** Settings of one plugin: fill in, save, try. What happens with them is told to a {@link Listener}. */
final class PluginDialog {
    /** Answers throw problems, which the dialog shows. */
    interface Listener {
        void save(boolean enabled, Map<String, String> settings);

        /** Tries the stored settings; the result comes later. */
        void test(Consumer<TestResult> result);
    }

    private final Plugin plugin;
    private final Listener listener;
    private final PluginForm form;
    private final Checkbox enabled = new Checkbox(t("plugins.enabled"));
    private final Div result = new Div();
    private Button test;

    PluginDialog(Plugin plugin, Listener listener) {
        this.plugin = plugin;
        this.listener = listener;
        form = new PluginForm(plugin);
    }

    /** @param on whether the switch for "enabled" stands on at first */
    void open(boolean on) {
        enabled.setValue(on);
        enabled.setId("plugin-enabled");
        enabled.addClassName("switch");
        result.setId("plugin-test-result");
        Div content = new Div(new Paragraph(plugin.summary()), enabled, form);
        content.addClassName("plugin-dialog");
        if (!plugin.callbackUrls().isEmpty()) content.add(callbacks());
        content.add(result);
        FormDialog dialog = new FormDialog(plugin.name(), content, t("action.save"), "plugin-save", this::save);
        dialog.setWidth("640px");
        test = Buttons.plain("plugin-test", t("plugins.saveAndTest"), VaadinIcon.CONNECT_O, e -> test());
        dialog.getFooter().getElement().insertChild(0, test.getElement());
        dialog.open();
    }

    private boolean save() {
        return form.checks().attempt(() -> listener.save(enabled.getValue(), form.settings()));
    }

    private void test() {
        if (!save()) return;
        test.setEnabled(false);
        ProgressBar busy = new ProgressBar();
        busy.setIndeterminate(true);
        result.removeAll();
        result.add(busy);
        listener.test(this::show);
    }

    private void show(TestResult r) {
        test.setEnabled(true);
        result.removeAll();
        result.add(resultNote(r));
    }

    static Div resultNote(TestResult r) {
        Div note = new Div((r.ok() ? VaadinIcon.CHECK_CIRCLE : VaadinIcon.WARNING).create(), new Span(r.text()), new Span(t("plugins.millis", r.millis())));
        note.addClassNames("note", r.ok() ? "note-good" : "note-bad");
        return note;
    }

    private Div callbacks() {
        Div part = new Div(new H4(t("plugins.callbacks")), new Paragraph(t("plugins.callbacksHelp")));
        part.addClassName("callbacks");
        plugin.callbackUrls().forEach((purpose, url) -> part.add(new Copy("callback-" + purpose, purpose, url)));
        return part;
    }
}
