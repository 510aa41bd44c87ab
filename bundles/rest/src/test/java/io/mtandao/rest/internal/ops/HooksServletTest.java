package io.mtandao.rest.internal.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.Throttled;
import io.mtandao.api.extension.CallbackInbox;
import io.mtandao.rest.internal.Stub;
import io.mtandao.rest.internal.edge.Peers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HooksServletTest {
    private static final String TOKEN = "t0ken-of-43-characters", HOOK = "/hooks/" + TOKEN + "/confirmation";
    private final Stub<CallbackInbox> inbox = Stub.of(CallbackInbox.class).answers("receive", a -> new CallbackInbox.Answer(200, "application/json", "{\"ResultCode\":0}"));
    private final Metrics metrics = new Metrics();
    private final HooksServlet servlet = new HooksServlet(Peers.behind(Set.of()), metrics);
    private OpsServer server;

    @BeforeEach
    void start() {
        servlet.inbox = inbox.service;
        server = new OpsServer(servlet, "/hooks/*");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<String> call(String body) {
        return server.post(HOOK, bytes(body));
    }

    @Test
    void aCallArrivesAsItWasSentAndIsAnsweredAsTheInboxSays() {
        HttpResponse<String> reply = server.post(HOOK + "?hub.mode=subscribe&a=1%202&a=3&flag", bytes("a=1&b=ä"), "Content-Type", "application/x-www-form-urlencoded", "X-Hub-Signature-256", "sha256=ab");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(reply.body()).isEqualTo("{\"ResultCode\":0}");
        CallbackInbox.Arrival arrival = inbox.only("receive").argument(0);
        assertThat(arrival.token()).isEqualTo(TOKEN);
        assertThat(arrival.purpose()).isEqualTo("confirmation");
        assertThat(arrival.method()).isEqualTo("POST");
        assertThat(arrival.query()).isEqualTo(Map.of("hub.mode", "subscribe", "a", "1 2", "flag", ""));
        assertThat(arrival.headers()).containsEntry("x-hub-signature-256", "sha256=ab").containsEntry("content-type", "application/x-www-form-urlencoded");
        assertThat(arrival.body()).isEqualTo(bytes("a=1&b=ä"));
        assertThat(arrival.address()).isEqualTo("127.0.0.1");
    }

    @Test
    void vendorsThatAskByGetAreAnsweredToo() {
        inbox.answers("receive", a -> new CallbackInbox.Answer(203, "text/plain", "1158201444"));
        HttpResponse<String> reply = server.get(HOOK + "?hub.challenge=1158201444");
        assertThat(reply.statusCode()).isEqualTo(203);
        assertThat(reply.body()).isEqualTo("1158201444");
        assertThat(inbox.only("receive").<CallbackInbox.Arrival>argument(0).method()).isEqualTo("GET");
    }

    @Test
    void anAnswerMayBeEmpty() {
        inbox.answers("receive", a -> new CallbackInbox.Answer(204, null, null));
        assertThat(call("{}").statusCode()).isEqualTo(204);
    }

    @Test
    void anUnknownTokenOrPathIs404() {
        inbox.fails("receive", new NotFound("hook"));
        assertThat(call("{}").statusCode()).isEqualTo(404);
        for (String path : new String[] {"/hooks/", "/hooks/" + TOKEN, "/hooks/" + TOKEN + "/", HOOK + "/more"}) assertThat(server.get(path).statusCode()).as(path).isEqualTo(404);
        assertThat(inbox.count("receive")).isEqualTo(1);
    }

    @Test
    void aBodyOfMoreThan64KilobytesIs413AndNotHandedOver() {
        assertThat(call("x".repeat(64 * 1024)).statusCode()).isEqualTo(200);
        assertThat(call("x".repeat(64 * 1024 + 1)).statusCode()).isEqualTo(413);
        assertThat(inbox.count("receive")).isEqualTo(1);
        inbox.fails("receive", Invalid.field("body", "too large"));
        assertThat(call("{}").statusCode()).isEqualTo(413);
    }

    @Test
    void aThrottledVendorIsToldWhenToComeAgain() {
        inbox.fails("receive", new Throttled(Duration.ofSeconds(30)));
        HttpResponse<String> reply = call("{}");
        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(reply.headers().firstValue("Retry-After")).contains("30");
    }

    @Test
    void whatCannotBeStoredIs503SoThatTheVendorRepeats() {
        servlet.inbox = null;
        assertThat(call("{}").statusCode()).isEqualTo(503);
        servlet.inbox = inbox.service;
        inbox.fails("receive", new IllegalStateException("database is away"));
        assertThat(call("{}").headers().firstValue("Retry-After")).isPresent();
        assertThat(call("{}").statusCode()).isEqualTo(503);
    }

    @Test
    void theLogNeverHasTheWholeToken() {
        PrintStream err = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            inbox.fails("receive", new IllegalStateException("database is away"));
            call("{}");
        } finally {
            System.setErr(err);
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("confirmation", "t0ke…").doesNotContain(TOKEN);
    }

    @Test
    void callbacksAreMeasuredWithoutTheirTokens() {
        call("{}");
        server.get("/hooks/"); // on the same connection: when it is answered, the one before is counted
        assertThat(metrics.text()).contains("mtandao_http_request_seconds_count{method=\"POST\",route=\"/hooks/{token}/{purpose}\",status=\"200\"} 1").doesNotContain(TOKEN);
    }
}
