package io.mtandao.ui.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.QueryParameters;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Problem;
import io.mtandao.api.TenantSuspended;
import io.mtandao.api.Unauthenticated;
import io.mtandao.ui.boot.Services;
import io.mtandao.ui.kit.Problems;
import java.util.Map;

/** Lets nobody in to a view without the right to see it; remembers where somebody without a session wanted to go. */
public final class Guard implements BeforeEnterListener {
    private static final long serialVersionUID = 1;
    public static final String SIGN_IN = "sign-in";
    public static final String OPERATOR_SIGN_IN = "operator/sign-in";
    private final transient Services services;

    public Guard(Services services) {
        this.services = services;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Class<?> view = event.getNavigationTarget();
        if (view.isAnnotationPresent(Open.class) || HasErrorParameter.class.isAssignableFrom(view)) return;
        if (view.isAnnotationPresent(ForOperator.class)) operator(event);
        else staff(event, view.getAnnotation(Needs.class));
    }

    private void operator(BeforeEnterEvent event) {
        try {
            OperatorDesk.current(services).operator();
        } catch (Unauthenticated e) {
            OperatorDesk.current(services).signOut();
            event.forwardTo(OPERATOR_SIGN_IN, back(event));
        }
    }

    private void staff(BeforeEnterEvent event, Needs needs) {
        Who who = Who.current(services);
        try {
            if (needs != null && !who.may(needs.value())) event.rerouteToError(new Forbidden(needs.value()), "");
            else who.caller();
        } catch (Unauthenticated e) {
            if (who.isSignedIn()) Problems.tell(e);
            who.forget();
            event.forwardTo(SIGN_IN, back(event));
        } catch (TenantSuspended e) {
            Problems.tell(e);
            who.forget();
            event.forwardTo(SIGN_IN);
        }
    }

    private static QueryParameters back(BeforeEnterEvent event) {
        String wished = event.getLocation().getPathWithQueryParameters();
        return wished.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(Map.of("to", wished));
    }

    /** When a call in an open page finds that the session is over. */
    public static void toSignIn(UI ui, Who who, Problem why) {
        boolean operator = ui.getActiveViewLocation().getFirstSegment().equals("operator");
        Problems.tell(why);
        if (!operator) who.forget();
        String wished = ui.getActiveViewLocation().getPathWithQueryParameters();
        ui.navigate(operator ? OPERATOR_SIGN_IN : SIGN_IN, QueryParameters.simple(Map.of("to", wished)));
    }

    /** Only a place of this UI: never an address that a link from outside brought along. */
    public static String safe(String to) {
        return to == null || !to.matches("[a-z0-9][A-Za-z0-9/_?=&.%-]*") || to.startsWith(SIGN_IN) || to.startsWith(OPERATOR_SIGN_IN) ? "" : to;
    }
}
