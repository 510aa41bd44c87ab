package io.mtandao.scheduling.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import io.mtandao.api.work.EventHandler;
import io.mtandao.api.work.JobHandler;
import io.mtandao.persistence.TenantTx;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Does on this node what is due: nodes share the table, a row is claimed by one, and the work of a node that died moves on after 20 s. */
@Component(immediate = true, service = Runner.class)
public final class Runner {
    private static final int AT_ONCE = 10;
    private final List<EventHandler<?>> eventHandlers = new CopyOnWriteArrayList<>();
    private final List<JobHandler> jobHandlers = new CopyOnWriteArrayList<>();
    private final Scheduler scheduler;
    private final Desk desk;

    @Activate
    public Runner(@Reference Desk desk, @Reference TenantTx tx, @Reference(target = "(osgi.jndi.service.name=raw)") DataSource raw, @Reference Clock clock)
            throws SQLException {
        this(desk, tx, raw, clock, Duration.ofSeconds(1));
    }

    /** @param polling how often due work is looked for that nobody announced on this node */
    public Runner(Desk desk, TenantTx tx, DataSource raw, Clock clock, Duration polling) throws SQLException {
        this.desk = desk;
        EventRelay relay = new EventRelay(tx, new EventJson(), eventHandlers);
        BatchRelay batches = new BatchRelay(tx, relay, desk.wakeUps());
        SchedulerBuilder b = Scheduler.create(raw, WakeUps.batchTask(batches::deliver), WakeUps.task("event", relay::deliver),
                WakeUps.task("job", text -> desk.book().run(text, jobHandlers)))
            .schedulerName(new SchedulerName.Fixed("node-" + UUID.randomUUID())).serializer(new TextSerializer()).clock(clock::instant)
            .jdbcCustomization(WakeUps.dialect(raw)).threads(AT_ONCE).pollingInterval(polling).heartbeatInterval(Duration.ofSeconds(5))
            .missedHeartbeatsLimit(4).shutdownMaxWait(Duration.ofSeconds(10)).failureLogging(LogLevel.DEBUG, false);
        if (WakeUps.isPostgres(raw)) b.pollUsingLockAndFetch(0.5, 2.0);
        scheduler = b.build();
        scheduler.start();
        desk.wakeUps().nudge(scheduler::triggerCheckForDueExecutions);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addEventHandler(EventHandler<?> handler) {
        eventHandlers.add(handler);
    }

    public void removeEventHandler(EventHandler<?> handler) {
        eventHandlers.remove(handler);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addJobHandler(JobHandler handler) {
        jobHandlers.add(handler);
    }

    public void removeJobHandler(JobHandler handler) {
        jobHandlers.remove(handler);
    }

    @Deactivate
    public void close() {
        desk.wakeUps().nudge(() -> {});
        scheduler.stop();
    }
}
