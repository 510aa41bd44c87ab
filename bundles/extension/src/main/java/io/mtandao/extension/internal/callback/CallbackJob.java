package io.mtandao.extension.internal.callback;

import io.mtandao.api.TenantId;
import io.mtandao.api.Unavailable;
import io.mtandao.api.extension.CallbackInbox.State;
import io.mtandao.api.work.JobHandler;
import io.mtandao.extension.internal.InstalledPlugins;
import io.mtandao.extension.internal.PluginTable;
import io.mtandao.extension.internal.entity.CallbackRow;
import io.mtandao.extension.internal.entity.PluginRow;
import io.mtandao.persistence.TenantTx;
import io.mtandao.spi.CallbackHandler;
import io.mtandao.spi.RawCallback;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a stored callback looked at by the handler of its kind. When the node dies on the way the job runs again: the handler is harmless to repeat.
 * A callback whose plugin or handler is away waits for ever; one that fails is given up after {@value #MOST_TRIES} tries, but kept.
 */
@Component
public final class CallbackJob implements JobHandler {
    static final String NAME = "extension.callback";
    private static final Logger LOG = LoggerFactory.getLogger(CallbackJob.class);
    private static final int MOST_TRIES = 20;
    private static final Duration AWAY = Duration.ofSeconds(5);
    /** Switched off is a person's decision, not a moment's gap. */
    private static final Duration OFF = Duration.ofMinutes(1);

    private final TenantTx tx;
    private final InstalledPlugins installed;
    private final Clock clock;

    /** Dynamic, because handlers come and go with their bundles. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<CallbackHandler> handlers = List.of();

    @Activate
    public CallbackJob(@Reference TenantTx tx, @Reference InstalledPlugins installed, @Reference Clock clock) {
        this.tx = tx;
        this.installed = installed;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    private record Waiting(String plugin, String kind, boolean enabled, RawCallback raw) {}

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        long id = Long.parseLong(key);
        Waiting w = tx.in(tenant, em -> {
            CallbackRow e = em.find(CallbackRow.class, id);
            if (e == null || e.getState() != State.WAITING) return null;
            boolean enabled = PluginTable.find(em, e.getPluginId()).map(PluginRow::isEnabled).orElse(false);
            return new Waiting(e.getPluginId(), e.getKind(), enabled, RawForm.raw(e));
        });
        if (w == null) return null;
        if (!w.enabled()) return waitFor(tenant, id, w.plugin() + " is switched off", OFF);
        if (installed.find(w.plugin()).isEmpty()) return waitFor(tenant, id, w.plugin() + " is not running now", AWAY);
        CallbackHandler handler = handlers.stream().filter(h -> h.kind().equals(w.kind())).findFirst().orElse(null);
        if (handler == null) return waitFor(tenant, id, "nobody handles " + w.kind() + " now", AWAY);
        return handle(tenant, id, w, handler);
    }

    private Instant handle(TenantId tenant, long id, Waiting w, CallbackHandler handler) {
        try {
            CallbackHandler.Outcome outcome = handler.handle(tenant, w.plugin(), w.raw());
            change(tenant, id, e -> e.finish(outcome.accepted() ? State.DONE : State.QUARANTINED, outcome.detail(), clock.instant()));
            if (!outcome.accepted()) LOG.warn("callback {} of {} for {} is in quarantine: {}", id, w.plugin(), tenant, outcome.detail());
            return null;
        } catch (Unavailable e) {
            return waitFor(tenant, id, e.getMessage(), AWAY);
        } catch (RuntimeException | LinkageError e) {
            // a bundle that is being replaced throws LinkageErrors
            int tries = tx.in(tenant, em -> em.find(CallbackRow.class, id).failed(e.toString()));
            if (tries < MOST_TRIES) throw e instanceof RuntimeException r ? r : new IllegalStateException("the handler is being replaced", e);
            change(tenant, id, c -> c.finish(State.FAILED, "given up after " + tries + " tries: " + e, clock.instant()));
            LOG.error("callback {} of {} for {} is given up after {} tries", id, w.plugin(), tenant, tries, e);
            return null;
        }
    }

    private Instant waitFor(TenantId tenant, long id, String what, Duration pause) {
        change(tenant, id, e -> e.waitFor("waits: " + what));
        return clock.instant().plus(pause);
    }

    private void change(TenantId tenant, long id, Consumer<CallbackRow> change) {
        tx.run(tenant, em -> change.accept(em.find(CallbackRow.class, id)));
    }
}
