package io.mtandao.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Nothing is here yet: says what this place is for and what to do next. */
public final class EmptyState extends Div {
    private static final long serialVersionUID = 1;

    public EmptyState(VaadinIcon icon, String title, String text, Component... next) {
        addClassName("empty-state");
        Span sign = new Span(icon.create());
        sign.addClassName("empty-icon");
        Span head = new Span(title);
        head.addClassName("empty-title");
        add(sign, head, new Paragraph(text));
        if (next.length > 0) {
            Div row = new Div(next);
            row.addClassName("empty-actions");
            add(row);
        }
    }
}
