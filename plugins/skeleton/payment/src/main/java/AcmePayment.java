package io.mtandao.plugin.acme.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mtandao.api.Money;
import io.mtandao.spi.Callback;
import io.mtandao.spi.Health;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.payment.PaymentMethod;
import io.mtandao.spi.payment.PaymentNotice;
import io.mtandao.spi.payment.PaymentNotice.Failed;
import io.mtandao.spi.payment.PaymentNotice.Paid;
import io.mtandao.spi.payment.PaymentNotice.Rejected;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Prompts to pay by Acme. */
@Component(service = PaymentMethod.class, configurationPid = AcmeOperator.PID)
@Designate(ocd = AcmeOperator.class)
public final class AcmePayment implements PaymentMethod<AcmeSettings> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final AcmeOperator operator;
    private final AcmeClient client;

    @Activate
    public AcmePayment(AcmeOperator operator) {
        this.operator = operator;
        this.client = new AcmeClient(Duration.ofMillis(operator.connectMillis()), Duration.ofMillis(operator.replyMillis()));
    }

    @Override
    public PluginDescription describe() {
        return new PluginDescription("acme", "Acme", "Subscribers pay by Acme", "vaadin:money", Set.of(PUSH, CALLBACK),
            List.of(URI.create(operator.url()).getHost()), List.of(),
            List.of(Callback.notice("payment", 200, "application/json", "{}")));
    }

    @Override
    public Class<AcmeSettings> settingsType() {
        return AcmeSettings.class;
    }

    @Override
    public Prompt push(TenantContext<AcmeSettings> context, PushOrder order) {
        JsonNode reply = client.post(operator.url() + "/prompts", key(context), Map.of("phone", order.phone(), "minor", order.amount().minor(),
            "currency", order.amount().currency(), "reference", order.reference(), "callback", context.callbackUrl("payment")), Outcome.UNKNOWN);
        String id = reply.path("id").asText("");
        if (id.isBlank()) throw new VendorProblem(Outcome.UNKNOWN, "Acme took the order without giving it a number");
        return new Prompt(id, "A request is on its way to " + order.phone());
    }

    @Override
    public PushState query(TenantContext<AcmeSettings> context, String providerRef) {
        JsonNode prompt = client.get(operator.url() + "/prompts/" + URLEncoder.encode(providerRef, StandardCharsets.UTF_8), key(context), Outcome.RETRY);
        String state = prompt.path("state").asText();
        return new PushState(state.equals("paid") ? PushState.State.PAID : state.equals("failed") ? PushState.State.FAILED : PushState.State.PENDING,
            prompt.path("receipt").asText(null), state);
    }

    /** Acme signs nothing, so nothing is called verified: the platform asks back. A vendor that signs is checked here, over the raw bytes. */
    @Override
    public List<PaymentNotice> interpret(TenantContext<AcmeSettings> context, RawCallback callback) {
        try {
            JsonNode body = JSON.readTree(callback.body());
            String id = body.path("id").asText("");
            String receipt = body.path("receipt").asText("");
            if (id.isBlank()) return List.of(new Rejected("no number of a prompt"));
            if (body.path("state").asText().equals("failed")) return List.of(new Failed(id, "failed", "The payment failed"));
            if (receipt.isBlank() || !body.path("minor").canConvertToLong() || !body.path("minor").isIntegralNumber() || body.path("minor").asLong() <= 0)
                return List.of(new Rejected("no receipt or no amount"));
            return List.of(new Paid(id, receipt, Money.of(body.path("minor").asLong(), context.currency()), null, null, null, callback.receivedAt(),
                false));
        } catch (IOException e) {
            return List.of(new Rejected("not JSON"));
        }
    }

    @Override
    public Health test(TenantContext<AcmeSettings> context) {
        try {
            return Health.ok("Connected as " + client.get(operator.url() + "/account", key(context), Outcome.RETRY).path("name").asText());
        } catch (VendorProblem e) {
            return Health.bad(e.getMessage());
        }
    }

    private static String key(TenantContext<AcmeSettings> context) {
        return context.settings().apiKey().strip();
    }
}
