package io.mtandao.rest.internal.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.NotFound;
import io.mtandao.api.billing.Papers;
import io.mtandao.rest.internal.Stub;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PapersServletTest {
    private static final String TOKEN = "AmsxAAAAdG9rZW4tb2YtYS1iaWxs.c2lnbmVk_-", LINK = "/papers/" + TOKEN;
    private final Stub<Papers> papers = Stub.of(Papers.class).answers("byLink", a -> new Papers.Paper("B-000007.pdf", "application/pdf", bytes("%PDF-1.7 …")));
    private final Metrics metrics = new Metrics();
    private final PapersServlet servlet = new PapersServlet(metrics);
    private OpsServer server;

    @BeforeEach
    void start() {
        servlet.papers = papers.service;
        server = new OpsServer(servlet, "/papers/*");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<String> reply, String name) {
        return reply.headers().firstValue(name).orElse(null);
    }

    @Test
    void whoHoldsTheLinkReadsTheBill() {
        HttpResponse<String> reply = server.get(LINK);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("%PDF-1.7 …");
        assertThat(header(reply, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(reply, "Content-Disposition")).isEqualTo("inline; filename=\"B-000007.pdf\"");
        assertThat(papers.only("byLink").arguments()).containsExactly(TOKEN);
    }

    @Test
    void noCacheSearchEngineOrOtherPageLearnsOfIt() {
        for (String path : new String[] {LINK, "/papers/"}) {
            HttpResponse<String> reply = server.get(path);
            assertThat(header(reply, "Cache-Control")).as(path).isEqualTo("no-store");
            assertThat(header(reply, "Referrer-Policy")).as(path).isEqualTo("no-referrer");
            assertThat(header(reply, "X-Robots-Tag")).as(path).isEqualTo("noindex");
            assertThat(header(reply, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        }
    }

    @Test
    void aFileNameEndsNoHeader() {
        papers.answers("byLink", a -> new Papers.Paper("B\"\r\nSet-Cookie: a=b.pdf", "application/pdf", bytes("%PDF")));
        HttpResponse<String> reply = server.get(LINK);
        assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(header(reply, "Content-Disposition")).startsWith("inline; filename=\"B___Set-Cookie_ a_b.pdf\"");
    }

    @Test
    void aForgedOrOldLinkSaysThatItIsOver() {
        papers.fails("byLink", new NotFound("bill"));
        HttpResponse<String> reply = server.get(LINK);
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(header(reply, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(header(reply, "Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(reply.body()).contains("This link is over", "Kiungo hiki kimekwisha").doesNotContain(TOKEN);
    }

    @Test
    void whatIsNoLinkIsNotAskedFor() {
        for (String path : new String[] {"/papers/", LINK + "/more", "/papers/" + "x".repeat(1001)})
            assertThat(server.get(path).statusCode()).as(path).isEqualTo(404);
        assertThat(papers.count("byLink")).isZero();
    }

    @Test
    void aPaperIsOnlyRead() {
        HttpResponse<String> reply = server.post(LINK, bytes("{}"));
        assertThat(reply.statusCode()).isEqualTo(405);
        assertThat(header(reply, "Allow")).isEqualTo("GET, HEAD");
        assertThat(papers.count("byLink")).isZero();
    }

    @Test
    void whilePapersAreAwayTheReaderIsToldToComeAgain() {
        servlet.papers = null;
        HttpResponse<String> reply = server.get(LINK);
        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(header(reply, "Retry-After")).isEqualTo("10");
    }

    @Test
    void theLogHasWhereItFailedAndNeverTheToken() {
        PrintStream err = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            papers.fails("byLink", new IllegalStateException("cannot open " + TOKEN, new IllegalArgumentException("bad " + TOKEN)));
            assertThat(server.get(LINK).statusCode()).isEqualTo(503);
        } finally {
            System.setErr(err);
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("IllegalStateException: cannot open …", "IllegalArgumentException: bad …",
            "PapersServletTest").doesNotContain(TOKEN);
    }

    @Test
    void papersAreMeasuredWithoutTheirTokens() {
        server.get(LINK);
        server.get("/papers/"); // on the same connection: when it is answered, the one before is counted
        assertThat(metrics.text()).contains("mtandao_http_request_seconds_count{method=\"GET\",route=\"/papers/{token}\",status=\"200\"} 1")
            .doesNotContain(TOKEN);
    }
}
