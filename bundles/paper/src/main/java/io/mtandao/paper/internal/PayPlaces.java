package io.mtandao.paper.internal;

import io.mtandao.api.TenantId;
import io.mtandao.paper.internal.sheet.HowToPay.Place;
import io.mtandao.spi.PluginRegistry;
import io.mtandao.spi.PluginRegistry.Handle;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.payment.PaymentMethod;
import io.mtandao.spi.payment.PaymentMethod.PayTo;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an ISP's subscribers pay by hand: the first of its payment plugins that knows such a place. */
@Component(service = PayPlaces.class)
public final class PayPlaces {
    private static final Logger LOG = LoggerFactory.getLogger(PayPlaces.class);

    @SuppressWarnings("unchecked")
    private static final Class<PaymentMethod<Object>> PAYMENT = (Class<PaymentMethod<Object>>) (Class<?>) PaymentMethod.class;

    private final PluginRegistry plugins;

    @Activate
    public PayPlaces(@Reference PluginRegistry plugins) {
        this.plugins = plugins;
    }

    /** Outside any unit of work. A plugin that breaks is passed over: the bill is worth more than its code. */
    Optional<Place> first(TenantId tenant) {
        for (Handle<PaymentMethod<Object>> handle : plugins.enabled(tenant, PAYMENT)) {
            try {
                Optional<PayTo> place = handle.call((method, context) -> method.payTo(context));
                if (place == null || place.isEmpty()) continue;
                return Optional.of(new Place(handle.description().name(), place.get().place(), place.get().takesReference()));
            } catch (VendorProblem e) {
                LOG.debug("tenant {}: {} did not say where to pay", tenant, handle.description().id(), e);
            }
        }
        return Optional.empty();
    }
}
