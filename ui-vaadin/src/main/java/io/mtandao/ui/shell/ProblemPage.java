package io.mtandao.ui.shell;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import io.mtandao.api.Forbidden;
import io.mtandao.api.NotFound;
import io.mtandao.api.Problem;
import io.mtandao.ui.access.Open;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Problems;

/** A page that could not be shown because a service said no. */
@Open
public final class ProblemPage extends Div implements HasErrorParameter<Problem> {
    private static final long serialVersionUID = 1;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Problem> parameter) {
        Problem problem = parameter.getException();
        setId("problem-page");
        addClassName("error-page");
        add(new EmptyState(problem instanceof Forbidden ? VaadinIcon.LOCK : VaadinIcon.QUESTION_CIRCLE_O, t("error.title"), Problems.text(problem),
            Buttons.primary("problem-home", t("error.home"), VaadinIcon.HOME, e -> getUI().ifPresent(ui -> ui.navigate("")))));
        return problem instanceof Forbidden ? 403 : problem instanceof NotFound ? 404 : 500;
    }
}
