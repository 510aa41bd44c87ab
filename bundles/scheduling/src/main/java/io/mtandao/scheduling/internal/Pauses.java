package io.mtandao.scheduling.internal;

import java.time.Duration;

/** How long to wait before the next try: 5 s, then twice as long each time, at most an hour. */
final class Pauses {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Pauses() {}

    /** @param tries how often it has failed, from 1 */
    static Duration after(int tries) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(Math.max(tries, 1) - 1, 20));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
