package io.mtandao.rest.internal.ops;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** Whether the database answers, asked at most once a second, so that nobody empties the pool by asking for the health. */
final class DatabaseCheck {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int PATIENCE_SECONDS = 3;
    /** Understood by Derby and PostgreSQL alike. */
    private static final String QUESTION = "values (1)";
    private final LongSupplier nanoTime;
    private long askedAt;
    private Boolean answered;

    DatabaseCheck(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized boolean answers(DataSource database) {
        long now = nanoTime.getAsLong();
        if (answered == null || now - askedAt >= FRESH_NANOS) {
            // in a thread of its own: a pool that is empty keeps its callers waiting for half a minute
            answered = CompletableFuture.supplyAsync(() -> ask(database)).completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            askedAt = nanoTime.getAsLong();
        }
        return answered;
    }

    private static boolean ask(DataSource database) {
        try (Connection c = database.getConnection(); Statement s = c.createStatement()) {
            s.setQueryTimeout(PATIENCE_SECONDS);
            return s.execute(QUESTION);
        } catch (java.sql.SQLException e) {
            return false;
        }
    }
}
