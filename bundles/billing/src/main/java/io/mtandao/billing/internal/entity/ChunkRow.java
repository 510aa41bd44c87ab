package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** A part of a bill run: everything that a range of payers pays for, so that one wallet is never in two parts. Billed in one unit of work. */
@Entity
@Table(name = "billing_run_chunk")
public class ChunkRow extends TenantEntity {
    public enum State {
        WAITING,
        DONE,
        /** The run was stopped before it. */
        LEFT
    }

    @Column(name = "run_id")
    private long runId;

    @Column(name = "chunk_number")
    private int number;

    @Column(name = "first_payer")
    private long firstPayer;

    @Column(name = "last_payer")
    private long lastPayer;

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    private long billed;
    private long paid;
    private long skipped;
    private long parked;

    @Column(name = "total_minor")
    private long totalMinor;

    protected ChunkRow() {}

    public ChunkRow(long runId, int number, long firstPayer, long lastPayer) {
        this.runId = runId;
        this.number = number;
        this.firstPayer = firstPayer;
        this.lastPayer = lastPayer;
    }

    public void done(long billedNow, long paidNow, long skippedNow, long parkedNow, long totalNow) {
        state = State.DONE;
        billed = billedNow;
        paid = paidNow;
        skipped = skippedNow;
        parked = parkedNow;
        totalMinor = totalNow;
    }

    public void leave() {
        state = State.LEFT;
    }

    public long getRunId() {
        return runId;
    }

    public int getNumber() {
        return number;
    }

    public long getFirstPayer() {
        return firstPayer;
    }

    public long getLastPayer() {
        return lastPayer;
    }

    public State getState() {
        return state;
    }
}
