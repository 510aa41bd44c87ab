package io.mtandao.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Names and values side by side; what has no value is left out. */
public class Facts extends Div {
    private static final long serialVersionUID = 1;

    public Facts() {
        addClassName("facts");
    }

    public Facts put(String name, String value) {
        return value == null || value.isBlank() ? this : put(name, new Span(value));
    }

    public Facts put(String name, Component value) {
        Span label = new Span(name);
        label.addClassName("fact-name");
        Div v = new Div(value);
        v.addClassName("fact-value");
        Div fact = new Div(label, v);
        fact.addClassName("fact");
        add(fact);
        return this;
    }
}
