package io.mtandao.testing.routeros;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One command kept back. See {@link Faults#hold}. */
public final class Hold {
    private final String pathPrefix;
    private final CompletableFuture<Void> arrived = new CompletableFuture<>();
    private final CompletableFuture<Void> released = new CompletableFuture<>();

    Hold(String pathPrefix) {
        this.pathPrefix = pathPrefix;
    }

    /** Waits until the command is there. @return false when it did not come within the time */
    public boolean awaitArrival(Duration limit) throws InterruptedException {
        try {
            arrived.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    /** Has the command carried out and answered now. */
    public void release() {
        released.complete(null);
    }

    String pathPrefix() {
        return pathPrefix;
    }

    /** Blocks until released or cancelled. */
    void keep(CompletableFuture<Void> cancelled) {
        arrived.complete(null);
        CompletableFuture.anyOf(released, cancelled).join();
    }
}
