package io.mtandao.plugin.cash.internal;

import io.mtandao.spi.Health;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.payment.PaymentMethod;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Money that staff takes at the desk. There is nobody to call: the platform books what staff enters. */
@Component(service = PaymentMethod.class)
public final class CashPayment implements PaymentMethod<CashSettings> {
    @Override
    public PluginDescription describe() {
        return new PluginDescription("cash", "Cash", "Staff takes the money at the desk and enters it", "vaadin:cash", Set.of(DESK), List.of(),
            List.of(), List.of());
    }

    @Override
    public Class<CashSettings> settingsType() {
        return CashSettings.class;
    }

    @Override
    public boolean requiresReference(TenantContext<CashSettings> context) {
        return context.settings().requireReference();
    }

    @Override
    public Health test(TenantContext<CashSettings> context) {
        CashSettings settings = context.settings();
        if (settings.label().isBlank()) return Health.bad("Give it a name that staff knows");
        return Health.ok("'" + settings.label().strip() + "' is ready. Staff " + (settings.requireReference() ? "must" : "may") + " enter a reference");
    }
}
