package io.mtandao.ui.message;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.mtandao.api.Problem;
import io.mtandao.api.messaging.Messages.Template;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.kit.Texts;
import java.util.function.UnaryOperator;

/** The text of one occasion, the words it may use, and how it will read. */
final class TemplateForm extends Div {
    private static final long serialVersionUID = 1;

    interface Save {
        void save(boolean enabled, String text, String whatsAppTemplate);
    }

    private final transient Checks checks = new Checks();
    private final transient Template template;
    private final transient UnaryOperator<String> preview;
    private final Checkbox enabled = new Checkbox(t("templates.enabled"));
    private final TextArea text = new TextArea(t("templates.text"));
    private final TextField whatsApp = new TextField(t("templates.whatsApp"));
    private final Div shown = new Div();
    private final Span length = new Span();

    /** @param preview what a message of such a text would look like */
    TemplateForm(Template template, UnaryOperator<String> preview) {
        this.template = template;
        this.preview = preview;
        addClassName("template-form");
        enabled.setId("template-enabled");
        enabled.addClassName("switch");
        enabled.setValue(template.enabled());
        text.setId("template-text");
        text.setWidthFull();
        text.setMinHeight("7em");
        whatsApp.setId("template-whatsapp");
        whatsApp.setWidthFull();
        whatsApp.setHelperText(t("templates.whatsAppHelp"));
        whatsApp.setValue(template.whatsAppTemplate() == null ? "" : template.whatsAppTemplate());
        checks.text("text", text, Checks.needed(), Checks.atMost(1000)).text("whatsAppTemplate", whatsApp, Checks.atMost(100));
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(e -> preview());
        Span caption = new Span(t("templates.preview"));
        caption.addClassName("fact-name");
        length.addClassName("fact-name");
        shown.setId("template-preview");
        shown.addClassName("message-text");
        add(enabled, text, words(), caption, shown, length, whatsApp);
        text.setValue(template.text());
        preview();
    }

    private Div words() {
        Div row = new Div(new Span(t("templates.words")));
        row.addClassName("template-words");
        template.words().forEach((word, meaning) -> {
            Button b = new Button("{{" + word + "}}");
            b.setId("word-" + word);
            b.setTooltipText(meaning);
            b.addThemeVariants(ButtonVariant.LUMO_SMALL);
            b.addClickListener(e -> text.setValue(text.getValue() + (text.getValue().isEmpty() || text.getValue().endsWith(" ") ? "" : " ") + "{{" + word + "}}"));
            row.add(b);
        });
        return row;
    }

    private void preview() {
        try {
            String out = preview.apply(text.getValue());
            shown.setText(out);
            length.setText(t("templates.length", out.length(), parts(out)));
        } catch (Problem e) {
            shown.setText(Problems.text(e));
            length.setText("");
        }
    }

    /** How many SMS a text takes: 160 characters of the GSM alphabet (153 when joined), else 70 (67). Rough about the few doubled GSM characters. */
    static int parts(String text) {
        boolean gsm = text.chars().allMatch(c -> c == '\n' || c == '\r' || c >= 32 && c < 127 && "`".indexOf(c) < 0 || "£¥èéùìòÇØøÅåÆæßÉ¤¡ÄÖÑÜ§¿äöñüà€".indexOf(c) >= 0);
        int one = gsm ? 160 : 70;
        int joined = gsm ? 153 : 67;
        return text.length() <= one ? 1 : (text.length() + joined - 1) / joined;
    }

    void dialog(Save save) {
        FormDialog d = new FormDialog(Texts.orElse(template.event(), "event." + template.event()), this, t("action.save"), "template-save",
            () -> checks.attempt(() -> save.save(enabled.getValue(), text.getValue().trim(), whatsApp.getValue().isBlank() ? null : whatsApp.getValue().trim())));
        d.setWidth("640px");
        d.open();
    }
}
