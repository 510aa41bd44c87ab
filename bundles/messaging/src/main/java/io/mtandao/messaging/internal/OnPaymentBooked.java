package io.mtandao.messaging.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.payment.PaymentBooked;
import io.mtandao.api.work.EventHandler;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells whoever paid that the money is there. */
@Component(service = EventHandler.class)
public final class OnPaymentBooked implements EventHandler<PaymentBooked> {
    private final Outbox outbox;
    private final SubscriberWords about;

    @Activate
    public OnPaymentBooked(@Reference Outbox outbox, @Reference SubscriberWords about) {
        this.outbox = outbox;
        this.about = about;
    }

    @Override
    public Class<PaymentBooked> type() {
        return PaymentBooked.class;
    }

    @Override
    public String name() {
        return "messaging.payment-booked";
    }

    @Override
    public void on(TenantId tenant, PaymentBooked e) {
        Subscriber s = about.subscriber(tenant, e.subscriberId());
        Map<String, String> words = about.of(tenant, s, null, outbox.settings(tenant));
        words.put("amount", e.amount().toString());
        words.put("receipt", e.receipt());
        words.put("balance", e.balance().toString());
        outbox.write(tenant, Occasion.PAYMENT_RECEIVED, new Outbox.Reader(s.id(), s.phone()), words, "payment-received/" + e.paymentId());
    }
}
