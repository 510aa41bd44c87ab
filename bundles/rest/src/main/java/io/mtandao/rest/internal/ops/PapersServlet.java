package io.mtandao.rest.internal.ops;

import io.mtandao.api.NotFound;
import io.mtandao.api.billing.Papers;
import io.mtandao.rest.internal.edge.ContentDisposition;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * GET /papers/{token}: a bill for whoever holds the link to it, for example from a text message. The token is the right: it is written nowhere, and what is
 * wrong with it is told to nobody.
 */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.pattern=/papers/*", "osgi.http.whiteboard.servlet.name=mtandao-papers"})
public final class PapersServlet extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(PapersServlet.class);
    private static final long serialVersionUID = 1;
    private static final int LONGEST_TOKEN = 1000;
    private static final String SOON = "10";
    private static final String PAGE = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%1$s</title>
        <style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem;color:#222}</style></head>
        <body><h1>%1$s</h1><p>%2$s</p><p lang="sw">%3$s</p></body></html>
        """;
    private final transient Metrics metrics;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile transient Papers papers;

    @Activate
    public PapersServlet(@Reference Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long begun = System.nanoTime();
        harden(response);
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) show(request, response);
        else refuse(response);
        metrics.answered(request.getMethod(), "/papers/{token}", response.getStatus(), System.nanoTime() - begun);
    }

    /** Kept by no cache, found by no search engine, told to no page that is opened from it, and read as nothing but what it is. */
    private static void harden(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        Papers.Paper paper;
        try {
            paper = found(token);
        } catch (NotFound e) {
            page(response, HttpServletResponse.SC_NOT_FOUND, "This link is over",
                "It is old or was not copied whole. Please ask your internet provider for a new one.",
                "Kiungo hiki kimekwisha muda au hakikunakiliwa chote. Tafadhali omba kingine kwa mtoa huduma wako wa intaneti.");
            return;
        } catch (RuntimeException e) {
            LOG.error("the paper of a public link could not be shown", Masked.of(e, token));
            response.setHeader("Retry-After", SOON);
            page(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Not now", "Please try again in a moment.",
                "Tafadhali jaribu tena baada ya muda mfupi.");
            return;
        }
        response.setContentType(paper.mediaType());
        response.setHeader("Content-Disposition", ContentDisposition.inline(paper.fileName()));
        response.setContentLength(paper.content().length);
        response.getOutputStream().write(paper.content());
    }

    private Papers.Paper found(String token) {
        if (token.isEmpty() || token.length() > LONGEST_TOKEN || token.indexOf('/') >= 0) throw new NotFound("paper");
        Papers there = papers;
        if (there == null) throw new IllegalStateException("papers are not there yet");
        return there.byLink(token);
    }

    private static void refuse(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        response.setHeader("Allow", "GET, HEAD");
    }

    private static void page(HttpServletResponse response, int status, String title, String english, String swahili) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        response.getOutputStream().write(PAGE.formatted(title, english, swahili).getBytes(StandardCharsets.UTF_8));
    }
}
