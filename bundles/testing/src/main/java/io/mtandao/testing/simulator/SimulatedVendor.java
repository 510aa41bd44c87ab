package io.mtandao.testing.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An HTTP vendor on loopback. It records what it receives and can be told to fail. */
public abstract class SimulatedVendor implements AutoCloseable {
    /** Enough for any test; a demo that runs for weeks forgets the oldest. */
    private static final int MOST_RECORDED = 10_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(16, SimulatedVendor::thread);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<Received> received = new ArrayDeque<>();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final CallbackPost callbacks = new CallbackPost();

    /** @param port 0 for any free one */
    protected SimulatedVendor(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.setExecutor(threads);
    }

    /** The last line of a simulator's constructor: from here on requests come, on several threads. */
    protected final void open() {
        server.start();
    }

    protected abstract Answer answer(Received request);

    public final String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How it calls back. */
    public final CallbackPost callbacks() {
        return callbacks;
    }

    /** The next requests whose path contains this fail, one by each fault in turn. */
    public final void failNext(String pathPart, Fault... inTurn) {
        synchronized (faults) {
            faults.computeIfAbsent(pathPart, p -> new ArrayDeque<>()).addAll(List.of(inTurn));
        }
    }

    public final List<Received> received() {
        return received("");
    }

    public final List<Received> received(String pathPart) {
        synchronized (received) {
            return received.stream().filter(r -> r.path().contains(pathPart)).toList();
        }
    }

    /** Waits until this many requests came whose path contains this. @throws AssertionError when they do not come in time */
    public final List<Received> await(String pathPart, int count, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (received) {
            while (received(pathPart).size() < count) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0)
                    throw new AssertionError("only " + received(pathPart).size() + " of " + count + " requests for " + pathPart + ": " + received);
                try {
                    received.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError(e);
                }
            }
            return received(pathPart);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        callbacks.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Received request = read(exchange);
            record(request);
            Fault fault = faultFor(request.path());
            if (fault instanceof Fault.Silent) {
                closing.await();
                return;
            }
            Answer answer = fault instanceof Fault.Says says ? says.answer() : answer(request);
            if (fault instanceof Fault.DropsAfter) return;
            // not a sleep: it ends with the simulator
            if (fault instanceof Fault.Slow slow && closing.await(slow.by().toMillis(), TimeUnit.MILLISECONDS)) return;
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Received read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Received(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), Received.fields(exchange.getRequestURI().getRawQuery()),
            headers, exchange.getRequestBody().readAllBytes());
    }

    private void record(Received request) {
        synchronized (received) {
            if (received.size() == MOST_RECORDED) received.removeFirst();
            received.addLast(request);
            received.notifyAll();
        }
    }

    private Fault faultFor(String path) {
        synchronized (faults) {
            for (Map.Entry<String, Deque<Fault>> entry : new ArrayList<>(faults.entrySet()))
                if (path.contains(entry.getKey()) && !entry.getValue().isEmpty()) return entry.getValue().removeFirst();
            return null;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "simulated-vendor");
        thread.setDaemon(true);
        return thread;
    }
}
