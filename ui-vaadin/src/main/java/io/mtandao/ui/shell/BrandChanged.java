package io.mtandao.ui.shell;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/** Fired on the page when the ISP's name, logo or colour was changed on it. */
public final class BrandChanged extends ComponentEvent<UI> {
    private static final long serialVersionUID = 1;

    public BrandChanged(UI source) {
        super(source, false);
    }
}
