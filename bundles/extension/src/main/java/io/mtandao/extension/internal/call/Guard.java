package io.mtandao.extension.internal.call;

import dev.failsafe.Bulkhead;
import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** What stands between one tenant and one plugin: how many calls at once, whether calls are held back, and what has been counted. */
final class Guard {
    final Bulkhead<Object> bulkhead;
    final CircuitBreaker<Object> breaker;
    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder heldBack = new LongAdder();
    private final LongAdder millis = new LongAdder();
    private volatile String trouble;

    Guard(int callsAtOnce, int failures, Duration pause) {
        bulkhead = Bulkhead.of(callsAtOnce);
        breaker = CircuitBreaker.<Object>builder().withFailureThreshold(failures).withDelay(pause).withSuccessThreshold(1).build();
    }

    void ended(long took, String fault, boolean failure) {
        calls.increment();
        millis.add(took);
        trouble = fault;
        if (fault != null) failures.increment();
        if (failure) breaker.recordFailure();
        else breaker.recordSuccess();
    }

    void heldBack() {
        heldBack.increment();
    }

    /** A person changed the settings or saw that it works: what failed before says nothing any more. */
    void forgive() {
        breaker.close();
        trouble = null;
    }

    PluginCalls.Figures figures() {
        return new PluginCalls.Figures(calls.sum(), failures.sum(), heldBack.sum(), millis.sum(), breaker.isOpen(), trouble);
    }
}
