package io.mtandao.plugin.acme.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.messaging.MailTransport.Mail;
import io.mtandao.testing.contract.MailTransportContract;
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

class AcmeMailTransportTest extends MailTransportContract<AcmeSettings> {
    private final Acme acme = new Acme();
    private final AcmeMailTransport transport = transport(acme.url(), 10_000);

    @AfterEach
    void close() {
        acme.close();
    }

    @Override
    protected AcmeMailTransport plugin() {
        return transport;
    }

    @Override
    protected AcmeMailTransport pluginAt(String url) {
        return transport(url, 1_500);
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
        return acme.received("/messages").stream().map(call -> new Seen(call.header("Authorization"), call.json().path("subject").asText())).toList();
    }

    @ParameterizedTest
    @CsvSource({"400,REFUSED", "401,MISCONFIGURED", "429,RETRY", "500,UNKNOWN", "503,RETRY"})
    void knowsWhatAStatusMeans(int status, Outcome outcome) {
        acme.failNext("/messages", Fault.status(status));
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () ->
            transport.send(context("a"), new Mail("m-1", "jane@example.org", "Habari", "Karibu")));
        assertThat(problem.outcome()).isEqualTo(outcome);
    }

    private static AcmeMailTransport transport(String url, int millis) {
        return new AcmeMailTransport(TypedSettings.of(AcmeOperator.class, Map.of("url", url, "replyMillis", millis)));
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
