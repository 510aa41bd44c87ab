package io.mtandao.plugin.whatsapp.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.api.Invalid;
import io.mtandao.spi.Callback;
import io.mtandao.spi.CallbackQuestions;
import io.mtandao.spi.Health;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.messaging.DeliveryNotice;
import io.mtandao.spi.messaging.Sent;
import io.mtandao.spi.messaging.WhatsAppGateway;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * WhatsApp by Meta's Cloud API. The purpose {@code webhook} is one address with two uses, for Meta takes only one: a POST is a notice, and a GET (the
 * check of a new address) is a question, which the platform puts to {@link #answer} although the callback is declared a notice.
 */
@Component(service = WhatsAppGateway.class, configurationPid = WhatsAppOperator.PID)
@Designate(ocd = WhatsAppOperator.class)
public final class WhatsAppCloudGateway implements WhatsAppGateway<WhatsAppSettings>, CallbackQuestions<WhatsAppSettings> {
    private final WhatsAppOperator operator;
    private final GraphClient graph;

    @Activate
    public WhatsAppCloudGateway(WhatsAppOperator operator) {
        this.operator = operator;
        this.graph = new GraphClient(Duration.ofMillis(operator.connectMillis()), Duration.ofMillis(operator.replyMillis()));
    }

    @Override
    public PluginDescription describe() {
        return new PluginDescription("whatsapp-cloud", "WhatsApp", "Template messages by Meta's WhatsApp Cloud API, with delivery and read receipts",
            "vaadin:chat", Set.of("delivery"), List.of(URI.create(operator.graphUrl()).getHost()), List.of(),
            List.of(Callback.notice("webhook", 200, "text/plain", "")));
    }

    @Override
    public Class<WhatsAppSettings> settingsType() {
        return WhatsAppSettings.class;
    }

    @Override
    public Map<String, String> faults(WhatsAppSettings settings) {
        return new Invalid.Check()
            .that(settings.phoneNumberId().strip().matches("\\d{5,30}"), "phoneNumberId", "must be digits only: Meta's number for the phone number, not the phone number")
            .that(settings.apiVersion().strip().matches("v\\d{1,3}\\.\\d{1,2}"), "apiVersion", "must look like v23.0")
            .wrong();
    }

    @Override
    public Sent send(TenantContext<WhatsAppSettings> context, TemplateMessage message) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("name", message.template());
        template.put("language", Map.of("code", message.language()));
        if (!message.parameters().isEmpty()) template.put("components", List.of(Map.of("type", "body", "parameters",
            message.parameters().stream().map(text -> Map.of("type", "text", "text", oneLine(text))).toList())));
        JsonNode reply = graph.post(url(context.settings()) + "/messages", context.settings().accessToken().strip(), Map.of("messaging_product", "whatsapp",
            "recipient_type", "individual", "to", message.to().replaceAll("\\D", ""), "type", "template", "template", template));
        JsonNode sent = reply.path("messages").path(0);
        String id = sent.path("id").asText("");
        if (id.isBlank()) throw new VendorProblem(Outcome.UNKNOWN, "WhatsApp answered without a message number");
        return new Sent(id, sent.path("message_status").asText("accepted"));
    }

    @Override
    public List<DeliveryNotice> interpret(TenantContext<WhatsAppSettings> context, RawCallback callback) {
        return WhatsAppWebhook.events(context.settings(), callback);
    }

    @Override
    public Reply answer(TenantContext<WhatsAppSettings> context, RawCallback question, Accounts accounts) {
        return WhatsAppWebhook.challenge(context.settings(), question.query());
    }

    @Override
    public Health test(TenantContext<WhatsAppSettings> context) {
        try {
            JsonNode number = graph.get(url(context.settings()) + "?fields=display_phone_number,verified_name", context.settings().accessToken().strip());
            String phone = number.path("display_phone_number").asText("");
            return phone.isEmpty() ? Health.bad("WhatsApp answered without the number's name")
                : Health.ok("Connected: " + number.path("verified_name").asText() + ", " + phone);
        } catch (VendorProblem e) {
            return Health.bad(e.getMessage());
        }
    }

    /** Both parts come from a form and go into a path. */
    private String url(WhatsAppSettings settings) {
        Map<String, String> faults = faults(settings);
        if (!faults.isEmpty()) throw new VendorProblem(Outcome.MISCONFIGURED, "the settings are not right: " + faults);
        return operator.graphUrl() + "/" + settings.apiVersion().strip() + "/" + settings.phoneNumberId().strip();
    }

    /** Meta refuses parameters with line breaks, tabs or a row of spaces. */
    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
