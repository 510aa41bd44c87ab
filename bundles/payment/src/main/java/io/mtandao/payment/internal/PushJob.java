package io.mtandao.payment.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.payment.PaymentRequest.State;
import io.mtandao.api.work.JobHandler;
import io.mtandao.api.work.Jobs;
import io.mtandao.payment.internal.entity.PromptRow;
import io.mtandao.payment.internal.rule.PromptTimes;
import io.mtandao.persistence.TenantTx;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.payment.PaymentMethod.Prompt;
import io.mtandao.spi.payment.PaymentMethod.PushOrder;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands a prompt to its provider, at most once: when the answer was lost, with the node or on the wire, nothing is sent again. */
@Component
public final class PushJob implements JobHandler {
    static final String NAME = "payment.push";
    private static final String SHOWN = "Internet";
    private final TenantTx tx;
    private final PaymentPlugins plugins;
    private final Jobs jobs;
    private final Clock clock;

    @Activate
    public PushJob(@Reference TenantTx tx, @Reference PaymentPlugins plugins, @Reference Jobs jobs, @Reference Clock clock) {
        this.tx = tx;
        this.plugins = plugins;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    private record Call(String method, PushOrder order) {}

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        long id = Long.parseLong(key);
        Call call = tx.in(tenant, em -> begun(tenant, PaymentTable.lockPrompt(em, id)));
        if (call == null) return null;
        try {
            Optional<Prompt> prompt = plugins.push(tenant, call.method(), call.order());
            if (prompt.isEmpty()) return change(tenant, id, (p, now) -> later(p, call.method() + " is away now", now));
            return change(tenant, id, (p, now) -> ask(tenant, p, q -> q.sent(prompt.get().providerRef(), prompt.get().text(), now)));
        } catch (VendorProblem e) {
            return change(tenant, id, (p, now) -> switch (e.outcome()) {
                case RETRY -> later(p, e.getMessage(), now);
                case REFUSED, MISCONFIGURED -> failed(p, e.getMessage());
                case UNKNOWN -> ask(tenant, p, q -> q.unknown(e.getMessage() + "; it is not known whether a prompt was shown", now));
            });
        }
    }

    /** Writes down that the call is going to be made. Null when there is nothing to call. */
    private Call begun(TenantId tenant, PromptRow p) {
        if (p.getState() != State.NEW) return null;
        Instant now = clock.instant();
        if (p.isCalling()) {
            ask(tenant, p, q -> q.unknown("interrupted while it was sent; it is not known whether a prompt was shown", now));
            return null;
        }
        if (PromptTimes.tooLateToSend(p.getCreatedAt(), now)) {
            failed(p, tooLate(p));
            return null;
        }
        p.callBegins();
        return new Call(p.getMethod(), new PushOrder(p.getId().toString(), p.getPhone(), p.getMoney(), p.getAccount(), SHOWN));
    }

    private static Instant later(PromptRow p, String why, Instant now) {
        p.notSentYet("not sent yet: " + why);
        Optional<Instant> next = PromptTimes.nextSend(p.getCreatedAt(), now);
        if (next.isEmpty()) p.fail(tooLate(p));
        return next.orElse(null);
    }

    private static String tooLate(PromptRow p) {
        return "no prompt was sent within " + PromptTimes.SEND_UNTIL.toMinutes() + " minutes (" + p.getTold() + "); ask again if it is still wanted";
    }

    private static Instant failed(PromptRow p, String why) {
        p.fail(why);
        return null;
    }

    private Instant ask(TenantId tenant, PromptRow p, java.util.function.Consumer<PromptRow> change) {
        change.accept(p);
        PromptTimes.nextAsk(p.getSentAt(), clock.instant()).ifPresent(at -> jobs.schedule(tenant, QueryJob.NAME, p.getId().toString(), at, null));
        return null;
    }

    private Instant change(TenantId tenant, long id, BiFunction<PromptRow, Instant, Instant> change) {
        return tx.in(tenant, em -> change.apply(PaymentTable.lockPrompt(em, id), clock.instant()));
    }
}
