package io.mtandao.plugin.whatsapp.internal;

import static io.mtandao.testing.contract.TenantContexts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.mtandao.spi.Health;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.messaging.DeliveryNotice;
import io.mtandao.spi.messaging.DeliveryNotice.State;
import io.mtandao.spi.messaging.WhatsAppGateway.TemplateMessage;
import io.mtandao.testing.contract.SimulatedInbox;
import io.mtandao.testing.contract.TenantContexts;
import io.mtandao.testing.contract.TypedSettings;
import io.mtandao.testing.contract.WhatsAppGatewayContract;
import io.mtandao.testing.simulator.CallbackPost.Plan;
import io.mtandao.testing.simulator.Fault;
import io.mtandao.testing.whatsapp.Webhook;
import io.mtandao.testing.whatsapp.WhatsAppSimulator;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppCloudGatewayTest extends WhatsAppGatewayContract<WhatsAppSettings> {
    private final WhatsAppSimulator meta = new WhatsAppSimulator();
    private final WhatsAppCloudGateway gateway = gateway(meta.url(), 10_000);
    private final SimulatedInbox<WhatsAppSettings> inbox = new SimulatedInbox<>(gateway);
    private final TenantContext<WhatsAppSettings> savanna = inbox.tenant("a", settings("a"));

    @AfterEach
    void close() {
        meta.close();
        inbox.close();
    }

    @Override
    protected WhatsAppCloudGateway plugin() {
        return gateway;
    }

    @Override
    protected WhatsAppCloudGateway pluginAt(String url) {
        return gateway(url, 1_500);
    }

    @Override
    protected Map<String, Object> settings(String mark) {
        return new HashMap<>(Map.of("phoneNumberId", "1055500", "accessToken", "token-of-" + mark, "appSecret", "app-secret-" + mark, "verifyToken",
            "verify-me-" + mark));
    }

    @Override
    protected Set<String> secrets() {
        return Set.of("accessToken", "appSecret", "verifyToken");
    }

    @Override
    protected List<Seen> seen() {
        return meta.received("/messages").stream()
            .map(call -> new Seen(call.header("Authorization"), call.json().at("/template/components/0/parameters/0/text").asText())).toList();
    }

    @Test
    void seesWhatIsWrongWithSettingsWithoutAskingMeta() {
        Map<String, Object> settings = settings("a");
        settings.putAll(Map.of("phoneNumberId", "+254 712 345678", "apiVersion", "23"));
        assertThat(gateway.faults(TenantContexts.of("a", gateway, settings).settings())).containsOnlyKeys("phoneNumberId", "apiVersion");
        assertThat(meta.received()).isEmpty();
    }

    @Test
    void sendsATemplate() {
        meta.number("1055500", "token-of-a");
        meta.template("payment_received", "sw", 2);
        String id = gateway.send(savanna, message("sw", "Jané 😀\nWanjiku\t ", "KES 1,500.00")).providerId();
        assertThat(meta.messages()).containsExactly(new WhatsAppSimulator.Message("1055500", "254712345678", "payment_received", "sw",
            List.of("Jané 😀 Wanjiku", "KES 1,500.00"), id));
        assertThat(meta.received().get(0).path()).isEqualTo("/v23.0/1055500/messages");
    }

    @Test
    void sendsATemplateWithoutParameters() {
        gateway.send(savanna, message("en"));
        assertThat(meta.received().get(0).json().path("template").has("components")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"401,190,MISCONFIGURED", "403,10,MISCONFIGURED", "403,200,MISCONFIGURED", "400,131042,MISCONFIGURED", "400,133010,MISCONFIGURED",
        "400,0,MISCONFIGURED",
        "429,130429,RETRY", "400,131056,RETRY", "400,131048,RETRY", "400,80007,RETRY", "500,131000,RETRY", "500,1,RETRY", "503,2,RETRY",
        "400,131026,REFUSED", "400,131047,REFUSED", "400,131049,REFUSED", "400,131030,REFUSED", "400,132015,REFUSED", "400,100,REFUSED",
        "400,999999,REFUSED"})
    void knowsWhatACodeMeans(int status, int code, Outcome outcome) {
        meta.refuseNext(status, code, "Something", "the details");
        VendorProblem problem = problem();
        assertThat(problem.outcome()).isEqualTo(outcome);
        assertThat(problem).hasMessageContaining("the details").hasMessageNotContaining("token-of-a");
    }

    @Test
    void refusesATemplateThatDoesNotFit() {
        meta.template("payment_received", "en", 1);
        assertThat(problem()).hasMessageContaining("132000").extracting(VendorProblem::outcome).isEqualTo(Outcome.REFUSED);
        VendorProblem unknown = catchThrowableOfType(VendorProblem.class, () -> gateway.send(savanna, message("fr", "x")));
        assertThat(unknown).hasMessageContaining("132001").extracting(VendorProblem::outcome).isEqualTo(Outcome.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"429,RETRY", "500,RETRY", "503,RETRY", "502,UNKNOWN", "504,UNKNOWN", "400,REFUSED", "302,REFUSED", "401,MISCONFIGURED"})
    void knowsWhatAnAnswerOfSomebodyElseMeans(int status, Outcome outcome) {
        meta.failNext("/messages", Fault.status(status));
        assertThat(problem().outcome()).isEqualTo(outcome);
    }

    @Test
    void doesNotKnowWhatBecameOfAMessageWhoseAnswerIsLost() {
        for (Fault fault : List.of(Fault.malformed(), new Fault.DropsAfter())) {
            meta.failNext("/messages", fault);
            assertThat(problem().outcome()).as(fault.toString()).isEqualTo(Outcome.UNKNOWN);
        }
        assertThat(meta.received("/messages")).hasSize(2);
    }

    @Test
    void provesToMetaThatTheAddressIsOurs() {
        assertThat(meta.verify(savanna.callbackUrl("webhook"), "verify-me-a", "1158201444")).extracting("status", "reply")
            .containsExactly(200, "1158201444");
        assertThat(meta.verify(savanna.callbackUrl("webhook"), "guessed", "1158201444")).extracting("status", "reply").containsExactly(403, "");
        assertThat(meta.verify(savanna.callbackUrl("webhook"), "verify-me-a", "<script>alert(1)</script>")).extracting("status", "reply")
            .containsExactly(403, "");
    }

    @Test
    void hearsOfDeliveryTwice() {
        meta.webhook("1055500", savanna.callbackUrl("webhook"), "app-secret-a");
        meta.callbacks().plan(Plan.TWICE);
        String id = gateway.send(savanna, message("en", "x")).providerId();
        assertThat(inbox.await("webhook", 2)).allSatisfy(callback ->
            assertThat(gateway.interpret(savanna, callback)).containsExactly(new DeliveryNotice(id, State.SENT, "sent", null)));
    }

    @Test
    void readsEveryStateOfABatchAndPassesOverWhatSubscribersWrite() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("wamid.1", "read");
        states.put("wamid.2", "delivered");
        states.put("wamid.3", "teleported");
        states.put("wamid.4", "failed");
        meta.webhook("1055500", savanna.callbackUrl("webhook"), "app-secret-a").batch(states, "Asante sana 😀 ñ");
        assertThat(gateway.interpret(savanna, inbox.await("webhook", 1).get(0))).extracting(DeliveryNotice::providerId, DeliveryNotice::state)
            .containsExactly(tuple("wamid.1", State.READ), tuple("wamid.2", State.DELIVERED),
                tuple("wamid.4", State.FAILED));
    }

    @Test
    void saysWhyAMessageFailed() {
        meta.webhook("1055500", savanna.callbackUrl("webhook"), "app-secret-a").failure("wamid.1", "254712345678", 131026, "Message undeliverable");
        assertThat(gateway.interpret(savanna, inbox.await("webhook", 1).get(0)))
            .containsExactly(new DeliveryNotice("wamid.1", State.FAILED, "Message undeliverable (131026)", null));
    }

    @Test
    void hearsStatesOutOfOrder() {
        Webhook webhook = meta.webhook("1055500", savanna.callbackUrl("webhook"), "app-secret-a");
        meta.callbacks().plan(Plan.HELD);
        webhook.status("wamid.1", "sent", "254712345678");
        webhook.status("wamid.1", "read", "254712345678");
        meta.callbacks().releaseReversed();
        assertThat(inbox.await("webhook", 2)).extracting(callback -> gateway.interpret(savanna, callback).get(0).state())
            .containsExactly(State.READ, State.SENT);
    }

    @Test
    void believesNothingThatIsNotSignedWithTheAppSecret() {
        Webhook webhook = meta.webhook("1055500", savanna.callbackUrl("webhook"), "app-secret-a");
        webhook.signNextWrongly();
        webhook.status("wamid.1", "read", "254712345678");
        assertThat(gateway.interpret(savanna, inbox.await("webhook", 1).get(0))).containsExactly(DeliveryNotice.rejected("wrong signature"));

        meta.webhook("1055500", savanna.callbackUrl("webhook"), "token-of-a").status("wamid.1", "read", "254712345678");
        assertThat(gateway.interpret(savanna, inbox.await("webhook", 2).get(1))).as("the access token is not the app secret")
            .containsExactly(DeliveryNotice.rejected("wrong signature"));

        byte[] body = "{\"entry\":[]}".getBytes(StandardCharsets.UTF_8);
        assertThat(gateway.interpret(savanna, post("webhook", Map.of(), body))).containsExactly(DeliveryNotice.rejected("not signed"));
        assertThat(gateway.interpret(savanna, signed("{\"entry\":[] }", Webhook.sign(body, "app-secret-a")))).as("one byte more")
            .containsExactly(DeliveryNotice.rejected("wrong signature"));
    }

    @Test
    void checksTheBytesAsTheyCame() {
        // not UTF-8, and a line break at the end: a body that was decoded, parsed or trimmed first would not match
        byte[] body = {'{', '"', (byte) 0xff, '"', ':', '1', '}', '\n'};
        assertThat(gateway.interpret(savanna, post("webhook", Map.of("X-Hub-Signature-256", "sha256=" + Webhook.sign(body, "app-secret-a")), body)))
            .isEmpty();
    }

    @Test
    void believesNothingWhileNoAppSecretIsSet() {
        Map<String, Object> settings = settings("a");
        settings.put("appSecret", " ");
        RawCallback forged = signed("{\"entry\":[]}", Webhook.sign("{\"entry\":[]}".getBytes(StandardCharsets.UTF_8), "\0"));
        assertThat(gateway.interpret(inbox.tenant("a", settings), forged)).containsExactly(DeliveryNotice.rejected("no app secret is set"));
    }

    @Test
    void answersNothingToWhatIsSignedButNotForUs() {
        meta.webhook("9999999", savanna.callbackUrl("webhook"), "app-secret-a").status("wamid.1", "read", "254712345678");
        assertThat(gateway.interpret(savanna, inbox.await("webhook", 1).get(0))).as("another number of the same app").isEmpty();
        for (String body : List.of("{", "[]", "{\"entry\":{\"changes\":7}}", "[".repeat(1_000)))
            assertThat(gateway.interpret(savanna, signed(body, Webhook.sign(body.getBytes(StandardCharsets.UTF_8), "app-secret-a")))).as(body).isEmpty();
    }

    @Test
    void triesTheConnection() {
        assertThat(gateway.test(savanna)).isEqualTo(Health.ok("Connected: Savanna Net, +254 700 000 000"));
        meta.number("1055500", "another");
        assertThat(gateway.test(savanna).ok()).isFalse();
        for (Map.Entry<String, String> wrong : Map.of("phoneNumberId", "+254 700/../me", "apiVersion", "latest").entrySet()) {
            Map<String, Object> settings = settings("a");
            settings.put(wrong.getKey(), wrong.getValue());
            assertThat(gateway.test(inbox.tenant("a", settings)).ok()).as(wrong.toString()).isFalse();
        }
        assertThat(meta.received()).hasSize(2);
    }

    private VendorProblem problem() {
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> gateway.send(savanna, message("en", "Jane", "KES 1,500.00")));
        assertThat(problem).isNotNull();
        return problem;
    }

    private static RawCallback signed(String body, String signature) {
        return post("webhook", Map.of("X-Hub-Signature-256", "sha256=" + signature), body.getBytes(StandardCharsets.UTF_8));
    }

    private static TemplateMessage message(String language, String... parameters) {
        return new TemplateMessage("1", "+254712345678", "payment_received", language, List.of(parameters));
    }

    private static WhatsAppCloudGateway gateway(String url, int millis) {
        return new WhatsAppCloudGateway(TypedSettings.of(WhatsAppOperator.class, Map.of("graphUrl", url, "replyMillis", millis)));
    }
}
