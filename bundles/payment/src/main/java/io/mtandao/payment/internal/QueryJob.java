package io.mtandao.payment.internal;

import io.mtandao.api.Money;
import io.mtandao.api.TenantId;
import io.mtandao.api.Unavailable;
import io.mtandao.api.payment.PaymentRequest.State;
import io.mtandao.api.work.JobHandler;
import io.mtandao.payment.internal.entity.PromptRow;
import io.mtandao.payment.internal.rule.PromptTimes;
import io.mtandao.persistence.TenantTx;
import io.mtandao.spi.CallbackHandler.Outcome;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.payment.PaymentMethod.PushState;
import io.mtandao.spi.payment.PaymentNotice.Paid;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks a provider what became of a prompt, until it says so: callbacks get lost. */
@Component
public final class QueryJob implements JobHandler {
    static final String NAME = "payment.query";
    private final TenantTx tx;
    private final PaymentPlugins plugins;
    private final PromptMoney money;
    private final Clock clock;

    @Activate
    public QueryJob(@Reference TenantTx tx, @Reference PaymentPlugins plugins, @Reference PromptMoney money, @Reference Clock clock) {
        this.tx = tx;
        this.plugins = plugins;
        this.money = money;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    private record Open(String method, String ref, Money amount, String phone, Instant sentAt, Instant paidSeenAt) {}

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        long id = Long.parseLong(key);
        Open open = tx.in(tenant, em -> {
            PromptRow p = PaymentTable.lockPrompt(em, id);
            boolean over = p.getPaymentId() != null || p.getState() == State.FAILED || p.getSentAt() == null;
            return over ? null : new Open(p.getMethod(), p.getProviderRef(), p.getMoney(), p.getPhone(), p.getSentAt(), p.getPaidSeenAt());
        });
        if (open == null) return null;
        if (open.paidSeenAt() != null) return receiptAwaited(tenant, id, open.paidSeenAt());
        return ask(tenant, id, open);
    }

    private Instant receiptAwaited(TenantId tenant, long id, Instant since) {
        Instant until = since.plus(PromptTimes.RECEIPT_WITHIN);
        if (clock.instant().isBefore(until)) return until;
        money.bookWithoutReceipt(tenant, id);
        return null;
    }

    private Instant ask(TenantId tenant, long id, Open open) {
        Instant now = clock.instant();
        if (open.ref() == null) return again(tenant, id, open, now, "the provider did not say what it calls this prompt");
        try {
            PushState told = plugins.query(tenant, open.method(), open.ref());
            return switch (told.state()) {
                case PENDING -> again(tenant, id, open, now, told.text());
                case FAILED -> change(tenant, id, p -> {
                    if (p.getPaymentId() == null) p.fail(told.text());
                }, null);
                case PAID -> paid(tenant, id, open, told, now);
            };
        } catch (VendorProblem | Unavailable e) {
            return again(tenant, id, open, now, e.getMessage());
        }
    }

    private Instant paid(TenantId tenant, long id, Open open, PushState told, Instant now) {
        if (told.receipt() != null) {
            // it comes from the provider itself, for this very prompt: what was asked for is what was paid
            Outcome outcome = money.paid(tenant, open.method(), new Paid(open.ref(), told.receipt(), open.amount(), null, null, open.phone(), now, true), now);
            return outcome.accepted() ? null : change(tenant, id, p -> {
                if (p.getPaymentId() == null) p.tell(State.UNKNOWN, "the provider calls it paid, but " + outcome.detail());
            }, null);
        }
        return change(tenant, id, p -> {
            if (p.getPaymentId() == null) p.paidSeen(now);
        }, now.plus(PromptTimes.RECEIPT_WITHIN));
    }

    private Instant again(TenantId tenant, long id, Open open, Instant now, String why) {
        Instant next = PromptTimes.nextAsk(open.sentAt(), now).orElse(null);
        if (next == null) return change(tenant, id, p -> {
            if (p.getPaymentId() == null) p.tell(State.UNKNOWN, "the provider never said what became of it (" + why + "); look at its statement before asking again");
        }, null);
        return next;
    }

    private Instant change(TenantId tenant, long id, Consumer<PromptRow> change, Instant next) {
        tx.run(tenant, em -> change.accept(PaymentTable.lockPrompt(em, id)));
        return next;
    }
}
