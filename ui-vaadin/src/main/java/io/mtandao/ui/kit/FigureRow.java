package io.mtandao.ui.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A few figures side by side, each with a word below it. */
public final class FigureRow extends Div {
    private static final long serialVersionUID = 1;
    private final String prefix;

    /** @param prefix of the ids of the figures */
    public FigureRow(String prefix) {
        this.prefix = prefix;
        addClassName("figures");
    }

    /** @param tone good, bad, info, or empty */
    public FigureRow put(String name, String value, String word, String tone) {
        Span number = new Span(value);
        number.setId(prefix + "-" + name);
        number.addClassName("figure-number");
        Div f = new Div(number, new Span(word));
        f.addClassName("figure");
        if (!tone.isEmpty()) f.addClassName("figure-" + tone);
        add(f);
        return this;
    }
}
