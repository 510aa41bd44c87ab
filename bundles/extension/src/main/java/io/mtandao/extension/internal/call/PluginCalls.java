package io.mtandao.extension.internal.call;

import io.mtandao.api.TenantId;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs calls into plugins on threads of their own. A place (of the tenant's few, and of the plugin's half of the pool) is given back when the call
 * has really ended, not when its time limit has passed: a plugin that hangs for ever can hold no more threads than its places.
 */
@Component(service = PluginCalls.class, immediate = true, configurationPid = "io.mtandao.extension")
@Designate(ocd = CallLimits.class)
public final class PluginCalls {
    private static final Logger LOG = LoggerFactory.getLogger(PluginCalls.class);
    private final CallLimits limits;
    private final ExecutorService pool;
    private final Map<Key, Guard> guards = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> halves = new ConcurrentHashMap<>();

    @Activate
    public PluginCalls(CallLimits limits) {
        this.limits = limits;
        AtomicInteger number = new AtomicInteger();
        // no queue: a call that finds no thread is refused at once instead of ageing
        pool = new ThreadPoolExecutor(0, limits.threads(), 60, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread t = new Thread(work, "plugin-" + number.incrementAndGet());
            t.setDaemon(true);
            return t;
        });
    }

    @Deactivate
    public void stop() {
        pool.shutdownNow();
    }

    public record Key(TenantId tenant, String plugin) {}

    /** @param trouble what went wrong in the last call, null when nothing did */
    public record Figures(long calls, long failures, long heldBack, long millis, boolean open, String trouble) {}

    /** @throws VendorProblem the plugin's own, or the registry's as {@link io.mtandao.spi.PluginRegistry.Handle#call} promises */
    public <R> R call(Key key, Terms terms, Callable<R> work) {
        Guard guard = guard(key);
        Semaphore half = halves.computeIfAbsent(key.plugin(), p -> new Semaphore(Math.max(1, limits.threads() / 2)));
        if (!guard.bulkhead.tryAcquirePermit()) throw held(guard, key.plugin() + " has too many calls under way");
        if (!half.tryAcquire()) {
            guard.bulkhead.releasePermit();
            throw held(guard, key.plugin() + " is busy");
        }
        FutureTask<R> task = new FutureTask<>(work);
        boolean begun = false;
        try {
            if (!terms.always() && !guard.breaker.tryAcquirePermit()) throw held(guard, key.plugin() + " failed several times; it is left alone for a moment");
            pool.execute(() -> run(task, terms.loader(), guard, half));
            begun = true;
        } catch (RejectedExecutionException e) {
            // the permit of a half-open breaker cannot be handed back, only answered
            guard.breaker.recordFailure();
            throw held(guard, "no thread is free for plugins");
        } finally {
            if (!begun) release(guard, half);
        }
        return await(task, guard, key, terms);
    }

    private static void run(FutureTask<?> task, ClassLoader loader, Guard guard, Semaphore half) {
        Thread.currentThread().setContextClassLoader(loader);
        try {
            task.run();
        } finally {
            Thread.currentThread().setContextClassLoader(null);
            release(guard, half);
        }
    }

    private <R> R await(FutureTask<R> task, Guard guard, Key key, Terms terms) {
        long began = System.nanoTime();
        VendorProblem problem;
        boolean broken = true;
        try {
            R result = task.get((terms.limit() == null ? Duration.ofSeconds(limits.timeLimitSeconds()) : terms.limit()).toMillis(), TimeUnit.MILLISECONDS);
            guard.ended(millisSince(began), null, false);
            return result;
        } catch (TimeoutException e) {
            task.cancel(true);
            problem = new VendorProblem(Outcome.UNKNOWN, key.plugin() + " did not answer within " + Math.max(1, millisSince(began) / 1000) + " s");
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            problem = new VendorProblem(Outcome.UNKNOWN, "the call into " + key.plugin() + " was interrupted", e);
        } catch (ExecutionException e) {
            Throwable thrown = e.getCause();
            broken = !(thrown instanceof VendorProblem);
            if (broken) LOG.warn("plugin {} broke for {}", key.plugin(), key.tenant(), thrown);
            problem = thrown instanceof VendorProblem v ? v : new VendorProblem(Outcome.UNKNOWN, "the plugin " + key.plugin() + " broke: " + thrown, thrown);
        }
        boolean silent = problem.outcome() == Outcome.RETRY || problem.outcome() == Outcome.UNKNOWN;
        guard.ended(millisSince(began), problem.getMessage(), broken || silent && terms.perVendor());
        throw problem;
    }

    public Figures figures(Key key) {
        return guard(key).figures();
    }

    public void forgive(Key key) {
        guard(key).forgive();
    }

    public Duration testLimit() {
        return Duration.ofSeconds(limits.testLimitSeconds());
    }

    private Guard guard(Key key) {
        return guards.computeIfAbsent(key, k -> new Guard(limits.callsAtOnce(), limits.failures(), Duration.ofSeconds(limits.pauseSeconds())));
    }

    private static VendorProblem held(Guard guard, String text) {
        guard.heldBack();
        return new VendorProblem(Outcome.RETRY, text);
    }

    private static void release(Guard guard, Semaphore half) {
        half.release();
        guard.bulkhead.releasePermit();
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
