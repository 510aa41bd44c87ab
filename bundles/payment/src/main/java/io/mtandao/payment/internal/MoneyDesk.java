package io.mtandao.payment.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.payment.Payment;
import io.mtandao.api.tenant.Settings;
import io.mtandao.payment.internal.Booking.Credited;
import io.mtandao.payment.internal.Booking.Incoming;
import io.mtandao.payment.internal.entity.PaymentRow;
import io.mtandao.spi.payment.PaymentMethod;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Money in the hands of staff: taken at the desk, and unmatched money given to whom it belongs. */
@Component(service = MoneyDesk.class)
public final class MoneyDesk {
    private static final Duration TWIN = Duration.ofMinutes(2);
    private static final Pattern OWN_NUMBER = Pattern.compile("R-\\d+");
    private final Booking booking;
    private final PaymentPlugins plugins;
    private final Subscribers subscribers;
    private final Settings settings;
    private final Clock clock;

    @Activate
    public MoneyDesk(@Reference Booking booking, @Reference PaymentPlugins plugins, @Reference Subscribers subscribers, @Reference Settings settings, @Reference Clock clock) {
        this.booking = booking;
        this.plugins = plugins;
        this.subscribers = subscribers;
        this.settings = settings;
        this.clock = clock;
    }

    Payment receive(Caller caller, String method, long subscriberId, Money amount, String reference, String note) {
        Caller system = Caller.system(caller.tenant(), "payment");
        List<String> desks = plugins.with(caller.tenant(), PaymentMethod.DESK);
        String currency = settings.get(system).currency();
        boolean blank = reference == null || reference.isBlank();
        new Invalid.Check().that(desks.contains(method), "method", desks.isEmpty() ? "no desk method is switched on and running" : "one of " + String.join(", ", desks))
            .that(amount != null && amount.isPositive(), "amount", "must be above zero")
            .that(amount == null || amount.currency().equals(currency), "amount", "must be in " + currency)
            .that(blank || !OWN_NUMBER.matcher(reference.strip()).matches(), "reference", "is like the platform's own numbers; enter the desk's own")
            .that(!blank || !desks.contains(method) || !plugins.requiresReference(caller.tenant(), method), "reference", "must be given")
            .atMost(reference, "reference", 100).atMost(note, "note", 300).orThrow();
        String receipt = blank ? null : reference.strip();
        return booking.unit(caller.tenant(), em -> {
            Subscriber s = subscribers.get(system, subscriberId);
            if (receipt != null) PaymentTable.byReceipt(em, method, receipt).ifPresent(p -> {
                throw new Conflict("reference " + receipt + " is used by " + p.getReceiptNo());
            });
            Incoming in = new Incoming(method, receipt, false, amount, s.name(), null, s.accountNumber(), note, clock.instant());
            PaymentRow booked = booking.book(em, caller, in, new Credited(s.id(), s.name()), null);
            if (receipt == null) refuseTwin(em, booked);
            return booked.toPayment();
        });
    }

    /**
     * Where no reference tells two payments apart, a button pressed twice must not book twice. Booking holds the lock of the receipt numbers, so of two at once the
     * second sees the first.
     */
    private void refuseTwin(EntityManager em, PaymentRow booked) {
        PaymentTable.unnamedTwin(em, booked, clock.instant().minus(TWIN)).ifPresent(p -> {
            throw new Conflict(p.getReceiptNo() + " of a moment ago is the same amount from the same subscriber; if this is more money, enter a reference");
        });
    }

    Payment assign(Caller caller, long paymentId, long subscriberId) {
        return booking.unit(caller.tenant(), em -> {
            PaymentRow row = PaymentTable.lockPayment(em, paymentId);
            Subscriber s = subscribers.get(Caller.system(caller.tenant(), "payment"), subscriberId);
            booking.assign(caller, row, new Credited(s.id(), s.name()));
            return row.toPayment();
        });
    }
}
