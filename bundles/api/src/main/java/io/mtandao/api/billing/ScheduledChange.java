package io.mtandao.api.billing;

import java.time.Instant;

/**
 * A change of a subscription that is to come.
 *
 * @param at null for its next renewal
 * @param packageId of CHANGE_PACKAGE
 * @param failure why it could not be done, in state FAILED
 */
public record ScheduledChange(
        long id, long subscriptionId, Kind kind, Instant at, Long packageId, String packageName, String reason, State state, String failure, String by, Instant createdAt) {
    public enum Kind {
        CHANGE_PACKAGE,
        ACTIVATE,
        PAUSE,
        RESUME,
        SUSPEND,
        CANCEL
    }

    public enum State {
        WAITING,
        DONE,
        FAILED,
        CANCELLED
    }
}
