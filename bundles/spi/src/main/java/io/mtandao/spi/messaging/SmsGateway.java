package io.mtandao.spi.messaging;

import io.mtandao.spi.Plugin;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Sends text messages. */
@ConsumerType
public interface SmsGateway<S> extends Plugin<S> {
    /** @throws io.mtandao.spi.VendorProblem see its outcomes; UNKNOWN is never sent again by itself */
    Sent send(TenantContext<S> context, Sms sms);

    /** What a delivery callback says; empty when nothing. */
    default List<DeliveryNotice> interpret(TenantContext<S> context, RawCallback callback) {
        return List.of();
    }

    /** @param messageId the platform's own id @param to E.164 */
    record Sms(String messageId, String to, String text) {}
}
