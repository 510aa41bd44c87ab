package io.mtandao.scheduling.internal;

import io.mtandao.api.TenantId;
import io.mtandao.persistence.TenantTx;
import java.util.ArrayList;
import java.util.List;

/**
 * Delivers the events of one unit of work one after the other. Those that fail get a wake-up each, so that the others are done with and a retry costs
 * nobody else anything. When the node dies in the middle the whole batch comes again, and what was handled is passed over.
 */
final class BatchRelay {
    private final TenantTx tx;
    private final EventRelay relay;
    private final WakeUps wakeUps;

    BatchRelay(TenantTx tx, EventRelay relay, WakeUps wakeUps) {
        this.tx = tx;
        this.relay = relay;
        this.wakeUps = wakeUps;
    }

    /** @param text tenant/id of the first */
    void deliver(String text, List<Long> ids) {
        TenantId tenant = new TenantId(text.substring(0, text.lastIndexOf('/')));
        List<Long> failed = new ArrayList<>();
        for (long id : ids) {
            if (Thread.currentThread().isInterrupted()) throw new IllegalStateException("this node stops; the events of " + text + " come again elsewhere");
            try {
                relay.deliver(tenant + "/" + id);
            } catch (RuntimeException e) {
                // the relay has told of it
                failed.add(id);
            }
        }
        if (!failed.isEmpty()) tx.run(tenant, em -> failed.forEach(id -> wakeUps.eventAgain(tenant + "/" + id)));
    }
}
