package io.mtandao.billing.internal.kit;

import io.mtandao.api.TenantId;
import io.mtandao.api.work.JobHandler;
import io.mtandao.api.work.Jobs;
import io.mtandao.persistence.TenantTx;
import io.mtandao.testing.db.MovableClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scheduler in memory: written with the commit, the earlier time wins, run by moving the clock. */
public final class FakeJobs implements Jobs {
    private final TenantTx tx;
    private final MovableClock clock;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private List<JobHandler> handlers = List.of();

    public record Waiting(String job, String key, Instant at, String data) {}

    FakeJobs(TenantTx tx, MovableClock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    void handledBy(List<JobHandler> all) {
        handlers = all;
    }

    @Override
    public synchronized void schedule(TenantId tenant, String job, String key, Instant at, String data) {
        tx.afterCommit(() -> put(job, key, at, data));
    }

    private synchronized void put(String job, String key, Instant at, String data) {
        waiting.merge(job + "/" + key, new Waiting(job, key, at, data),
            (was, now) -> new Waiting(job, key, was.at().isBefore(now.at()) ? was.at() : now.at(), now.data()));
    }

    @Override
    public void cancel(TenantId tenant, String job, String key) {
        tx.afterCommit(() -> waiting.remove(job + "/" + key));
    }

    public synchronized Optional<Waiting> of(String job, long key) {
        return Optional.ofNullable(waiting.get(job + "/" + key));
    }

    public synchronized long count(String job) {
        return waiting.values().stream().filter(w -> w.job().equals(job)).count();
    }

    /** As on a running platform: every job at its time. */
    void runUntil(TenantId tenant, Instant end) {
        for (Optional<Waiting> next = next(end); next.isPresent(); next = next(end)) {
            if (next.get().at().isAfter(clock.instant())) clock.set(next.get().at());
            run(tenant, next.get());
        }
    }

    private synchronized Optional<Waiting> next(Instant end) {
        return waiting.values().stream().filter(w -> !w.at().isAfter(end)).min(Comparator.comparing(Waiting::at));
    }

    private void run(TenantId tenant, Waiting w) {
        JobHandler handler = handlers.stream().filter(h -> h.name().equals(w.job())).findFirst().orElseThrow();
        synchronized (this) {
            waiting.remove(w.job() + "/" + w.key());
        }
        try {
            Instant again = handler.run(tenant, w.key(), w.data());
            if (again != null) put(w.job(), w.key(), again, w.data());
        } catch (Exception e) {
            throw new IllegalStateException(w.toString(), e);
        }
    }
}
