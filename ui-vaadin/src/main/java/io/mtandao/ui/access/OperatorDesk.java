package io.mtandao.ui.access;

import com.vaadin.flow.server.VaadinSession;
import io.mtandao.api.Origin;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.Operators;
import io.mtandao.api.tenant.Operators.Operator;
import io.mtandao.ui.boot.BrowserRules;
import io.mtandao.ui.boot.Services;

/** The platform's operator at this browser session; asked again like {@link Who}. */
public final class OperatorDesk {
    private final Operators operators;
    private String token;
    private Operator operator;
    private long askedAt;
    private Origin origin;

    private OperatorDesk(Services services) {
        operators = services.get(Operators.class);
    }

    public static OperatorDesk current(Services services) {
        VaadinSession session = VaadinSession.getCurrent();
        OperatorDesk desk = session.getAttribute(OperatorDesk.class);
        if (desk == null) session.setAttribute(OperatorDesk.class, desk = new OperatorDesk(services));
        return desk;
    }

    public void signIn(String email, String password) {
        Operators.OperatorSession session = operators.signIn(email, password, here());
        BrowserRules.freshSessionId();
        token = session.token();
        operator = session.operator();
        askedAt = System.nanoTime();
    }

    public void signOut() {
        String old = token;
        token = null;
        operator = null;
        if (old != null) operators.signOut(old);
    }

    public boolean isSignedIn() {
        return token != null;
    }

    /** @throws Unauthenticated */
    public Operator operator() {
        if (token == null) throw new Unauthenticated("sign in first");
        if (System.nanoTime() - askedAt > Who.BELIEVED.toNanos()) {
            operator = operators.authenticate(token, here());
            askedAt = System.nanoTime();
        }
        return operator;
    }

    public Origin here() {
        return origin = Origins.now(origin);
    }
}
