package io.mtandao.plugin.africastalking.internal;

import io.mtandao.api.Invalid;
import io.mtandao.spi.Callback;
import io.mtandao.spi.Health;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.messaging.DeliveryNotice;
import io.mtandao.spi.messaging.Sent;
import io.mtandao.spi.messaging.SmsGateway;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Text messages by Africa's Talking. */
@Component(service = SmsGateway.class, configurationPid = AfricasTalkingOperator.PID)
@Designate(ocd = AfricasTalkingOperator.class)
public final class AfricasTalkingSmsGateway implements SmsGateway<AfricasTalkingSettings> {
    private final AfricasTalkingOperator operator;
    private final AfricasTalkingClient client;

    @Activate
    public AfricasTalkingSmsGateway(AfricasTalkingOperator operator) {
        this.operator = operator;
        this.client = new AfricasTalkingClient(Duration.ofMillis(operator.connectMillis()), Duration.ofMillis(operator.replyMillis()));
    }

    @Override
    public PluginDescription describe() {
        return new PluginDescription("africastalking", "Africa's Talking", "Text messages across Africa, with delivery reports", "vaadin:comment",
            Set.of("delivery"),
            List.of(URI.create(operator.productionUrl()).getHost(), URI.create(operator.sandboxUrl()).getHost()), List.of(),
            List.of(Callback.notice("delivery", 200, "text/plain", "")));
    }

    @Override
    public Class<AfricasTalkingSettings> settingsType() {
        return AfricasTalkingSettings.class;
    }

    @Override
    public Map<String, String> faults(AfricasTalkingSettings settings) {
        boolean sandbox = settings.environment().equals(AfricasTalkingSettings.SANDBOX);
        String username = settings.username().strip();
        return new Invalid.Check()
            .that(!username.contains(" "), "username", "must be one word, as it stands on account.africastalking.com")
            .that(sandbox == username.equals("sandbox"), "username", sandbox ? "must be sandbox in the sandbox" : "must be that of your application; sandbox is for the sandbox only")
            .that(settings.senderId().strip().length() <= 11, "senderId", "must be your registered name or short code, of at most 11 characters")
            .wrong();
    }

    @Override
    public Sent send(TenantContext<AfricasTalkingSettings> context, Sms sms) {
        AfricasTalkingSettings settings = context.settings();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("username", settings.username().strip());
        form.put("to", sms.to());
        form.put("message", sms.text());
        if (!settings.senderId().isBlank()) form.put("from", settings.senderId().strip());
        form.put("bulkSMSMode", "1");
        return client.post(url(settings) + "/version1/messaging", settings.apiKey().strip(), form).sent();
    }

    @Override
    public List<DeliveryNotice> interpret(TenantContext<AfricasTalkingSettings> context, RawCallback callback) {
        return DeliveryReport.read(callback);
    }

    @Override
    public Health test(TenantContext<AfricasTalkingSettings> context) {
        AfricasTalkingSettings settings = context.settings();
        try {
            AfricasTalkingReply reply = client.get(url(settings) + "/version1/user", settings.apiKey().strip(),
                Map.of("username", settings.username().strip()));
            String balance = reply.json().path("UserData").path("balance").asText("");
            if (reply.status() == 401) return Health.bad("Africa's Talking does not accept this user name and API key (" + settings.environment() + ")");
            if (reply.status() != 200 || balance.isEmpty()) return Health.bad("Africa's Talking answered HTTP " + reply.status());
            return Health.ok("Connected (" + settings.environment() + "). Balance: " + balance);
        } catch (VendorProblem e) {
            return Health.bad(e.getMessage());
        }
    }

    private String url(AfricasTalkingSettings settings) {
        return settings.environment().equals(AfricasTalkingSettings.SANDBOX) ? operator.sandboxUrl() : operator.productionUrl();
    }
}
