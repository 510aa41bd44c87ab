package io.mtandao.plugin.acme.internal;

import static io.mtandao.testing.contract.TenantContexts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.api.Money;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.payment.PaymentMethod.PushOrder;
import io.mtandao.spi.payment.PaymentMethod.PushState.State;
import io.mtandao.spi.payment.PaymentNotice.Failed;
import io.mtandao.spi.payment.PaymentNotice.Paid;
import io.mtandao.spi.payment.PaymentNotice.Rejected;
import io.mtandao.testing.contract.PushPaymentContract;
import io.mtandao.testing.contract.TypedSettings;
import io.mtandao.testing.simulator.Answer;
import io.mtandao.testing.simulator.Fault;
import io.mtandao.testing.simulator.Received;
import io.mtandao.testing.simulator.SimulatedVendor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcmePaymentTest extends PushPaymentContract<AcmeSettings> {
    private final Acme acme = new Acme();
    private final AcmePayment payment = payment(acme.url(), 10_000);

    @AfterEach
    void close() {
        acme.close();
    }

    @Override
    protected AcmePayment plugin() {
        return payment;
    }

    @Override
    protected AcmePayment pluginAt(String url) {
        return payment(url, 1_500);
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
        return acme.received("/prompts").stream().map(call -> new Seen(call.header("Authorization"), call.json().path("reference").asText())).toList();
    }

    @ParameterizedTest
    @CsvSource({"400,REFUSED", "401,MISCONFIGURED", "429,RETRY", "500,UNKNOWN", "503,RETRY"})
    void knowsWhatAStatusMeans(int status, Outcome outcome) {
        acme.failNext("/prompts", Fault.status(status));
        VendorProblem problem = catchThrowableOfType(VendorProblem.class,
            () -> payment.push(context("a"), new PushOrder("1", "+254712345678", Money.of(150_000, "KES"), "A-1", "Internet")));
        assertThat(problem.outcome()).isEqualTo(outcome);
    }

    @Test
    void asksWhatBecameOfAPrompt() {
        assertThat(payment.query(context("a"), "p-1").state()).isEqualTo(State.PAID);
    }

    @Test
    void readsWhatAcmePosts() {
        assertThat(payment.interpret(context("a"), post("payment", "{\"id\":\"p-1\",\"state\":\"paid\",\"receipt\":\"r-1\",\"minor\":150000}")).get(0))
            .isInstanceOfSatisfying(Paid.class, paid -> assertThat(paid.amount()).isEqualTo(Money.of(150_000, "KES")));
        assertThat(payment.interpret(context("a"), post("payment", "{\"id\":\"p-1\",\"state\":\"failed\"}")).get(0)).isInstanceOf(Failed.class);
        assertThat(payment.interpret(context("a"), post("payment", "{\"id\":\"p-1\",\"state\":\"paid\",\"receipt\":\"r-1\",\"minor\":0.5}")).get(0))
            .isInstanceOf(Rejected.class);
    }

    private static AcmePayment payment(String url, int millis) {
        return new AcmePayment(TypedSettings.of(AcmeOperator.class, Map.of("url", url, "replyMillis", millis)));
    }

    private static final class Acme extends SimulatedVendor {
        Acme() {
            super(0);
            open();
        }

        @Override
        protected Answer answer(Received request) {
            if (request.path().equals("/account")) return Answer.json(200, Map.of("name", "Savanna Net"));
            return Answer.json(200, request.method().equals("POST") ? Map.of("id", "p-1") : Map.of("id", "p-1", "state", "paid", "receipt", "r-1"));
        }
    }
}
