package io.mtandao.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Which columns a laptop shows and which a phone; the browser decides by its width, nobody is asked. */
public final class Widths {
    private static final String ONLY = "const m = matchMedia('(max-width: 760px)'); const f = () => { this.hidden = m.matches === $0; }; m.addEventListener('change', f); f();";

    private Widths() {}

    public static <T> Grid.Column<T> onlyWide(Grid.Column<T> column) {
        column.getElement().executeJs(ONLY, true);
        return column;
    }

    public static <T> Grid.Column<T> onlyNarrow(Grid.Column<T> column) {
        column.getElement().executeJs(ONLY, false);
        return column;
    }

    /** @param right may be null */
    public static Div twoLines(String first, String second, Component right) {
        Span top = new Span(first);
        top.addClassName("narrow-first");
        Span below = new Span(second);
        below.addClassName("narrow-second");
        Div row = new Div(new Div(top, below));
        if (right != null) row.add(right);
        row.addClassName("narrow-row");
        return row;
    }
}
