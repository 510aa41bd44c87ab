package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Shows one thing in full over the list that it stands in. */
public class InfoDialog extends Dialog {
    private static final long serialVersionUID = 1;

    public InfoDialog(String title, Component... content) {
        setHeaderTitle(title);
        addClassName("info-dialog");
        setWidth("640px");
        setMaxWidth("96vw");
        var x = Buttons.icon("info-close", t("action.close"), VaadinIcon.CLOSE_SMALL, e -> close());
        x.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getHeader().add(x);
        add(new Div(content));
    }

    public void actions(Component... buttons) {
        getFooter().removeAll();
        getFooter().add(buttons);
    }
}
