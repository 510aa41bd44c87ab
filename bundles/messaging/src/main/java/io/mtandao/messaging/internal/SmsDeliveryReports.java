package io.mtandao.messaging.internal;

import io.mtandao.api.messaging.Channel;
import io.mtandao.persistence.TenantTx;
import io.mtandao.spi.CallbackHandler;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Delivery reports of SMS gateways. */
@Component(service = CallbackHandler.class)
public final class SmsDeliveryReports extends DeliveryReports {
    @Activate
    public SmsDeliveryReports(@Reference TenantTx tx, @Reference Gateways gateways, @Reference Clock clock) {
        super(tx, gateways, clock, Channel.SMS);
    }
}
