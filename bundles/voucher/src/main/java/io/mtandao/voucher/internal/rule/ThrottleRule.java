package io.mtandao.voucher.internal.rule;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait after so many wrong codes: nothing for the first few, then twice as long each time up to a limit; all is forgotten after a quiet while.
 * Tries made while waiting do not count, so nobody can make another's wait longer by hammering.
 *
 * @param free wrong codes without a wait
 * @param first the wait after one more
 * @param most the longest wait
 * @param forget quiet time after which the count starts again
 */
public record ThrottleRule(int free, Duration first, Duration most, Duration forget) {
    /** One address or device. A café can sit behind one address, so some people's slips are free. */
    public static final ThrottleRule PLACE = new ThrottleRule(10, Duration.ofSeconds(2), Duration.ofMinutes(15), Duration.ofHours(2));
    /** One subscriber from all places where none of its codes was ever right: many machines that try for one. */
    public static final ThrottleRule SUBSCRIBER = new ThrottleRule(15, Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofHours(6));

    public record Count(int failures, Instant lastAt) {
        public static final Count NONE = new Count(0, Instant.EPOCH);
    }

    /** @return zero when a try is allowed now */
    public Duration wait(Count count, Instant now) {
        int over = remembered(count, now).failures() - free;
        if (over <= 0) return Duration.ZERO;
        // 2^20 seconds are beyond every limit, and the shift must not overflow
        Duration pause = first.multipliedBy(1L << Math.min(over - 1, 20));
        if (pause.compareTo(most) > 0) pause = most;
        Duration left = Duration.between(now, count.lastAt().plus(pause));
        return left.isNegative() ? Duration.ZERO : left;
    }

    public Count failed(Count count, Instant now) {
        return new Count(remembered(count, now).failures() + 1, now);
    }

    /**
     * Takes one failure back: the try had been counted before it turned out right.
     *
     * @param at when it was counted @param before when the one before it was: unless others failed since, the wait is not begun anew
     */
    public Count takenBack(Count count, Instant at, Instant before) {
        return new Count(Math.max(0, count.failures() - 1), count.lastAt().equals(at) ? before : count.lastAt());
    }

    private Count remembered(Count count, Instant now) {
        return count.lastAt().plus(forget).isAfter(now) ? count : Count.NONE;
    }
}
