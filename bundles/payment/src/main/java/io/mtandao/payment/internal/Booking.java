package io.mtandao.payment.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Money;
import io.mtandao.api.Permission;
import io.mtandao.api.Stale;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.payment.Payment;
import io.mtandao.api.payment.PaymentUnmatched;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.work.Events;
import io.mtandao.payment.internal.entity.PaymentRow;
import io.mtandao.payment.internal.entity.PromptRow;
import io.mtandao.persistence.Series;
import io.mtandao.persistence.TenantTx;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes money down: payment row, ledger, event and audit in one unit of work. Decides nothing. */
@Component(service = Booking.class)
public final class Booking {
    private static final int TRIES = 3;
    private final TenantTx tx;
    private final Series series;
    private final Ledger ledger;
    private final Events events;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public Booking(@Reference TenantTx tx, @Reference Series series, @Reference Ledger ledger, @Reference Events events, @Reference AuditLog audit, @Reference Clock clock) {
        this.tx = tx;
        this.series = series;
        this.ledger = ledger;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Money as somebody told of it.
     *
     * @param receipt null when nobody outside gave one: the payment's own number stands in
     * @param provisional whether the receipt only stands in for the true one
     */
    record Incoming(String method, String receipt, boolean provisional, Money amount, String payer, String phone, String reference, String note, Instant paidAt) {}

    /** For whom. */
    record Credited(long subscriberId, String name) {}

    /**
     * One unit of work that looks before it books. Of two that book the same at the same time the unique key refuses one, which then looks again and
     * finds the other's booking.
     */
    <R> R unit(TenantId tenant, TenantTx.Work<R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return tx.in(tenant, work);
            } catch (Conflict | Stale e) {
                if (attempt == TRIES || tx.running()) throw e;
            }
        }
    }

    /** @param prompt that it answers, locked; or null */
    PaymentRow book(EntityManager em, Caller caller, Incoming in, Credited whose, PromptRow prompt) {
        PaymentRow row = row(caller, in);
        row.bookFor(whose.subscriberId(), whose.name(), now());
        if (prompt != null) row.answers(prompt.getId());
        em.persist(row);
        // the unique key speaks before the ledger is touched
        em.flush();
        Ledger.Received received = ledger.receive(onBehalfOf(caller), whose.subscriberId(), in.amount(), BookingWords.source(row), BookingWords.memo(row));
        booked(caller, row, received);
        if (prompt != null) prompt.paid(row.getId(), "paid, receipt " + row.getReceiptNo());
        return row;
    }

    PaymentRow unmatched(EntityManager em, Caller caller, Incoming in) {
        PaymentRow row = row(caller, in);
        em.persist(row);
        em.flush();
        ledger.receiveUnmatched(onBehalfOf(caller), in.amount(), BookingWords.source(row), BookingWords.memo(row));
        events.raise(caller.tenant(), new PaymentUnmatched(row.getId(), in.amount(), in.reference()));
        audit.record(caller, "payment.unmatched", BookingWords.subject(row), null, BookingWords.told(row));
        return row;
    }

    /** @param row locked */
    void assign(Caller caller, PaymentRow row, Credited whose) {
        if (row.getState() != Payment.State.UNMATCHED) throw new Conflict("this money is assigned already");
        Map<String, Object> before = BookingWords.told(row);
        row.bookFor(whose.subscriberId(), whose.name(), now());
        Ledger.Received received = ledger.assign(onBehalfOf(caller), whose.subscriberId(), row.getMoney(), BookingWords.source(row), BookingWords.memo(row));
        events.raise(caller.tenant(), BookingWords.event(row, received));
        audit.record(caller, "payment.assign", BookingWords.subject(row), before, BookingWords.told(row));
    }

    /** A payment that came in another way is the answer to a prompt. Both are locked. */
    void link(Caller caller, PaymentRow row, PromptRow prompt) {
        row.answers(prompt.getId());
        prompt.paid(row.getId(), "paid, receipt " + row.getReceiptNo());
        audit.record(caller, "payment.link", BookingWords.subject(row), null, Map.of("prompt", prompt.getId()));
    }

    /** @param row locked */
    void complete(Caller caller, PaymentRow row, String receipt, String payer) {
        Map<String, Object> before = BookingWords.told(row);
        row.complete(receipt, payer);
        audit.record(caller, "payment.receipt", BookingWords.subject(row), before, BookingWords.told(row));
    }

    private PaymentRow row(Caller caller, Incoming in) {
        String number = "R-%06d".formatted(series.next(caller.tenant(), "receipt"));
        PaymentRow row = new PaymentRow(number, in.method(), in.receipt() == null ? number : in.receipt(), in.amount(), in.paidAt(), now());
        row.told(in.payer(), in.phone(), in.reference(), in.note());
        if (in.provisional()) row.standIn();
        return row;
    }

    private void booked(Caller caller, PaymentRow row, Ledger.Received received) {
        events.raise(caller.tenant(), BookingWords.event(row, received));
        audit.record(caller, "payment.book", BookingWords.subject(row), null, BookingWords.told(row));
    }

    /** As the database will tell it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The ledger asks for rights of its own; who may pay in is decided here, and the person stays the one who did it. */
    private static Caller onBehalfOf(Caller c) {
        return new Caller(c.tenant(), c.kind(), c.id(), c.name(), EnumSet.allOf(Permission.class), c.origin());
    }
}
