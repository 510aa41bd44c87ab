package io.mtandao.demo.internal;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Tells the background work that the bundle goes. Not an interrupt: Derby closes a database whose thread was interrupted while it wrote. */
final class Stop {
    private final CountDownLatch asked = new CountDownLatch(1);

    void ask() {
        asked.countDown();
    }

    /** @throws CancellationException when it was asked for */
    void check() {
        pause(Duration.ZERO);
    }

    /** Tries twice a second. @return whether it came true in time @throws CancellationException when stopped meanwhile */
    boolean await(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) return false;
            pause(Duration.ofMillis(500));
        }
        check();
        return true;
    }

    private void pause(Duration time) {
        try {
            if (asked.await(time.toMillis(), TimeUnit.MILLISECONDS)) throw new CancellationException("the demo goes");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
