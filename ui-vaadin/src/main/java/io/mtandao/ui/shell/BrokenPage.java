package io.mtandao.ui.shell;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import io.mtandao.ui.access.Open;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our own fault: the log has it under the mark that the page shows, the person does not see its insides. */
@Open
public final class BrokenPage extends Div implements HasErrorParameter<Exception> {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(BrokenPage.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String mark = Problems.newMark();
        LOG.error("UI failure {} on the way to {}", mark, event.getLocation().getPath(), parameter.getException());
        addClassName("error-page");
        add(new EmptyState(VaadinIcon.WARNING, t("broken.title"), t("problem.broken", mark),
            Buttons.primary("broken-home", t("error.home"), VaadinIcon.HOME, e -> event.getUI().navigate(""))));
        return 500;
    }
}
