package io.mtandao.plugin.mpesa.internal;

import io.mtandao.plugin.mpesa.internal.DarajaClient.App;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Tokens by app. The secret is part of the app's identity: whoever knows only another ISP's consumer key must not get its token out of here. One
 * thread per app fetches, others of that app wait for it, and other apps are not held up.
 */
final class AccessTokens {
    record Token(String text, Duration life) {}

    private static final class Slot {
        private String text;
        private Instant refreshAt = Instant.MIN;
    }

    private static final int MOST = 10_000;
    private final Map<App, Slot> slots = new ConcurrentHashMap<>();
    private final Clock clock;

    AccessTokens(Clock clock) {
        this.clock = clock;
    }

    String get(App app, Function<App, Token> fetch) {
        // apps whose settings were changed stay behind; to forget all of them now and then costs one fetch each
        if (slots.size() > MOST) slots.clear();
        Slot slot = slots.computeIfAbsent(app, a -> new Slot());
        synchronized (slot) {
            if (!clock.instant().isBefore(slot.refreshAt)) {
                Token token = fetch.apply(app);
                slot.text = token.text();
                // 50 minutes of the hour that a token lives
                slot.refreshAt = clock.instant().plus(token.life().multipliedBy(5).dividedBy(6));
            }
            return slot.text;
        }
    }

    /** The vendor no longer takes this token. Another thread may have a newer one already: that one stays. */
    void forget(App app, String token) {
        Slot slot = slots.get(app);
        if (slot == null) return;
        synchronized (slot) {
            if (token.equals(slot.text)) slot.refreshAt = Instant.MIN;
        }
    }
}
