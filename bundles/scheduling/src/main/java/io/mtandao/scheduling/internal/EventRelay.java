package io.mtandao.scheduling.internal;

import io.mtandao.api.Stale;
import io.mtandao.api.TenantId;
import io.mtandao.api.work.DomainEvent;
import io.mtandao.api.work.EventHandler;
import io.mtandao.persistence.TenantTx;
import io.mtandao.scheduling.internal.entity.EventRow;
import io.mtandao.scheduling.internal.entity.HandledRow;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands one event to all its handlers, each in a unit of work of its own; one that fails does not keep the others from it. */
final class EventRelay {
    private static final Logger LOG = LoggerFactory.getLogger(EventRelay.class);
    /** One more is lost only to somebody who writes without a pause. */
    private static final int RACES = 5;
    private final TenantTx tx;
    private final EventJson json;
    private final List<EventHandler<?>> handlers;

    EventRelay(TenantTx tx, EventJson json, List<EventHandler<?>> handlers) {
        this.tx = tx;
        this.json = json;
        this.handlers = handlers;
    }

    private record Told(String type, String payload) {}

    /** @param text tenant/event id. Throws when any handler failed, so that it is tried again: those that have handled it are passed over. */
    void deliver(String text) {
        int slash = text.lastIndexOf('/');
        TenantId tenant = new TenantId(text.substring(0, slash));
        long id = Long.parseLong(text.substring(slash + 1));
        Told told = tx.in(tenant, em -> {
            EventRow row = em.find(EventRow.class, id);
            return row == null ? null : new Told(row.getType(), row.getPayload());
        });
        if (told == null) return;
        Throwable failed = null;
        for (EventHandler<?> handler : handlers) {
            try {
                if (handler.type().getSimpleName().equals(told.type)) insist(tenant, id, told, handler);
            } catch (RuntimeException | LinkageError e) {
                // a LinkageError is what a handler meets whose bundle is being replaced
                LOG.warn("tenant {}: {} failed on {} {}, it will be tried again", tenant, handler.name(), told.type, id, e);
                failed = e;
            }
        }
        if (failed != null) throw new IllegalStateException(told.type + " " + id + " is not handled by all", failed);
    }

    /** Somebody else changed the same row at the same moment: nothing is wrong, and who has paid is not to wait for the next try. */
    private void insist(TenantId tenant, long id, Told told, EventHandler<?> handler) {
        for (int race = 1; ; race++) {
            try {
                handle(tenant, id, told, handler);
                return;
            } catch (Stale e) {
                if (race == RACES) throw e;
                LOG.debug("tenant {}: {} lost a race on {} {}, it is repeated", tenant, handler.name(), told.type, id, e);
            }
        }
    }

    private <E extends DomainEvent> void handle(TenantId tenant, long id, Told told, EventHandler<E> handler) {
        tx.run(tenant, em -> {
            long done = em.createQuery("select count(h) from HandledRow h where h.eventId = ?1 and h.handler = ?2", Long.class)
                .setParameter(1, id).setParameter(2, handler.name()).getSingleResult();
            if (done > 0) return;
            // first the note, so that a second node that is at the same event fails here and changes nothing
            em.persist(new HandledRow(id, handler.name()));
            em.flush();
            handler.on(tenant, json.read(told.payload, handler.type()));
        });
    }
}
