package io.mtandao.scheduling.internal;

import io.mtandao.api.Stale;
import io.mtandao.api.TenantId;
import io.mtandao.api.work.JobHandler;
import io.mtandao.persistence.LostRace;
import io.mtandao.persistence.TenantTx;
import io.mtandao.scheduling.internal.entity.JobRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which jobs wait, and the doing of them. */
final class JobBook {
    private static final Logger LOG = LoggerFactory.getLogger(JobBook.class);
    private static final Duration WAIT_FOR_HANDLER = Duration.ofSeconds(5);
    private static final Duration AFTER_STALE = Duration.ofMillis(200);
    private final TenantTx tx;
    private final Clock clock;
    private final WakeUps wakeUps;

    JobBook(TenantTx tx, Clock clock, WakeUps wakeUps) {
        this.tx = tx;
        this.clock = clock;
        this.wakeUps = wakeUps;
    }

    void schedule(TenantId tenant, String job, String key, Instant at, String data) {
        tx.run(tenant, em -> {
            JobRow row = locked(em, job, key);
            if (row == null) {
                // who asks for the same at the same moment is repeated and finds this row
                wake(tenant, LostRace.made(em, new JobRow(job, key, data, at)));
            } else if (row.askAgain(at, data)) wake(tenant, row);
        });
    }

    void cancel(TenantId tenant, String job, String key) {
        tx.run(tenant, em -> {
            JobRow row = locked(em, job, key);
            if (row != null) em.remove(row);
        });
    }

    private void wake(TenantId tenant, JobRow row) {
        wakeUps.job(tenant + "/" + row.getId() + "/" + row.getRound(), row.getDueAt());
    }

    private record Turn(TenantId tenant, long id, long round, String job, String key, String data) {}

    /** @param text tenant/id/round */
    void run(String text, List<JobHandler> handlers) {
        String[] parts = text.split("/");
        TenantId tenant = new TenantId(parts[0]);
        long id = Long.parseLong(parts[1]), round = Long.parseLong(parts[2]);
        Turn turn = tx.in(tenant, em -> claimed(em, tenant, id, round));
        if (turn == null) return;
        Optional<JobHandler> handler = handlers.stream().filter(h -> h.name().equals(turn.job)).findFirst();
        if (handler.isEmpty()) {
            again(turn, clock.instant().plus(WAIT_FOR_HANDLER), null);
            return;
        }
        try {
            Instant next = handler.get().run(tenant, turn.key, turn.data);
            finish(turn, next);
        } catch (Stale e) {
            // somebody else changed the same row at the same moment: nothing is wrong
            LOG.debug("tenant {}: job {} {} is repeated", tenant, turn.job, turn.key, e);
            again(turn, clock.instant().plus(AFTER_STALE), null);
        } catch (Exception | LinkageError e) {
            // a LinkageError is what a handler meets whose plugin or bundle is being replaced
            LOG.warn("tenant {}: job {} {} failed, it will be tried again", tenant, turn.job, turn.key, e);
            again(turn, null, e);
        }
    }

    /** Null when this round is no longer wanted. */
    private static Turn claimed(EntityManager em, TenantId tenant, long id, long round) {
        JobRow row = em.find(JobRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || row.getRound() != round) return null;
        row.run();
        return new Turn(tenant, id, round, row.getJob(), row.getKey(), row.getData());
    }

    private void finish(Turn turn, Instant next) {
        tx.run(turn.tenant, em -> {
            JobRow row = em.find(JobRow.class, turn.id, LockModeType.PESSIMISTIC_WRITE);
            if (row == null || row.getRound() != turn.round) return;
            if (next == null && !row.wantedAgain()) {
                em.remove(row);
                return;
            }
            row.succeeded();
            row.beginRound(next);
            wake(turn.tenant, row);
        });
    }

    /** @param at when, or null for the pause that belongs to the number of failures */
    private void again(Turn turn, Instant at, Throwable failure) {
        tx.run(turn.tenant, em -> {
            JobRow row = em.find(JobRow.class, turn.id, LockModeType.PESSIMISTIC_WRITE);
            if (row == null || row.getRound() != turn.round) return;
            if (failure != null) row.failed(shortened(failure));
            row.beginRound(at != null ? at : clock.instant().plus(Pauses.after(row.getTries())));
            wake(turn.tenant, row);
        });
    }

    private static String shortened(Throwable e) {
        String text = e.getClass().getSimpleName() + ": " + e.getMessage();
        return text.length() > 1000 ? text.substring(0, 1000) : text;
    }

    private static JobRow locked(EntityManager em, String job, String key) {
        List<JobRow> found = em.createQuery("select j from JobRow j where j.job = ?1 and j.key = ?2", JobRow.class)
            .setParameter(1, job).setParameter(2, key).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        return found.isEmpty() ? null : found.get(0);
    }
}
