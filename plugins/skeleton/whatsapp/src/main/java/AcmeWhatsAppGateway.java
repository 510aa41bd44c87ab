package io.mtandao.plugin.acme.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.spi.Health;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.messaging.Sent;
import io.mtandao.spi.messaging.WhatsAppGateway;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** WhatsApp messages by Acme. */
@Component(service = WhatsAppGateway.class, configurationPid = AcmeOperator.PID)
@Designate(ocd = AcmeOperator.class)
public final class AcmeWhatsAppGateway implements WhatsAppGateway<AcmeSettings> {
    private final AcmeOperator operator;
    private final AcmeClient client;

    @Activate
    public AcmeWhatsAppGateway(AcmeOperator operator) {
        this.operator = operator;
        this.client = new AcmeClient(Duration.ofMillis(operator.connectMillis()), Duration.ofMillis(operator.replyMillis()));
    }

    @Override
    public PluginDescription describe() {
        return new PluginDescription("acme", "Acme", "WhatsApp messages by Acme", "vaadin:chat", Set.of(),
            List.of(URI.create(operator.url()).getHost()), List.of(), List.of());
    }

    @Override
    public Class<AcmeSettings> settingsType() {
        return AcmeSettings.class;
    }

    @Override
    public Sent send(TenantContext<AcmeSettings> context, TemplateMessage message) {
        JsonNode reply = client.post(operator.url() + "/messages", context.settings().apiKey().strip(),
            Map.of("to", message.to(), "template", message.template(), "language", message.language(), "parameters", message.parameters()),
            Outcome.UNKNOWN);
        String id = reply.path("id").asText("");
        if (id.isBlank()) throw new VendorProblem(Outcome.UNKNOWN, "Acme took it without giving it a number");
        return new Sent(id, reply.path("status").asText());
    }

    @Override
    public Health test(TenantContext<AcmeSettings> context) {
        try {
            JsonNode account = client.get(operator.url() + "/account", context.settings().apiKey().strip(), Outcome.RETRY);
            return Health.ok("Connected as " + account.path("name").asText());
        } catch (VendorProblem e) {
            return Health.bad(e.getMessage());
        }
    }
}
