package io.mtandao.scheduling.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mtandao.api.TenantId;
import io.mtandao.api.work.DomainEvent;
import io.mtandao.api.work.Events;
import io.mtandao.api.work.Jobs;
import io.mtandao.persistence.TenantTx;
import io.mtandao.scheduling.internal.entity.EventRow;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes events and jobs in, within the unit of work that causes them. Apart from the {@link Runner}, because handlers need this to be there before them. */
@Component(service = {Events.class, Jobs.class, Desk.class})
public final class Desk implements Events, Jobs {
    private final TenantTx tx;
    private final EventJson json = new EventJson();
    private final WakeUps wakeUps;
    private final JobBook book;

    @Activate
    public Desk(@Reference TenantTx tx, @Reference(target = "(osgi.jndi.service.name=raw)") DataSource raw, @Reference Clock clock) throws SQLException {
        this.tx = tx;
        wakeUps = new WakeUps(tx, raw, clock);
        book = new JobBook(tx, clock, wakeUps);
    }

    WakeUps wakeUps() {
        return wakeUps;
    }

    JobBook book() {
        return book;
    }

    @Override
    public void raise(TenantId tenant, DomainEvent event) {
        if (!tx.running()) throw new IllegalStateException("an event is raised within a unit of work only");
        tx.run(tenant, em -> {
            EventRow row = new EventRow(event.getClass().getSimpleName(), write(event));
            em.persist(row);
            Raised raised = tx.perUnit(Raised.class, Raised::new);
            if (raised.add(row.getId())) tx.beforeCommit(e -> wakeUps.events(tenant, raised.taken()));
        });
    }

    private String write(DomainEvent event) {
        try {
            return json.write(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event must be a record of plain values: " + event.getClass(), e);
        }
    }

    @Override
    public void schedule(TenantId tenant, String job, String key, Instant at, String data) {
        book.schedule(tenant, job, key, at, data);
    }

    @Override
    public void cancel(TenantId tenant, String job, String key) {
        book.cancel(tenant, job, key);
    }
}
