package io.mtandao.spi.messaging;

import io.mtandao.spi.Plugin;
import io.mtandao.spi.TenantContext;
import org.osgi.annotation.versioning.ConsumerType;

/** Sends mail. */
@ConsumerType
public interface MailTransport<S> extends Plugin<S> {
    /** @throws io.mtandao.spi.VendorProblem see its outcomes */
    Sent send(TenantContext<S> context, Mail mail);

    /** @param messageId used as Message-ID @param to one address */
    record Mail(String messageId, String to, String subject, String text) {}
}
