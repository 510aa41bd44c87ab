package io.mtandao.ui.access;

import com.vaadin.flow.server.VaadinSession;
import io.mtandao.api.Caller;
import io.mtandao.api.Origin;
import io.mtandao.api.Permission;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.Sessions;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.ui.boot.BrowserRules;
import io.mtandao.ui.boot.Services;
import io.mtandao.ui.kit.Formats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Who sits at this browser session. It keeps the token, never a right: who the token's holder is and what he may do is asked again every few
 * seconds, so that an expiry, a suspension or another role acts on open pages too.
 */
public final class Who {
    static final Duration BELIEVED = Duration.ofSeconds(5);
    private final Sessions sessions;
    private final Settings settings;
    private final Clock clock;
    private String token;
    private Instant expiresAt;
    private Caller caller;
    private long askedAt;
    private Origin origin;
    private TenantSettings known;
    private long knownAt;
    private String acting;

    private Who(Services services) {
        sessions = services.get(Sessions.class);
        settings = services.get(Settings.class);
        clock = services.get(Clock.class);
    }

    public static Who current(Services services) {
        VaadinSession session = VaadinSession.getCurrent();
        Who who = session.getAttribute(Who.class);
        if (who == null) session.setAttribute(Who.class, who = new Who(services));
        return who;
    }

    public void signIn(String isp, String email, String password) {
        Sessions.Session session = sessions.signIn(isp, email, password, here());
        BrowserRules.freshSessionId();
        enter(session, null);
    }

    /** @param reason why the operator acts inside this ISP, or null for its own staff */
    public void enter(Sessions.Session session, String reason) {
        token = session.token();
        expiresAt = session.expiresAt();
        caller = session.caller();
        askedAt = System.nanoTime();
        known = null;
        acting = reason;
        Locales.ofIsp(Locale.forLanguageTag(settings().language()));
    }

    public void signOut() {
        String old = token;
        forget();
        if (old != null) sessions.signOut(old);
    }

    void forget() {
        token = null;
        caller = null;
        known = null;
        acting = null;
    }

    public boolean isSignedIn() {
        return token != null;
    }

    /**
     * The first argument of every call to a service.
     *
     * @throws Unauthenticated when nobody is signed in, or not any more
     * @throws io.mtandao.api.TenantSuspended
     */
    public Caller caller() {
        if (token == null) throw new Unauthenticated("sign in first");
        if (System.nanoTime() - askedAt > BELIEVED.toNanos()) {
            caller = sessions.authenticate(token, here());
            askedAt = System.nanoTime();
        }
        return caller;
    }

    /** Believes nothing any more; the next call asks. */
    void age() {
        askedAt = System.nanoTime() - BELIEVED.toNanos() - 1;
        known = null;
    }

    public boolean may(Permission permission) {
        return caller().may(permission);
    }

    /** The operator acting inside an ISP: his reason, else null. */
    public String acting() {
        return acting;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** The ISP's settings, at most some seconds old. */
    public TenantSettings settings() {
        if (known == null || System.nanoTime() - knownAt > BELIEVED.toNanos()) {
            known = settings.get(caller());
            knownAt = System.nanoTime();
        }
        return known;
    }

    public void settingsChanged(TenantSettings now) {
        known = now;
        knownAt = System.nanoTime();
    }

    public Formats formats() {
        TenantSettings s = settings();
        return new Formats(s.zone(), s.currency(), Locales.now(), clock);
    }

    public Origin here() {
        return origin = Origins.now(origin);
    }
}
