package io.mtandao.ui.boot;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import io.mtandao.api.Problem;
import io.mtandao.api.TenantSuspended;
import io.mtandao.api.Unauthenticated;
import io.mtandao.ui.access.Guard;
import io.mtandao.ui.access.Locales;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Problems;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What holds for every session and every page: time-out, language, the guard at each navigation, and what a person sees of a failure. */
public final class UiRules {
    private static final Logger LOG = LoggerFactory.getLogger(UiRules.class);
    private static final Duration IDLE = Duration.ofMinutes(30);
    private final Services services;

    public UiRules(Services services) {
        this.services = services;
    }

    public void install(VaadinService service) {
        service.addSessionInitListener(this::session);
        service.addUIInitListener(e -> page(e.getUI()));
    }

    private void session(SessionInitEvent event) {
        VaadinSession session = event.getSession();
        session.getSession().setMaxInactiveInterval((int) IDLE.toSeconds());
        session.setErrorHandler(this::failed);
        BrowserRules.sessionCookie();
    }

    private void page(UI ui) {
        Locales.apply(ui);
        ui.addBeforeEnterListener(new Guard(services));
    }

    /** Whatever a listener throws ends here: a page never dies silently. */
    private void failed(ErrorEvent event) {
        Throwable cause = event.getThrowable();
        while (!(cause instanceof Problem) && cause.getCause() != null) cause = cause.getCause();
        UI ui = UI.getCurrent();
        if (cause instanceof Unauthenticated || cause instanceof TenantSuspended) {
            if (ui != null) Guard.toSignIn(ui, Who.current(services), (Problem) cause);
        } else if (cause instanceof Problem problem) {
            if (ui != null) Problems.tell(problem);
        } else {
            String mark = Problems.newMark();
            LOG.error("UI failure {}", mark, event.getThrowable());
            if (ui != null) Problems.broken(mark);
        }
    }
}
