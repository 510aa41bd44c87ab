package io.mtandao.ui.boot;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What browsers are told for safety: headers, and the attributes of the session cookie, which the container leaves out. */
public final class BrowserRules {
    private static final String CONTENT = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; font-src 'self' data:; frame-ancestors 'self'; base-uri 'self'; form-action 'self'";

    private BrowserRules() {}

    static void headers(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", CONTENT);
    }

    /** A new id for the session, so that one planted before the sign-in is worth nothing after it. */
    public static void freshSessionId() {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        if (request == null || request.getHttpServletRequest().getSession(false) == null) return;
        request.getHttpServletRequest().changeSessionId();
        sessionCookie();
    }

    /** Adds HttpOnly, SameSite and (on https) Secure to the cookies set in the running request. */
    static void sessionCookie() {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        VaadinServletResponse response = VaadinServletResponse.getCurrent();
        if (request != null && response != null) sessionCookie(request.getHttpServletRequest(), response.getHttpServletResponse());
    }

    static void sessionCookie(HttpServletRequest request, HttpServletResponse response) {
        Collection<String> set = response.getHeaders("Set-Cookie");
        if (set == null || set.isEmpty() || response.isCommitted()) return;
        List<String> better = new ArrayList<>();
        for (String cookie : set) better.add(strict(cookie, request.isSecure()));
        response.setHeader("Set-Cookie", better.get(0));
        better.stream().skip(1).forEach(c -> response.addHeader("Set-Cookie", c));
    }

    static String strict(String cookie, boolean secure) {
        String lower = cookie.toLowerCase(java.util.Locale.ROOT);
        String out = cookie;
        if (!lower.contains("; httponly")) out += "; HttpOnly";
        if (!lower.contains("; samesite=")) out += "; SameSite=Lax";
        if (secure && !lower.contains("; secure")) out += "; Secure";
        return out;
    }
}
