package io.mtandao.extension.internal.callback;

import io.mtandao.api.Throttled;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A rate limit per key: so many at once, so many a second after that. Keys are those of known addresses only, so they do not pile up. */
final class TokenBuckets {
    private final Clock clock;
    private final int perSecond;
    private final int burst;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    TokenBuckets(Clock clock, int perSecond, int burst) {
        this.clock = clock;
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** @throws Throttled when the key has used up its share */
    void take(String key) {
        if (!buckets.computeIfAbsent(key, k -> new Bucket()).take(clock.millis())) throw new Throttled(Duration.ofSeconds(1));
    }

    private final class Bucket {
        private double left = burst;
        private long at = clock.millis();

        synchronized boolean take(long now) {
            left = Math.min(burst, left + Math.max(0, now - at) * perSecond / 1000.0);
            at = now;
            if (left < 1) return false;
            left--;
            return true;
        }
    }
}
