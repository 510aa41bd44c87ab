package io.mtandao.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** Title, one line of explanation, and what can be done on this page. */
public final class PageHeader extends Div {
    private static final long serialVersionUID = 1;
    private final Div actions = new Div();

    public PageHeader(String title, String explanation, Component... actions) {
        addClassName("page-header");
        Div words = new Div(new H1(title));
        words.addClassName("page-words");
        if (explanation != null) words.add(new Paragraph(explanation));
        this.actions.addClassName("page-actions");
        this.actions.add(actions);
        add(words, this.actions);
    }
}
