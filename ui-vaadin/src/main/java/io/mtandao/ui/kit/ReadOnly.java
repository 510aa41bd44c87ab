package io.mtandao.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;

/** A form for who may see it, but not change it: fields that only show, and no buttons. */
public final class ReadOnly {
    private ReadOnly() {}

    public static void make(Component c) {
        if (c instanceof HasValue<?, ?> field) field.setReadOnly(true);
        else if (c instanceof Button b) b.setVisible(false);
        else c.getChildren().forEach(ReadOnly::make);
    }
}
