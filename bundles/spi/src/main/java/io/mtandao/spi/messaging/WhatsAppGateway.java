package io.mtandao.spi.messaging;

import io.mtandao.spi.Plugin;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Sends WhatsApp messages by approved templates. */
@ConsumerType
public interface WhatsAppGateway<S> extends Plugin<S> {
    /** @throws io.mtandao.spi.VendorProblem see its outcomes */
    Sent send(TenantContext<S> context, TemplateMessage message);

    default List<DeliveryNotice> interpret(TenantContext<S> context, RawCallback callback) {
        return List.of();
    }

    /** @param to E.164 @param language for example "en" @param parameters of the template's body, in order */
    record TemplateMessage(String messageId, String to, String template, String language, List<String> parameters) {}
}
