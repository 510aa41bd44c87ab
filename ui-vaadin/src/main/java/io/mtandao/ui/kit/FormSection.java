package io.mtandao.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;

/** A part of a long form that is folded until it is needed. With {@link #reveal} it unfolds by itself when something in it is wrong. */
public final class FormSection extends NativeDetails {
    private static final long serialVersionUID = 1;

    public FormSection(String id, String title, boolean open, Component... content) {
        super(new Span(title), new Div(content));
        setId(id);
        setOpen(open);
        addClassName("form-section");
    }

    /** For {@link Checks#reveal}. */
    public static void reveal(Component field) {
        for (Optional<Component> c = field.getParent(); c.isPresent(); c = c.get().getParent()) if (c.get() instanceof FormSection section) section.setOpen(true);
    }
}
