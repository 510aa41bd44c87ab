package io.mtandao.voucher.internal.kit;

import io.mtandao.api.TenantId;
import io.mtandao.api.work.JobHandler;
import io.mtandao.api.work.Jobs;
import io.mtandao.persistence.TenantTx;
import io.mtandao.testing.db.MovableClock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The scheduler in memory: written with the commit, the earlier time wins, run by moving the clock. */
public final class PlayedJobs implements Jobs {
    private final TenantTx tx;
    private final Map<String, Instant> waiting = new ConcurrentHashMap<>();

    PlayedJobs(TenantTx tx) {
        this.tx = tx;
    }

    @Override
    public void schedule(TenantId tenant, String job, String key, Instant at, String data) {
        tx.afterCommit(() -> waiting.merge(job + "/" + key, at, (was, now) -> was.isBefore(now) ? was : now));
    }

    @Override
    public void cancel(TenantId tenant, String job, String key) {
        tx.afterCommit(() -> waiting.remove(job + "/" + key));
    }

    public Optional<Instant> at(String jobAndKey) {
        return Optional.ofNullable(waiting.get(jobAndKey));
    }

    /** As on a running platform: the job at each of its times. */
    void runUntil(TenantId tenant, JobHandler handler, MovableClock clock, Instant end) throws Exception {
        for (String k : waiting.keySet().stream().filter(k -> k.startsWith(handler.name() + "/")).toList())
            while (waiting.containsKey(k) && !waiting.get(k).isAfter(end)) {
                clock.set(waiting.remove(k));
                Instant next = handler.run(tenant, k.substring(handler.name().length() + 1), null);
                if (next != null) waiting.put(k, next);
            }
        clock.set(end);
    }
}
