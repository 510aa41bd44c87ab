package io.mtandao.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.spi.TenantContext;
import io.mtandao.spi.messaging.MailTransport;
import io.mtandao.spi.messaging.MailTransport.Mail;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A way to send mail. The mark is in the subject. */
public abstract class MailTransportContract<S> extends VendorContract<MailTransport<S>, S> {
    @Override
    protected Set<String> capabilities() {
        return Set.of();
    }

    @Override
    protected void act(MailTransport<S> plugin, TenantContext<S> context, String mark) {
        plugin.send(context, new Mail("m-1", "jane@example.org", "For " + mark, "Habari"));
    }

    @Test
    void namesTheMailSoThatABounceCanBeMatched() {
        assertThat(plugin().send(context("a"), new Mail("m-1", "jane@example.org", "Habari", "Karibu")).providerId()).contains("m-1");
    }
}
