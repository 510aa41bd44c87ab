package io.mtandao.payment.internal;

import io.mtandao.api.TenantId;
import io.mtandao.spi.CallbackHandler;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.payment.PaymentNotice;
import io.mtandao.spi.payment.PaymentNotice.Failed;
import io.mtandao.spi.payment.PaymentNotice.Paid;
import io.mtandao.spi.payment.PaymentNotice.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has a payment method read its callback, and sees to each thing that it says. One that was seen to before changes nothing. */
@Component
public final class PaymentCallbacks implements CallbackHandler {
    private final PaymentPlugins plugins;
    private final PromptMoney prompts;
    private final UnaskedMoney unasked;

    @Activate
    public PaymentCallbacks(@Reference PaymentPlugins plugins, @Reference PromptMoney prompts, @Reference UnaskedMoney unasked) {
        this.plugins = plugins;
        this.prompts = prompts;
        this.unasked = unasked;
    }

    @Override
    public String kind() {
        return "payment";
    }

    @Override
    public Outcome handle(TenantId tenant, String pluginId, RawCallback callback) {
        List<PaymentNotice> notices = plugins.interpret(tenant, pluginId, callback);
        if (notices.isEmpty()) return new Outcome(true, "says nothing about money");
        List<Outcome> outcomes = new ArrayList<>();
        for (PaymentNotice n : notices) outcomes.add(see(tenant, pluginId, n, callback.receivedAt()));
        return new Outcome(outcomes.stream().allMatch(Outcome::accepted), String.join("; ", outcomes.stream().map(Outcome::detail).toList()));
    }

    private Outcome see(TenantId tenant, String method, PaymentNotice notice, Instant receivedAt) {
        if (notice instanceof Rejected r) return new Outcome(false, r.reason());
        if (notice instanceof Failed f) return prompts.failed(tenant, method, f, receivedAt);
        Paid paid = (Paid) notice;
        return paid.providerRef() == null ? unasked.paid(tenant, method, paid, receivedAt) : prompts.paid(tenant, method, paid, receivedAt);
    }
}
