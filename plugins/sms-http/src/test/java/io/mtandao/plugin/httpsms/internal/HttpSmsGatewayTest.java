package io.mtandao.plugin.httpsms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.messaging.Sent;
import io.mtandao.spi.messaging.SmsGateway.Sms;
import io.mtandao.testing.contract.SmsGatewayContract;
import io.mtandao.testing.contract.TenantContexts;
import io.mtandao.testing.contract.TypedSettings;
import io.mtandao.testing.httpsms.HttpSmsSimulator;
import io.mtandao.testing.simulator.Fault;
import io.mtandao.testing.simulator.Received;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and replies as an ISP describes them. */
class HttpSmsGatewayTest extends SmsGatewayContract<HttpSmsSettings> {
    private static final String NASTY = "Habari \"Jané\" & <b>{from}</b> 100%\n'=?/#\\ 😀";
    private final HttpSmsSimulator vendor = new HttpSmsSimulator();
    private final HttpSmsGateway gateway = gateway(10_000, true);
    private String target = vendor.url();

    @AfterEach
    void close() {
        vendor.close();
    }

    @Override
    protected HttpSmsGateway plugin() {
        return gateway;
    }

    @Override
    protected HttpSmsGateway pluginAt(String url) {
        target = url;
        return gateway(1_500, true);
    }

    @Override
    protected Map<String, Object> settings(String mark) {
        return new HashMap<>(Map.of("url", target + "/send", "auth", "bearer", "authSecret", "the-key-of-" + mark, "messageId", "/messages/0/id"));
    }

    @Override
    protected Set<String> secrets() {
        return Set.of("authSecret");
    }

