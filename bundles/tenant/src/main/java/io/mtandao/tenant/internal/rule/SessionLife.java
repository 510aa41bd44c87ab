package io.mtandao.tenant.internal.rule;

import java.time.Duration;
import java.time.Instant;

/** How long somebody stays signed in: 30 minutes without a request, 12 hours at most. */
public final class SessionLife {
    public static final Duration IDLE = Duration.ofMinutes(30);
    public static final Duration MOST = Duration.ofHours(12);
    /** Noting every request would write a row per request. */
    private static final Duration NOTE_EVERY = Duration.ofMinutes(1);

    private SessionLife() {}

    public static boolean over(Instant lastUsed, Instant ends, Instant now) {
        return !now.isBefore(expires(lastUsed, ends));
    }

    public static Instant expires(Instant lastUsed, Instant ends) {
        Instant idle = lastUsed.plus(IDLE);
        return idle.isBefore(ends) ? idle : ends;
    }

    /** Whether the use is worth a write. */
    public static boolean worthNoting(Instant lastUsed, Instant now) {
        return lastUsed == null || !now.isBefore(lastUsed.plus(NOTE_EVERY));
    }
}
