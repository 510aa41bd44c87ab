package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;

/**
 * A text to be taken elsewhere, with a button that copies it, also without https, where browsers give no clipboard API. A path becomes a full
 * address by what the browser knows of this server: behind a proxy it knows better than the server does.
 */
public final class Copy extends TextField {
    private static final long serialVersionUID = 1;

    public Copy(String id, String label, String text) {
        super(label);
        setId(id);
        setWidthFull();
        setReadOnly(true);
        setValue(text);
        if (text.startsWith("/")) getElement().executeJs("this.value = location.origin + $0", text);
        addClassName("copy-field");
        Button copy = Buttons.icon(id + "-copy", t("action.copy"), VaadinIcon.COPY_O, e -> Toast.ok(t("copy.done")));
        copy.getElement().executeJs("""
            this.addEventListener('click', () => { const f = $0.inputElement;
              if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(f.value);
              else { f.select(); document.execCommand('copy'); } });""", getElement());
        setSuffixComponent(copy);
    }
}
