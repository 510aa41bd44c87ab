package io.mtandao.scheduling.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.mtandao.api.TenantId;
import io.mtandao.persistence.TenantTx;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Leaves wake-ups with db-scheduler within the running unit of work. A wake-up is its text, unique within its kind. */
final class WakeUps {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private final TenantTx tx;
    private final Clock clock;
    private final SchedulerClient joining;
    private final OneTimeTask<String> batches = batchTask((text, ids) -> {});
    private final OneTimeTask<String> events = task("event", text -> {});
    private final OneTimeTask<String> jobs = task("job", text -> {});
    private volatile Runnable nudge = () -> {};

    WakeUps(TenantTx tx, DataSource raw, Clock clock) throws SQLException {
        this.tx = tx;
        this.clock = clock;
        joining = SchedulerClient.Builder.create(tx.joined(), batches, events, jobs).serializer(new TextSerializer()).jdbcCustomization(dialect(raw)).build();
    }

    static OneTimeTask<String> task(String name, Consumer<String> work) {
        return oneTime(name).execute((instance, context) -> work.accept(instance.getId()));
    }

    /** A kind of its own, so that a node of an earlier version leaves it to the others. */
    static OneTimeTask<String> batchTask(BiConsumer<String, List<Long>> work) {
        return oneTime("events").execute((instance, context) -> work.accept(instance.getId(), EventIds.of(instance.getData())));
    }

    private static Tasks.OneTimeTaskBuilder<String> oneTime(String name) {
        return Tasks.oneTime(name, String.class).onFailure(new FailureHandler.ExponentialBackoffFailureHandler<String>(AFTER_FAILURE, 2));
    }

    static JdbcCustomization dialect(DataSource raw) throws SQLException {
        return isPostgres(raw) ? new PostgreSqlJdbcCustomization(false, false) : new DerbyDialect();
    }

    static boolean isPostgres(DataSource raw) throws SQLException {
        try (Connection c = raw.getConnection()) {
            return c.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        }
    }

    /** What to call when work that is due now was committed on this node, so that it need not wait for the next look. */
    void nudge(Runnable nudge) {
        this.nudge = nudge;
    }

    /** Called once per unit of work for all that it raised. */
    void events(TenantId tenant, List<List<Long>> raised) {
        for (List<Long> ids : raised) joining.scheduleIfNotExists(batches.instance(tenant + "/" + ids.get(0), EventIds.text(ids)), clock.instant());
        tx.afterCommit(() -> nudge.run());
    }

    /** One event that failed among others. */
    void eventAgain(String text) {
        joining.scheduleIfNotExists(events.instance(text), clock.instant().plus(AFTER_FAILURE));
    }

    void job(String text, Instant at) {
        joining.scheduleIfNotExists(jobs.instance(text), at);
        if (!at.isAfter(clock.instant())) tx.afterCommit(() -> nudge.run());
    }
}
