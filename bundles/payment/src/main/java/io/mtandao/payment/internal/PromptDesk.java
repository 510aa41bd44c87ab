package io.mtandao.payment.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.payment.PaymentRequest;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.work.Jobs;
import io.mtandao.payment.internal.entity.PromptRow;
import io.mtandao.payment.internal.rule.Phones;
import io.mtandao.persistence.TenantTx;
import io.mtandao.spi.payment.PaymentMethod;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the wish that a subscriber be asked to pay: checks it, writes it down, and leaves the asking to {@link PushJob}. */
@Component(service = PromptDesk.class)
public final class PromptDesk {
    private final TenantTx tx;
    private final PaymentPlugins plugins;
    private final Subscribers subscribers;
    private final AmountDue due;
    private final Settings settings;
    private final Jobs jobs;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public PromptDesk(@Reference TenantTx tx, @Reference PaymentPlugins plugins, @Reference Subscribers subscribers, @Reference AmountDue due,
            @Reference Settings settings, @Reference Jobs jobs, @Reference AuditLog audit, @Reference Clock clock) {
        this.tx = tx;
        this.plugins = plugins;
        this.subscribers = subscribers;
        this.due = due;
        this.settings = settings;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    PaymentRequest request(Caller caller, long subscriberId, String method, String phone, Money amount) {
        Caller system = Caller.system(caller.tenant(), "payment");
        Subscriber s = subscribers.get(system, subscriberId);
        TenantSettings t = settings.get(system);
        String by = method(caller, method);
        String to = phone(s, phone, t);
        Money asked = amount == null ? due.of(system, subscriberId) : amount;
        if (amount == null && !asked.isPositive()) throw Invalid.field("amount", "nothing is due; say how much to ask for");
        new Invalid.Check().that(asked.currency().equals(t.currency()), "amount", "must be in " + t.currency())
            .that(asked.isPositive(), "amount", "must be above zero").orThrow();
        return tx.in(caller.tenant(), em -> {
            PromptRow row = new PromptRow(s, by, asked, to);
            em.persist(row);
            em.flush();
            audit.record(caller, "payment.request", "payment-request/" + row.getId(), null,
                Map.of("subscriber", s.id(), "method", by, "phone", to, "amount", asked.toString()));
            jobs.schedule(caller.tenant(), PushJob.NAME, row.getId().toString(), clock.instant(), null);
            return row.toRequest();
        });
    }

    private String method(Caller caller, String wanted) {
        List<String> methods = plugins.with(caller.tenant(), PaymentMethod.PUSH);
        if (methods.isEmpty()) throw Invalid.field("method", "no payment method that asks by phone is switched on and running");
        if (wanted == null || wanted.isBlank()) return methods.get(0);
        if (!methods.contains(wanted)) throw Invalid.field("method", "one of " + String.join(", ", methods));
        return wanted;
    }

    private static String phone(Subscriber s, String wanted, TenantSettings t) {
        String phone = wanted == null || wanted.isBlank() ? s.phone() : wanted;
        if (phone == null || phone.isBlank()) throw Invalid.field("phone", "the subscriber has none; say which to ask");
        return Phones.e164(phone, t.country());
    }
}
