package io.mtandao.plugin.acme.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.messaging.WhatsAppGateway.TemplateMessage;
import io.mtandao.testing.contract.WhatsAppGatewayContract;
import io.mtandao.testing.contract.TypedSettings;
import io.mtandao.testing.simulator.Answer;
import io.mtandao.testing.simulator.Fault;
import io.mtandao.testing.simulator.Received;
import io.mtandao.testing.simulator.SimulatedVendor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcmeWhatsAppGatewayTest extends WhatsAppGatewayContract<AcmeSettings> {
    private final Acme acme = new Acme();
    private final AcmeWhatsAppGateway gateway = gateway(acme.url(), 10_000);

    @AfterEach
    void close() {
        acme.close();
    }

    @Override
    protected AcmeWhatsAppGateway plugin() {
        return gateway;
    }

    @Override
    protected AcmeWhatsAppGateway pluginAt(String url) {
        return gateway(url, 1_500);
    }

    @Override
    protected Map<String, Object> settings(String mark) {
        return Map.of("apiKey", "key-of-" + mark);
    }

    @Override
    protected Set<String> secrets() {
        return Set.of("apiKey");
    }

    @Override
    protected List<Seen> seen() {
        return acme.received("/messages").stream().map(call -> new Seen(call.header("Authorization"), call.json().at("/parameters/0").asText())).toList();
    }

    @ParameterizedTest
    @CsvSource({"400,REFUSED", "401,MISCONFIGURED", "429,RETRY", "500,UNKNOWN", "503,RETRY"})
    void knowsWhatAStatusMeans(int status, Outcome outcome) {
        acme.failNext("/messages", Fault.status(status));
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () ->
            gateway.send(context("a"), new TemplateMessage("1", "+254712345678", "payment_received", "en", List.of("Jane"))));
        assertThat(problem.outcome()).isEqualTo(outcome);
    }

    private static AcmeWhatsAppGateway gateway(String url, int millis) {
        return new AcmeWhatsAppGateway(TypedSettings.of(AcmeOperator.class, Map.of("url", url, "replyMillis", millis)));
    }

    private static final class Acme extends SimulatedVendor {
        Acme() {
            super(0);
            open();
        }

        @Override
        protected Answer answer(Received request) {
            return Answer.json(200, request.path().equals("/account") ? Map.of("name", "Savanna Net") : Map.of("id", "m-1", "status", "queued"));
        }
    }
}
