package io.mtandao.ui.kit;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;

/** The few kinds of buttons there are. */
public final class Buttons {
    private Buttons() {}

    public static Button primary(String id, String text, VaadinIcon icon, ComponentEventListener<ClickEvent<Button>> click) {
        Button b = plain(id, text, icon, click);
        b.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return b;
    }

    public static Button plain(String id, String text, VaadinIcon icon, ComponentEventListener<ClickEvent<Button>> click) {
        Button b = icon == null ? new Button(text) : new Button(text, icon.create());
        if (click != null) b.addClickListener(click);
        b.setId(id);
        return b;
    }

    /** For a row of several, or the head of a card. */
    public static Button small(String id, String text, VaadinIcon icon, ComponentEventListener<ClickEvent<Button>> click) {
        Button b = plain(id, text, icon, click);
        b.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return b;
    }

    public static Button danger(String id, String text, VaadinIcon icon, ComponentEventListener<ClickEvent<Button>> click) {
        Button b = plain(id, text, icon, click);
        b.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        return b;
    }

    /** Only a sign; its meaning is told to readers and on hovering. */
    public static Button icon(String id, String meaning, VaadinIcon icon, ComponentEventListener<ClickEvent<Button>> click) {
        Button b = new Button(icon.create(), click);
        b.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        b.setAriaLabel(meaning);
        b.setTooltipText(meaning);
        if (id != null) b.setId(id);
        return b;
    }
}
