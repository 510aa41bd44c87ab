package io.mtandao.billing.internal.entity;

import io.mtandao.api.Money;
import io.mtandao.api.billing.BillRun;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** A bill run. Its counts are the sums of its chunks, added up when the last is through. */
@Entity
@Table(name = "billing_run")
public class RunRow extends TenantEntity {
    private static final String RUNNING = "RUNNING";

    @Enumerated(EnumType.STRING)
    private BillRun.State state = BillRun.State.RUNNING;

    /** The same for every run that is running, so that the database lets one be. */
    @Column(name = "running_key")
    private String runningKey = RUNNING;

    @Column(name = "due_until")
    private Instant until;

    private String who;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    private long planned;
    private long billed;
    private long paid;
    private long skipped;
    private long parked;

    @Column(name = "total_minor")
    private long totalMinor;

    private String currency;

    protected RunRow() {}

    public RunRow(Instant until, String who, Instant startedAt, String currency) {
        this.until = until;
        this.who = who;
        this.startedAt = startedAt;
        this.currency = currency;
    }

    public void planned(long count) {
        planned = count;
    }

    public void stop() {
        state = BillRun.State.STOPPED;
    }

    /** @param sums billed, paid, skipped, parked, total */
    public void finish(long[] sums, Instant at) {
        if (state == BillRun.State.RUNNING) state = BillRun.State.DONE;
        runningKey = null;
        finishedAt = at;
        billed = sums[0];
        paid = sums[1];
        skipped = sums[2];
        parked = sums[3];
        totalMinor = sums[4];
    }

    /** @param sums of its chunks so far, while it is running; null once it is through */
    public BillRun view(long[] sums) {
        long[] n = sums != null ? sums : new long[] {billed, paid, skipped, parked, totalMinor};
        return new BillRun(getId(), getVersion(), state, until, who, startedAt, finishedAt, planned, n[0], n[1], n[2], n[3], Money.of(n[4], currency));
    }

    public boolean isOver() {
        return finishedAt != null;
    }

    public BillRun.State getState() {
        return state;
    }

    public Instant getUntil() {
        return until;
    }

    public Instant getStartedAt() {
        return startedAt;
    }
}
