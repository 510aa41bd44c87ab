package io.mtandao.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** What happened, at the edge of the page. Success leaves by itself, failure stays long enough to be read and can be put away. */
public final class Toast {
    private Toast() {}

    public static void ok(String text) {
        show(text, VaadinIcon.CHECK_CIRCLE, NotificationVariant.LUMO_SUCCESS, 4_000);
    }

    public static void fail(String text) {
        show(text, VaadinIcon.WARNING, NotificationVariant.LUMO_ERROR, 12_000);
    }

    private static void show(String text, VaadinIcon icon, NotificationVariant variant, int millis) {
        Notification n = new Notification();
        n.addThemeVariants(variant);
        n.setPosition(Notification.Position.BOTTOM_CENTER);
        n.setDuration(millis);
        Span words = new Span(text);
        words.addClassName("toast-text");
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), e -> n.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        close.setAriaLabel(Texts.t("action.close"));
        Div row = new Div(icon.create(), words, close);
        row.addClassName("toast");
        n.add(row);
        n.open();
    }
}
