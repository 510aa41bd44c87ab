package io.mtandao.messaging.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.BillIssued;
import io.mtandao.api.billing.BillOverdue;
import io.mtandao.api.billing.BillRunFinished;
import io.mtandao.api.billing.FuseBlown;
import io.mtandao.api.billing.LedgerBroken;
import io.mtandao.api.billing.SubscriptionAboutToExpire;
import io.mtandao.api.payment.PaymentBooked;
import io.mtandao.api.work.DomainEvent;
import io.mtandao.api.work.EventHandler;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The table of what is written when something happens. */
@Component(service = {}, immediate = true)
public final class Reactions {
    private final List<ServiceRegistration<?>> registered;

    /** @param name stable: by it the platform knows which events were handled */
    record Reaction<E extends DomainEvent>(Class<E> type, String name, BiConsumer<TenantId, E> then) implements EventHandler<E> {
        @Override
        public void on(TenantId tenant, E event) {
            then.accept(tenant, event);
        }
    }

    @Activate
    public Reactions(BundleContext context, @Reference SubscriberNotices subscribers, @Reference BillNotices bills, @Reference OwnerAlarms owners) {
        registered = table(subscribers, bills, owners).stream().<ServiceRegistration<?>>map(r -> context.registerService(EventHandler.class, r, null)).toList();
    }

    static List<Reaction<?>> table(SubscriberNotices subscribers, BillNotices bills, OwnerAlarms owners) {
        return List.of(
            when(PaymentBooked.class, "messaging.payment-booked", (t, e) -> subscribers.tell(t, Occasion.PAYMENT_RECEIVED, e.subscriberId(), null,
                Map.of("amount", e.amount().toString(), "receipt", e.receipt(), "balance", e.balance().toString()), "payment-received/" + e.paymentId())),
            when(SubscriptionAboutToExpire.class, "messaging.about-to-expire", (t, e) -> subscribers.tell(t, Occasion.ABOUT_TO_EXPIRE, e.subscriberId(),
                e.subscriptionId(), Map.of(), "about-to-expire/" + e.subscriptionId() + "/" + e.expiresAt().getEpochSecond())),
            when(BillIssued.class, "messaging.bill-issued", (t, e) -> bills.issued(t, e.billId())),
            when(BillOverdue.class, "messaging.bill-overdue", (t, e) -> bills.dunned(t, e.billId(), e.day(), e.action())),
            when(FuseBlown.class, "messaging.fuse-blown", owners::fuseBlown),
            when(LedgerBroken.class, "messaging.ledger-broken", owners::ledgerBroken),
            when(BillRunFinished.class, "messaging.bill-run-finished", owners::billRunFinished));
    }

    private static <E extends DomainEvent> Reaction<E> when(Class<E> type, String name, BiConsumer<TenantId, E> then) {
        return new Reaction<>(type, name, then);
    }

    @Deactivate
    void end() {
        registered.forEach(ServiceRegistration::unregister);
    }
}
