package io.mtandao.plugin.httpsms.internal;

import io.mtandao.spi.Callback;
import io.mtandao.spi.Health;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.messaging.DeliveryNotice;
import io.mtandao.spi.messaging.Sent;
import io.mtandao.spi.messaging.SmsGateway;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Text messages by any gateway with an HTTP interface that the ISP can describe. */
@Component(service = SmsGateway.class, configurationPid = HttpSmsOperator.PID)
@Designate(ocd = HttpSmsOperator.class)
public final class HttpSmsGateway implements SmsGateway<HttpSmsSettings> {
    private final HttpSmsOperator operator;
    private final GatewayClient client;

    @Activate
    public HttpSmsGateway(HttpSmsOperator operator) {
        this.operator = operator;
        this.client = new GatewayClient(operator);
    }

    @Override
    public PluginDescription describe() {
        return new PluginDescription("sms-http", "SMS by HTTP", "Text messages by any gateway with an HTTP interface: you describe request and reply",
            "vaadin:globe-wire",
            Set.of("delivery"), List.of(), List.of(), List.of(Callback.notice("delivery", 200, "text/plain", "OK")));
    }

    @Override
    public Class<HttpSmsSettings> settingsType() {
        return HttpSmsSettings.class;
    }

    @Override
    public Map<String, String> faults(HttpSmsSettings settings) {
        return HttpSmsForm.faults(settings);
    }

    @Override
    public Sent send(TenantContext<HttpSmsSettings> context, Sms sms) {
        HttpResponse<byte[]> reply = client.send(request(context, sms));
        return ReplyRule.read(context.settings(), reply.statusCode(), new String(reply.body(), StandardCharsets.UTF_8), sms.messageId());
    }

    @Override
    public List<DeliveryNotice> interpret(TenantContext<HttpSmsSettings> context, RawCallback callback) {
        return DeliveryRule.read(context.settings(), callback);
    }

    /** No gateway can be asked without sending something, so this only tries the settings out and the way to the host. */
    @Override
    public Health test(TenantContext<HttpSmsSettings> context) {
        HttpSmsSettings settings = context.settings();
        try {
            HttpRequest request = request(context, new Sms("1", "+254700000000", "x"));
            client.requirePublic(request);
            ReplyRule.in(settings.successStatus(), 200);
            BoundedPattern.find(settings.successPattern(), "");
            ReplyRule.extract(settings.messageId().strip(), "{}");
            return reach(request.uri());
        } catch (VendorProblem e) {
            return Health.bad(e.getMessage());
        }
    }

    private Health reach(URI uri) {
        int port = uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), port), operator.connectMillis());
            return Health.ok("The settings can be read and " + uri.getHost() + " can be reached. Send a message to see whether it takes it");
        } catch (IOException e) {
            return Health.bad(uri.getHost() + " cannot be reached on port " + port);
        }
    }

    private static HttpRequest request(TenantContext<HttpSmsSettings> context, Sms sms) {
        HttpSmsSettings settings = context.settings();
        String to = settings.numberFormat().equals("digits") ? sms.to().replace("+", "") : sms.to();
        return RequestTemplate.of(settings, Map.of("to", to, "text", sms.text(), "from", settings.from().strip(), "id", sms.messageId(),
            "callback", context.callbackUrl("delivery"))).build();
    }
}