    @Override
    protected List<Seen> seen() {
        return vendor.received().stream().map(call -> new Seen(call.header("Authorization"), call.form().get("text"))).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"url;nonsense", "url;ftp://sms.example.com", "url;https://", "url;https://user@sms.example.com/", "url;https://{to}.example.com/",
        "url;https://sms.example.com/a b", "headers;X-Key", "headers;X-One: 1 | no colon", "headers;Bad Name: 1", "authSecret;''", "successStatus;ok", "successStatus;200-",
        "successPattern;(", "messageId;(", "deliveryId;''", "deliveryStates;DELIVRD", "deliveryStates;DELIVRD=arrived"})
    void seesWhatIsWrongWithSettingsWithoutAskingTheGateway(String field, String value) {
        assertThat(faults(Map.of(field, value))).containsOnlyKeys(field);
    }

    @Test
    void seesThatABodyIsNoJson() {
        assertThat(faults(Map.of("bodyType", "json", "body", "to={to}"))).containsOnlyKeys("body");
        assertThat(faults(Map.of("bodyType", "json", "body", "{\"to\":\"{to}\"} {"))).containsOnlyKeys("body");
        assertThat(faults(Map.of("bodyType", "json", "body", "{\"to\":{to},\"text\":\"{text}\"}"))).isEmpty();
        assertThat(faults(Map.of("bodyType", "json", "body", "to={to}", "method", "GET"))).isEmpty();
    }

    @Test
    void seesThatAWayOfSigningInWantsAName() {
        assertThat(faults(Map.of("auth", "header"))).containsOnlyKeys("authName");
        assertThat(faults(Map.of("auth", "none", "authSecret", ""))).isEmpty();
    }

    private Map<String, String> faults(Map<String, String> changed) {
        Map<String, Object> settings = settings("a");
        settings.putAll(changed);
        return gateway.faults(TenantContexts.of("a", gateway, settings).settings());
    }

    @Test
    void postsAFormAndReadsTheNumber() {
        Sent sent = send(Map.of("from", "SAVANNA"), NASTY);
        assertThat(vendor.received().get(0).form()).isEqualTo(Map.of("to", "+254712345678", "text", NASTY, "from", "SAVANNA"));
        assertThat(sent.providerId()).isEqualTo("hs-1");
    }

    @Test
    void postsJson() {
        send(Map.of("bodyType", "json", "body", "{\"to\":\"{to}\",\"msg\":{\"text\":\"{text}\"},\"report\":\"{callback}\",\"ref\":\"{id}\"}",
            "numberFormat", "digits"), NASTY);
        Received call = vendor.received().get(0);
        assertThat(call.json().at("/msg/text").asText()).isEqualTo(NASTY);
        assertThat(call.json().path("to").asText()).isEqualTo("254712345678");
        assertThat(call.json().path("report").asText()).isEqualTo("https://hooks.example/hooks/tok-a/delivery");
        assertThat(call.json().path("ref").asText()).isEqualTo("77");
        assertThat(call.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void postsXmlAndPlainText() {
        send(Map.of("bodyType", "xml", "body", "<sms to='{to}'>{text}</sms>"), "a<b>&'\"\u0007{from}");
        assertThat(vendor.received().get(0).text()).isEqualTo("<sms to='+254712345678'>a&lt;b&gt;&amp;&apos;&quot;{from}</sms>");
        send(Map.of("bodyType", "text", "body", "{text}"), NASTY);
        assertThat(vendor.received().get(1).text()).isEqualTo(NASTY);
    }

    @Test
    void getsWithEverythingInTheAddress() {
        send(Map.of("method", "GET", "url", vendor.url() + "/send/{to}?text={text}&flash=0"), NASTY);
        Received call = vendor.received().get(0);
        assertThat(call.method()).isEqualTo("GET");
        assertThat(call.path()).isEqualTo("/send/+254712345678");
        assertThat(call.query()).isEqualTo(Map.of("text", NASTY, "flash", "0"));
    }

    @Test
    void signsInInEveryWay() {
        send(Map.of("auth", "basic", "authName", "isp", "authSecret", "pässword"), "x");
        send(Map.of("auth", "header", "authName", "X-Api-Key", "authSecret", "k"), "x");
        send(Map.of("auth", "query", "authName", "key", "authSecret", "k&y=1", "headers", "X-One: 1 | X-Two: a: b"), "x");
        send(Map.of("auth", "none"), "x");
        List<Received> calls = vendor.received();
        assertThat(calls.get(0).header("Authorization")).isEqualTo("Basic aXNwOnDDpHNzd29yZA==");
        assertThat(calls.get(1).header("X-Api-Key")).isEqualTo("k");
        assertThat(calls.get(2).query()).isEqualTo(Map.of("key", "k&y=1"));
        assertThat(calls.get(2).header("X-One") + calls.get(2).header("X-Two")).isEqualTo("1a: b");
        assertThat(calls.get(3).header("Authorization")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"OK: 4711 queued;OK: (\\d+);4711", "1701|254712345678|abc;\\|([a-z]+)$;abc", "{\"a\":[{\"id\":7}]};/a/0/id;7",
        "{\"a\":1};/a/0/id;77",
        "nothing;OK: (\\d+);77", "<html>;/a;77"})
    void findsTheNumberByPointerOrPattern(String reply, String rule, String id) {
        vendor.replies(200, "text/plain", reply);
        assertThat(send(Map.of("messageId", rule), "x").providerId()).isEqualTo(id);
    }

    @Test
    void believesTheIspsRuleOfSuccess() {
        vendor.replies(200, "text/plain", "ERR 12\n no credit");
        VendorProblem problem = problem(Map.of("successPattern", "^OK"));
        assertThat(problem).hasMessage("The gateway said: ERR 12 no credit").extracting(VendorProblem::outcome).isEqualTo(Outcome.REFUSED);
        vendor.replies(302, "text/plain", "OK 1");
        assertThat(send(Map.of("successPattern", "^OK", "successStatus", "200, 302"), "x").detail()).isEqualTo("OK 1");
    }

    @ParameterizedTest
    @CsvSource({"400,REFUSED", "404,REFUSED", "401,MISCONFIGURED", "403,MISCONFIGURED", "301,MISCONFIGURED", "307,MISCONFIGURED", "429,RETRY",
        "500,RETRY", "503,RETRY",
        "502,UNKNOWN", "504,UNKNOWN"})
    void knowsWhatAStatusMeans(int status, Outcome outcome) {
        vendor.replies(status, "text/plain", "no");
        assertThat(problem(Map.of()).outcome()).isEqualTo(outcome);
    }

    @Test
    void followsNoRedirect() {
        vendor.failNext("/send", Fault.status(302));
        problem(Map.of());
        assertThat(vendor.received()).hasSize(1);
    }

    @Test
    void doesNotKnowWhatBecameOfAMessageWhoseAnswerIsLost() {
        vendor.failNext("/send", new Fault.DropsAfter());
        assertThat(problem(Map.of()).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.received()).hasSize(1);
    }

    @Test
    void readsNoMoreThanTheBeginningOfAnEndlessAnswer() {
        vendor.replies(200, "text/plain", "OK: 5 " + "x".repeat(5_000_000));
        Sent sent = send(Map.of("messageId", "OK: (\\d+)"), "x");
        assertThat(sent.providerId()).isEqualTo("5");
        assertThat(sent.detail()).hasSize(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(.*a){20}$", "(a|b|ab)*c"})
    void givesUpOnAPatternThatTakesTooLong(String pattern) {
        vendor.replies(200, "text/plain", "ab".repeat(3_000) + "a".repeat(3_000) + "!");
        assertThat(problem(Map.of("successPattern", pattern)).outcome()).isIn(Outcome.MISCONFIGURED, Outcome.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://sms.example/", "file:///etc/passwd", "https://user:pw@sms.example/", "https://{text}/",
        "https://sms.example{text}/", "https:///send",
        "sms.example/send", "https://sms.example\\@127.0.0.1/", "https://sms.example/{unknown}", "https://sms.example/a b", ""})
    void takesNoAddressThatIsNotPlain(String url) {
        assertThat(problem(Map.of("url", url)).outcome()).isEqualTo(Outcome.MISCONFIGURED);
    }

    @ParameterizedTest
    @CsvSource({"headers,no colon", "headers,Host: evil", "headers,Content-Length: 5", "headers,X y: 1", "messageId,(", "successPattern,[",
        "successStatus,good", "authName,a b"})
    void saysWhichSettingIsWrong(String setting, String value) {
        Map<String, String> wrong = Map.of(setting, value, "auth", setting.equals("authName") ? "header" : "none");
        assertThat(gateway.test(contextWith(wrong)).ok()).isFalse();
        // some rules matter only once there is a reply
        assertThat(catchThrowableOfType(VendorProblem.class, () -> gateway.send(contextWith(wrong), sms("x"))).outcome()).isEqualTo(Outcome.MISCONFIGURED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "10.0.0.1", "192.168.88.1",
        "172.31.255.255", "169.254.169.254",
        "100.64.0.1", "0.0.0.0", "[fe80::1]", "[fd00::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "198.18.0.1"})
    void speaksToNoPrivateHostUnlessTheOperatorAllowsIt(String host) {
        HttpSmsGateway strict = gateway(10_000, false);
        Map<String, Object> settings = settings("a");
        settings.put("url", "http://" + host + vendor.url().substring(vendor.url().lastIndexOf(':')) + "/send");
        TenantContext<HttpSmsSettings> context = TenantContexts.of("a", strict, settings);
        assertThat(catchThrowableOfType(VendorProblem.class, () -> strict.send(context, sms("x"))).outcome()).isEqualTo(Outcome.MISCONFIGURED);
        assertThat(strict.test(context).ok()).isFalse();
        assertThat(vendor.received()).isEmpty();
    }

    @Test
    void triesTheSettingsWithoutSending() {
        assertThat(gateway.test(context("a")).ok()).isTrue();
        assertThat(vendor.received()).isEmpty();
    }

    private Sent send(Map<String, String> settings, String text) {
        return gateway.send(contextWith(settings), sms(text));
    }

    private VendorProblem problem(Map<String, String> settings) {
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> send(settings, "x"));
        assertThat(problem).isNotNull().hasMessageNotContaining("the-key-of-a");
        return problem;
    }

    private TenantContext<HttpSmsSettings> contextWith(Map<String, String> changed) {
        Map<String, Object> settings = settings("a");
        settings.putAll(changed);
        return TenantContexts.of("a", gateway, settings);
    }

    private static Sms sms(String text) {
        return new Sms("77", "+254712345678", text);
    }

    private static HttpSmsGateway gateway(int millis, boolean allowPrivateHosts) {
        return new HttpSmsGateway(TypedSettings.of(HttpSmsOperator.class, Map.of("replyMillis", millis, "allowPrivateHosts", allowPrivateHosts)));
    }
}
