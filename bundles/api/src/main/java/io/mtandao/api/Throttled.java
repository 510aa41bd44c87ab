package io.mtandao.api;

import java.time.Duration;

/** Too many tries; worth repeating after a while. */
public final class Throttled extends Problem {
    private static final long serialVersionUID = 1;
    private final Duration retryAfter;

    public Throttled(Duration retryAfter) {
        super("too many tries; try again in " + Math.max(1, retryAfter.toSeconds()) + " seconds");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
