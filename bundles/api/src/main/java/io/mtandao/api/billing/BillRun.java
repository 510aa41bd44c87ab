package io.mtandao.api.billing;

import io.mtandao.api.Money;
import java.time.Instant;

/**
 * One run over everything that is due.
 *
 * @param until what is due until then is billed
 * @param planned subscriptions it found due when it began
 * @param parked accounts that failed, each with its reason in {@link BillRuns#parked}
 */
public record BillRun(
        long id, int version, State state, Instant until, String by, Instant startedAt, Instant finishedAt, long planned, long billed, long paid, long skipped, long parked, Money total) {
    public enum State {
        RUNNING,
        DONE,
        STOPPED
    }
}
