package io.mtandao.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.messaging.SmsGateway;
import io.mtandao.spi.messaging.SmsGateway.Sms;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A gateway of text messages. The mark is in the text. */
public abstract class SmsGatewayContract<S> extends VendorContract<SmsGateway<S>, S> {
    @Override
    protected Set<String> capabilities() {
        return Set.of("delivery");
    }

    @Override
    protected void act(SmsGateway<S> plugin, TenantContext<S> context, String mark) {
        plugin.send(context, new Sms("1", "+254712345678", "For " + mark));
    }

    @Override
    protected List<?> interpret(SmsGateway<S> plugin, TenantContext<S> context, RawCallback callback) {
        return plugin.interpret(context, callback);
    }

    @Test
    void namesTheMessageSoThatItsDeliveryCanBeTold() {
        assertThat(plugin().send(context("a"), new Sms("1", "+254712345678", "Habari")).providerId()).isNotBlank();
    }
}
