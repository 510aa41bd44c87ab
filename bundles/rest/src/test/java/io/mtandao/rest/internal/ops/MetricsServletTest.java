package io.mtandao.rest.internal.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class MetricsServletTest {
    private static final String LINE = "(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{([a-z]+=\"[^\"]*\",?)+\\})? -?[0-9.E]+)";
    private final Metrics metrics = new Metrics();

    @Test
    void itIsPrometheusText() {
        metrics.answered("GET", "/v1/subscribers/{id}", 200, 30_000_000);
        try (OpsServer server = new OpsServer(new MetricsServlet(metrics), "/metrics")) {
            HttpResponse<String> reply = server.get("/metrics");
            assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain;version=0.0.4");
            assertThat(reply.body().lines()).allMatch(l -> l.matches(LINE));
            assertThat(reply.body()).contains("jvm_memory_heap_bytes{state=\"used\"} ", "jvm_threads ", "process_uptime_seconds ");
        }
    }

    @Test
    void durationsAreCountedInBucketsThatIncludeTheSmallerOnes() {
        metrics.answered("GET", "/v1/bills", 200, 30_000_000);
        metrics.answered("GET", "/v1/bills", 200, 3_000_000_000L);
        String labels = "{method=\"GET\",route=\"/v1/bills\",status=\"200\"", name = "mtandao_http_request_seconds";
        assertThat(metrics.text()).contains(name + "_bucket" + labels + ",le=\"0.02\"} 0", name + "_bucket" + labels + ",le=\"0.1\"} 1", name + "_bucket" + labels + ",le=\"10.0\"} 2",
            name + "_bucket" + labels + ",le=\"+Inf\"} 2", name + "_sum" + labels + "} 3.03", name + "_count" + labels + "} 2");
    }

    @Test
    void inventedMethodsMakeNoSeries() {
        for (int i = 0; i < 50; i++) metrics.answered("X" + i, "none", 405, 1);
        assertThat(metrics.text()).contains("method=\"OTHER\",route=\"none\",status=\"405\"} 50").doesNotContain("X1");
    }

    @Test
    void theBareAddressLeadsToTheUi() {
        try (OpsServer server = new OpsServer(new RootServlet(), "")) {
            HttpResponse<String> reply = server.get("/");
            assertThat(reply.statusCode()).isEqualTo(302);
            assertThat(reply.headers().firstValue("Location")).contains("/ui/");
            assertThat(server.get("/other").statusCode()).isEqualTo(404);
        }
    }
}
