package io.mtandao.billing.internal.rules;

import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * The day of the month and the time of day that a run of periods keeps coming back to: from 31 January over 28 February to 31 March, and back to
 * 02:30 after the night in which there was no 02:30.
 */
public record Anchor(int day, LocalTime time) {
    public static Anchor of(LocalDateTime local) {
        return new Anchor(local.getDayOfMonth(), local.toLocalTime());
    }
}
