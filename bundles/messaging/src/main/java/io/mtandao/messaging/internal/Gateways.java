package io.mtandao.messaging.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.messaging.Channel;
import io.mtandao.spi.PluginRegistry;
import io.mtandao.spi.PluginRegistry.Handle;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.messaging.DeliveryNotice;
import io.mtandao.spi.messaging.MailTransport;
import io.mtandao.spi.messaging.Sent;
import io.mtandao.spi.messaging.SmsGateway;
import io.mtandao.spi.messaging.WhatsAppGateway;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The gateways an ISP enabled, by channel, in its order. */
@Component(service = Gateways.class)
public final class Gateways {
    @SuppressWarnings("unchecked")
    private static final Class<SmsGateway<Object>> SMS = (Class<SmsGateway<Object>>) (Class<?>) SmsGateway.class;

    @SuppressWarnings("unchecked")
    private static final Class<WhatsAppGateway<Object>> WHATSAPP = (Class<WhatsAppGateway<Object>>) (Class<?>) WhatsAppGateway.class;

    @SuppressWarnings("unchecked")
    private static final Class<MailTransport<Object>> MAIL = (Class<MailTransport<Object>>) (Class<?>) MailTransport.class;

    private final PluginRegistry plugins;

    @Activate
    public Gateways(@Reference PluginRegistry plugins) {
        this.plugins = plugins;
    }

    /** A message as it was read, to be sent outside the unit of work. */
    record Letter(long id, Channel channel, String to, String subject, String body, String template, String language, List<String> parameters) {}

    interface Gateway {
        String id();

        /** @throws VendorProblem as the plugin says */
        Sent send(Letter letter);
    }

    boolean any(TenantId tenant, Channel channel) {
        return !of(tenant, channel).isEmpty();
    }

    List<Gateway> of(TenantId tenant, Channel channel) {
        return switch (channel) {
            case SMS -> plugins.enabled(tenant, SMS).stream()
                .map(h -> gateway(h, l -> h.call((g, c) -> g.send(c, new SmsGateway.Sms(Long.toString(l.id), l.to, l.body))))).toList();
            case WHATSAPP -> plugins.enabled(tenant, WHATSAPP).stream()
                .map(h -> gateway(h, l -> h.call((g, c) -> g.send(c, new WhatsAppGateway.TemplateMessage(Long.toString(l.id), l.to, l.template, l.language, l.parameters))))).toList();
            case MAIL -> plugins.enabled(tenant, MAIL).stream()
                .map(h -> gateway(h, l -> h.call((g, c) -> g.send(c, new MailTransport.Mail(Long.toString(l.id), l.to, l.subject, l.body))))).toList();
        };
    }

    private static Gateway gateway(Handle<?> handle, java.util.function.Function<Letter, Sent> send) {
        return new Gateway() {
            @Override
            public String id() {
                return handle.description().id();
            }

            @Override
            public Sent send(Letter letter) {
                return send.apply(letter);
            }
        };
    }

    /** @throws VendorProblem RETRY when the plugin is away */
    List<DeliveryNotice> interpret(TenantId tenant, Channel channel, String plugin, RawCallback callback) {
        return switch (channel) {
            case SMS -> plugins.enabled(tenant, SMS, plugin).orElseThrow(() -> away(plugin)).call((g, c) -> g.interpret(c, callback));
            case WHATSAPP -> plugins.enabled(tenant, WHATSAPP, plugin).orElseThrow(() -> away(plugin)).call((g, c) -> g.interpret(c, callback));
            case MAIL -> List.of();
        };
    }

    private static VendorProblem away(String plugin) {
        return new VendorProblem(VendorProblem.Outcome.RETRY, "the plugin " + plugin + " is not enabled or not running");
    }
}
