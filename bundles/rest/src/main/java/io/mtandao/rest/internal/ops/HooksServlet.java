package io.mtandao.rest.internal.ops;

import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.Throttled;
import io.mtandao.api.extension.CallbackInbox;
import io.mtandao.rest.internal.edge.Peers;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where vendors call: /hooks/{token}/{purpose}. Hands the call over as it came and answers exactly what the inbox says. It is there even while the inbox
 * is not: whatever keeps a call from being stored is a 503, after which vendors repeat, and never a 404, after which they may give up.
 */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.pattern=/hooks/*", "osgi.http.whiteboard.servlet.name=mtandao-hooks"})
public final class HooksServlet extends HttpServlet {
    static final int LARGEST_BODY = 64 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(HooksServlet.class);
    private static final long serialVersionUID = 1;
    private static final int TOO_MANY = 429;
    private static final String SOON = "10";
    private final transient Peers peers;
    private final transient Metrics metrics;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile transient CallbackInbox inbox;

    @Activate
    public HooksServlet(@Reference Peers peers, @Reference Metrics metrics) {
        this.peers = peers;
        this.metrics = metrics;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long begun = System.nanoTime();
        take(request, response);
        metrics.answered(request.getMethod(), "/hooks/{token}/{purpose}", response.getStatus(), System.nanoTime() - begun);
    }

    private void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] path = (request.getPathInfo() == null ? "" : request.getPathInfo()).split("/", -1);
        if (path.length != 3 || path[1].isEmpty() || path[2].isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] body = request.getContentLengthLong() > LARGEST_BODY ? new byte[LARGEST_BODY + 1] : request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        CallbackInbox there = inbox;
        try {
            if (there == null) throw new IllegalStateException("the inbox is not there yet");
            answer(there.receive(new CallbackInbox.Arrival(path[1], path[2], request.getMethod(), query(request.getQueryString()), headers(request), body,
                peers.address(request))), response);
        } catch (NotFound e) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } catch (Invalid e) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } catch (Throttled e) {
            response.setStatus(TOO_MANY);
            response.setHeader("Retry-After", "" + Math.max(1, e.retryAfter().toSeconds()));
        } catch (RuntimeException e) {
            LOG.error("callback {} of token {} not stored, the vendor is asked to repeat it", path[2], shortened(path[1]), e);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", SOON);
        }
    }

    private static void answer(CallbackInbox.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        if (answer.contentType() != null) response.setContentType(answer.contentType());
        if (answer.body() != null) response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** From the query string only: asking the container for parameters would eat a form's body, over which the vendor signed. */
    private static Map<String, String> query(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        if (text == null) return query;
        for (String pair : text.split("&")) {
            int eq = pair.indexOf('=');
            if (!pair.isEmpty()) query.putIfAbsent(decoded(eq < 0 ? pair : pair.substring(0, eq)), eq < 0 ? "" : decoded(pair.substring(eq + 1)));
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        Collections.list(request.getHeaderNames()).forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", Collections.list(request.getHeaders(name)))));
        return headers;
    }

    private static String shortened(String token) {
        return token.substring(0, Math.min(4, token.length())) + "…";
    }
}
