package io.mtandao.spi.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VendorHttpTest {
    private static final int MOST = 1000;
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(threads);
        server.createContext("/ok", e -> answer(e, 200, "fine".getBytes()));
        server.createContext("/no", e -> answer(e, 503, new byte[0]));
        server.createContext("/moved", e -> {
            e.getResponseHeaders().set("Location", "/ok");
            answer(e, 302, new byte[0]);
        });
        server.createContext("/endless", e -> {
            e.sendResponseHeaders(200, 0);
            try (e) {
                while (true) e.getResponseBody().write(new byte[10_000]);
            }
        });
        // the head at once, the body never
        server.createContext("/trickle", e -> {
            e.sendResponseHeaders(200, 0);
            e.getResponseBody().write('x');
            e.getResponseBody().flush();
            await();
        });
        server.start();
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange e, int status, byte[] body) throws IOException {
        try (e) {
            e.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) e.getResponseBody().write(body);
        }
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private HttpResponse<byte[]> send(String path, Duration limit) {
        return new VendorHttp("Acme", HttpClient.Version.HTTP_2, Duration.ofSeconds(20), limit, MOST).send(to(server.getAddress().getPort(), path), Outcome.UNKNOWN);
    }

    private static HttpRequest to(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    }

    private static Duration patient() {
        return Duration.ofSeconds(60);
    }

    @Test
    void anyStatusIsAnAnswerAndNoRedirectIsFollowed() {
        assertThat(send("/ok", patient()).body()).asString().isEqualTo("fine");
        assertThat(send("/no", patient()).statusCode()).isEqualTo(503);
        assertThat(send("/moved", patient()).statusCode()).isEqualTo(302);
    }

    @Test
    void noMoreOfAReplyIsReadThanTheLimit() {
        assertThat(send("/endless", patient()).body()).hasSize(MOST);
    }

    @Test
    void theLimitOfTimeCoversTheBodyTooAndThenNobodyKnows() {
        assertThatThrownBy(() -> send("/trickle", Duration.ofMillis(300))).isInstanceOfSatisfying(VendorProblem.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN))
            .hasMessage("Acme did not answer in time");
    }

    @Test
    void whereNoConnectionComesAboutNothingWasDone() throws IOException {
        int free;
        try (ServerSocket s = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = s.getLocalPort();
        }
        VendorHttp http = new VendorHttp("Acme", HttpClient.Version.HTTP_2, Duration.ofSeconds(20), patient(), MOST);
        assertThatThrownBy(() -> http.send(to(free, "/ok"), Outcome.UNKNOWN)).isInstanceOfSatisfying(VendorProblem.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.RETRY))
            .hasMessage("Acme cannot be reached");
    }

    @Test
    void aConnectionThatBreaksLeavesItOpen() throws IOException {
        try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try {
                    var caller = rude.accept();
                    caller.getInputStream().read();
                    caller.setSoLinger(true, 0);
                    caller.close();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            VendorHttp http = new VendorHttp("Acme", HttpClient.Version.HTTP_1_1, Duration.ofSeconds(20), patient(), MOST);
            HttpRequest post = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + rude.getLocalPort())).POST(HttpRequest.BodyPublishers.ofString("x")).build();
            assertThatThrownBy(() -> http.send(post, Outcome.UNKNOWN)).isInstanceOfSatisfying(VendorProblem.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN))
                .hasMessage("Acme: the connection broke");
        }
    }
}
