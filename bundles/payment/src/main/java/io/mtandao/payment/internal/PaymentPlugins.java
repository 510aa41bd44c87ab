package io.mtandao.payment.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.Unavailable;
import io.mtandao.spi.PluginRegistry;
import io.mtandao.spi.PluginRegistry.Handle;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.payment.PaymentMethod;
import io.mtandao.spi.payment.PaymentMethod.Prompt;
import io.mtandao.spi.payment.PaymentMethod.PushOrder;
import io.mtandao.spi.payment.PaymentMethod.PushState;
import io.mtandao.spi.payment.PaymentNotice;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The payment methods that a tenant has switched on and that are running. All calls are made outside any unit of work. */
@Component(service = PaymentPlugins.class)
public final class PaymentPlugins {
    @SuppressWarnings("unchecked") // the registry gives each plugin its own settings
    private static final Class<PaymentMethod<Object>> KIND = (Class<PaymentMethod<Object>>) (Class<?>) PaymentMethod.class;

    private final PluginRegistry registry;

    @Activate
    public PaymentPlugins(@Reference PluginRegistry registry) {
        this.registry = registry;
    }

    /** Ids, in the tenant's order. */
    public List<String> with(TenantId tenant, String capability) {
        return registry.enabled(tenant, KIND).stream().map(Handle::description).filter(d -> d.capabilities().contains(capability)).map(d -> d.id()).toList();
    }

    /** Empty while the method is away or switched off. @throws io.mtandao.spi.VendorProblem */
    public Optional<Prompt> push(TenantId tenant, String method, PushOrder order) {
        return find(tenant, method).map(h -> h.call((plugin, context) -> plugin.push(context, order)));
    }

    /** Whether money at the desk must have a reference of the desk's own. @throws Unavailable while the method cannot say */
    public boolean requiresReference(TenantId tenant, String method) {
        try {
            return running(tenant, method).call((plugin, context) -> plugin.requiresReference(context));
        } catch (VendorProblem e) {
            throw new Unavailable("whether " + method + " needs a reference cannot be told now; enter one");
        }
    }

    /** @throws Unavailable while the method is away or switched off @throws io.mtandao.spi.VendorProblem */
    public PushState query(TenantId tenant, String method, String providerRef) {
        return running(tenant, method).call((plugin, context) -> plugin.query(context, providerRef));
    }

    /** @throws Unavailable while the method is away or switched off @throws io.mtandao.spi.VendorProblem */
    public List<PaymentNotice> interpret(TenantId tenant, String method, RawCallback callback) {
        return running(tenant, method).call((plugin, context) -> plugin.interpret(context, callback));
    }

    private Handle<PaymentMethod<Object>> running(TenantId tenant, String method) {
        return find(tenant, method).orElseThrow(() -> new Unavailable("the payment method " + method + " is away now"));
    }

    private Optional<Handle<PaymentMethod<Object>>> find(TenantId tenant, String method) {
        return registry.enabled(tenant, KIND, method);
    }
}
