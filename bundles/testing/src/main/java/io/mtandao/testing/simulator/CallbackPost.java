package io.mtandao.testing.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Delivers a vendor's callbacks, in as unruly a way as asked for, from four threads and a bounded queue. */
public final class CallbackPost implements AutoCloseable {
    /** What becomes of a callback. */
    public enum Plan {
        ONCE,
        TWICE,
        NEVER,
        /** Waits for {@link #release()}: late, or out of order. */
        HELD
    }

    /** A callback that was sent. @param status 0 when nobody answered @param reply the answer's body, or what went wrong */
    public record Delivery(URI to, int status, String reply) {}

    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(4, work -> {
        Thread thread = new Thread(work, "simulated-callbacks");
        thread.setDaemon(true);
        return thread;
    });
    private final Semaphore room = new Semaphore(10_000);
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<HttpRequest> held = new ArrayList<>();
    private final List<Delivery> delivered = new ArrayList<>();
    private Plan plan = Plan.ONCE;
    private Duration delay = Duration.ZERO;

    CallbackPost() {
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** How callbacks are treated from now on. */
    public synchronized void plan(Plan plan) {
        this.plan = plan;
    }

    /** How late they are, from now on. */
    public synchronized void delay(Duration delay) {
        this.delay = delay;
    }

    /** Sends what was held, in order, each after the one before was answered. */
    public void release() {
        deliverInTurn(takeHeld(false));
    }

    /** Sends what was held, the last one first, each after the one before was answered. */
    public void releaseReversed() {
        deliverInTurn(takeHeld(true));
    }

    /** Sends a callback as the plan says. */
    public synchronized void send(String method, String url, Map<String, String> headers, byte[] body) {
        HttpRequest callback = request(method, url, headers, body);
        switch (plan) {
            case NEVER -> { }
            case HELD -> {
                held.add(callback);
                notifyAll();
            }
            case ONCE -> post(callback);
            case TWICE -> {
                post(callback);
                post(callback);
            }
        }
    }

    /** Asks and waits for the answer. */
    public Delivery ask(String method, String url, Map<String, String> headers, byte[] body) {
        return deliver(request(method, url, headers, body));
    }

    /** Runs something on the threads of the callbacks. */
    public void later(Duration after, Runnable work) {
        if (!room.tryAcquire()) throw new IllegalStateException("too many callbacks are waiting");
        threads.schedule(() -> {
            try {
                work.run();
            } finally {
                room.release();
            }
        }, after.toMillis(), TimeUnit.MILLISECONDS);
    }

    public synchronized List<Delivery> delivered() {
        return List.copyOf(delivered);
    }

    /** Waits until this many were delivered. @throws AssertionError when they were not in time */
    public synchronized List<Delivery> await(int count, Duration limit) {
        await(delivered, count, limit);
        return delivered();
    }

    /** Waits until this many are held back. @throws AssertionError when they were not in time */
    public synchronized void awaitHeld(int count, Duration limit) {
        await(held, count, limit);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void await(List<?> grows, int count, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (grows.size() < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) throw new AssertionError("only " + grows.size() + " of " + count + " callbacks: " + grows);
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private synchronized List<HttpRequest> takeHeld(boolean reversed) {
        List<HttpRequest> callbacks = new ArrayList<>(held);
        held.clear();
        if (reversed) Collections.reverse(callbacks);
        return callbacks;
    }

    private void post(HttpRequest callback) {
        later(delay(), () -> deliver(callback));
    }

    private void deliverInTurn(List<HttpRequest> callbacks) {
        later(Duration.ZERO, () -> callbacks.forEach(this::deliver));
    }

    private synchronized Duration delay() {
        return delay;
    }

    private Delivery deliver(HttpRequest callback) {
        Delivery delivery;
        try {
            HttpResponse<String> reply = http.send(callback, BodyHandlers.ofString());
            delivery = new Delivery(callback.uri(), reply.statusCode(), reply.body());
        } catch (IOException e) {
            delivery = new Delivery(callback.uri(), 0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            delivery = new Delivery(callback.uri(), 0, "closed");
        }
        synchronized (this) {
            delivered.add(delivery);
            notifyAll();
        }
        return delivery;
    }

    private static HttpRequest request(String method, String url, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(8));
        headers.forEach(request::setHeader);
        return request.method(method, HttpRequest.BodyPublishers.ofByteArray(body)).build();
    }
}
