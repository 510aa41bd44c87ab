package io.mtandao.scheduling.internal.entity;

import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/**
 * A job that waits or runs. Each time its due time changes it enters a new round, and a wake-up for that round is left with the scheduler; a wake-up
 * of an older round finds that it is no longer wanted.
 */
@Entity
@Table(name = "scheduling_job")
public class JobRow extends TenantEntity {
    private String job;

    @Column(name = "job_key")
    private String key;

    private String data;
    private long round;

    @Column(name = "running_round")
    private long runningRound;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "again_at")
    private Instant againAt;

    private int tries;

    @Column(name = "last_error")
    private String lastError;

    protected JobRow() {}

    public JobRow(String job, String key, String data, Instant dueAt) {
        this.job = job;
        this.key = key;
        this.data = data;
        this.dueAt = dueAt;
        this.round = 1;
    }

    /** @return whether a new round began, so that a wake-up is needed */
    public boolean askAgain(Instant at, String newData) {
        data = newData;
        if (isRunning()) {
            // one run at a time: whoever runs it sees this when it is done
            againAt = againAt == null || at.isBefore(againAt) ? at : againAt;
            return false;
        }
        if (!at.isBefore(dueAt)) return false;
        beginRound(at);
        return true;
    }

    /** @param at null when only what was asked for meanwhile counts */
    public void beginRound(Instant at) {
        round++;
        dueAt = at == null || (againAt != null && againAt.isBefore(at)) ? againAt : at;
        againAt = null;
    }

    public boolean wantedAgain() {
        return againAt != null;
    }

    public void run() {
        runningRound = round;
    }

    public boolean isRunning() {
        return runningRound == round;
    }

    public void failed(String error) {
        tries++;
        lastError = error;
    }

    /** It ran well and is to run again. */
    public void succeeded() {
        tries = 0;
        lastError = null;
    }

    public String getJob() {
        return job;
    }

    public String getKey() {
        return key;
    }

    public String getData() {
        return data;
    }

    public long getRound() {
        return round;
    }

    public Instant getDueAt() {
        return dueAt;
    }

    public int getTries() {
        return tries;
    }

    public String getLastError() {
        return lastError;
    }
}
