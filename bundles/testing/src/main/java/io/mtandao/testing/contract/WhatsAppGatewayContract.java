package io.mtandao.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.messaging.WhatsAppGateway;
import io.mtandao.spi.messaging.WhatsAppGateway.TemplateMessage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A gateway to WhatsApp. The mark is a parameter of the template. */
public abstract class WhatsAppGatewayContract<S> extends VendorContract<WhatsAppGateway<S>, S> {
    @Override
    protected Set<String> capabilities() {
        return Set.of("delivery");
    }

    @Override
    protected void act(WhatsAppGateway<S> plugin, TenantContext<S> context, String mark) {
        plugin.send(context, message(mark));
    }

    @Override
    protected List<?> interpret(WhatsAppGateway<S> plugin, TenantContext<S> context, RawCallback callback) {
        return plugin.interpret(context, callback);
    }

    @Test
    void namesTheMessageSoThatItsDeliveryCanBeTold() {
        assertThat(plugin().send(context("a"), message("a")).providerId()).isNotBlank();
    }

    private static TemplateMessage message(String mark) {
        return new TemplateMessage("1", "+254712345678", "payment_received", "en", List.of("For " + mark, "KES 1,500.00"));
    }
}
