package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.BooleanSupplier;

/** A form in a dialog: Enter (with a text area: Ctrl+Enter) submits, Esc closes, and it stays open until the submission went well. */
public final class FormDialog extends Dialog {
    private static final long serialVersionUID = 1;
    private final Button submit = new Button();

    /**
     * @param id of the submitting button
     * @param action answers whether the dialog may close
     */
    public FormDialog(String title, Component content, String label, String id, BooleanSupplier action) {
        setHeaderTitle(title);
        addClassName("form-dialog");
        setWidth("560px");
        setMaxWidth("96vw");
        setCloseOnOutsideClick(false);
        Button x = new Button(VaadinIcon.CLOSE_SMALL.create(), e -> close());
        x.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        x.setAriaLabel(t("action.close"));
        getHeader().add(x);
        add(new Div(content));
        submit.setText(label);
        submit.setId(id);
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(e -> {
            try {
                if (action.getAsBoolean()) close();
            } finally {
                submit.setEnabled(true);
            }
        });
        Button cancel = new Button(t("action.cancel"), e -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, submit);
        if (holdsTextArea(content)) submit.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        else submit.addClickShortcut(Key.ENTER);
    }

    public Button submit() {
        return submit;
    }

    /** Something else that can be done with what the form is about, at the left of the foot. */
    public void beside(Component other) {
        getFooter().getElement().insertChild(0, other.getElement());
    }

    private static boolean holdsTextArea(Component c) {
        return c instanceof TextArea || c.getChildren().anyMatch(FormDialog::holdsTextArea);
    }
}
