package io.mtandao.ui.shell;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import io.mtandao.ui.access.Open;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;

/** There is no such page. */
@Open
public final class LostPage extends Div implements HasErrorParameter<NotFoundException> {
    private static final long serialVersionUID = 1;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        addClassName("error-page");
        add(new EmptyState(VaadinIcon.ROAD_BRANCHES, t("lost.title"), t("lost.text"),
            Buttons.primary("lost-home", t("error.home"), VaadinIcon.HOME, e -> event.getUI().navigate(""))));
        return 404;
    }
}
