package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One logged-in connection to one router, shared by any number of threads: each command carries a tag of its own and the replies,
 * which the router interleaves, find their way back by it. One reader thread per connection; it ends with the connection, and the
 * connection ends by itself once it has been idle for {@link Timeouts#idle()}.
 */
final class RouterConnection implements AutoCloseable {
    private final RouterAccess access;
    private final Timeouts timeouts;
    private final WireLimits limits;
    private final RouterSocket socket;
    private final PendingCommands running = new PendingCommands();
    private final ReentrantLock writing = new ReentrantLock();
    private final CompletableFuture<SentenceWriter> secured = new CompletableFuture<>();
    private final CompletableFuture<RouterFault> end = new CompletableFuture<>();
    private volatile boolean loggedIn;

    private RouterConnection(RouterAccess access, Timeouts timeouts, WireLimits limits, RouterSocket socket) {
        this.access = access;
        this.timeouts = timeouts;
        this.limits = limits;
        this.socket = socket;
    }

    /**
     * Connects, checks the certificate and logs in.
     *
     * @throws RouterFault UNREACHABLE, TIMEOUT, CERTIFICATE, AUTH or PROTOCOL; nothing stays open then
     */
    static RouterConnection open(RouterAccess access, Timeouts timeouts, WireLimits limits) {
        RouterSocket socket = RouterSocket.dial(access, timeouts.connect());
        RouterConnection connection = new RouterConnection(access, timeouts, limits, socket);
        Thread reader = new Thread(connection::read, "mtandao-routeros-" + access.host() + ":" + access.port());
        reader.setDaemon(true);
        reader.start();
        try {
            connection.awaitSecured();
            new RouterLogin(connection, timeouts.login()).perform(access);
            connection.loggedIn = true;
            return connection;
        } catch (RouterFault e) {
            connection.shut(e);
            throw e;
        }
    }

    /**
     * Sends a command and waits for its whole answer.
     *
     * @throws RouterFault what the router refused, or TIMEOUT, UNREACHABLE, CANCELLED (when the thread is interrupted)
     */
    Answer call(Command command) {
        return call(command, timeouts.command());
    }

    Answer call(Command command, Duration limit) {
        PendingCommand pending = new PendingCommand(command, limits);
        String tag = running.register(pending);
        try {
            send(command.tagged(tag));
            return pending.await(limit.toNanos());
        } catch (TimeoutException e) {
            return cancelled(tag, pending, limit);
        } catch (InterruptedException e) {
            cancel(tag);
            Thread.currentThread().interrupt();
            throw new RouterFault(Kind.CANCELLED, "Interrupted while waiting for " + command.path(), e);
        }
    }

    /** Runs the action once this connection has ended, for whatever reason; at once if it has already. */
    void onEnd(Runnable action) {
        end.thenRun(action);
    }

    @Override
    public void close() {
        shut(new RouterFault(Kind.CANCELLED, "The connection to " + access + " was closed"));
    }

    /** After the time limit: a router that confirms the cancellation is slow but sound; one that does not is dropped. */
    private Answer cancelled(String tag, PendingCommand pending, Duration limit) {
        try {
            if (loggedIn) {
                cancel(tag);
                return pending.await(timeouts.cancelGrace().toNanos());
            }
        } catch (RouterFault e) {
            throw e.kind() == Kind.CANCELLED ? pending.overdue(limit) : e;
        } catch (TimeoutException e) {
            // dropped below
        } catch (InterruptedException e) {
            // not the router's fault: others may go on with it
            Thread.currentThread().interrupt();
            throw pending.overdue(limit);
        }
        RouterFault overdue = pending.overdue(limit);
        shut(overdue);
        throw overdue;
    }

    /** The replies to the cancellation itself bear a tag that nobody waits for. */
    private void cancel(String tag) {
        send(List.of("/cancel", "=tag=" + tag, ".tag=cancel-" + tag));
    }

    /** Never throws: a connection that cannot be written to ends, and so fails every command waiting on it, this one too. */
    private void send(List<String> words) {
        try {
            // a router that stopped reading blocks the thread in write(); the next one must not queue behind it for ever
            if (!writing.tryLock(timeouts.command().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the router no longer reads");
            }
            try {
                secured.join().write(words);
            } finally {
                writing.unlock();
            }
        } catch (InterruptedException e) {
            // seen again by whoever waits for the answer; the command was not sent
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            lost(e);
        }
    }

    private void awaitSecured() {
        try {
            secured.get(timeouts.login().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw (RouterFault) e.getCause();
        } catch (TimeoutException e) {
            throw new RouterFault(Kind.TIMEOUT, "No TLS handshake from " + access + " in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RouterFault(Kind.CANCELLED, "Interrupted while connecting to " + access, e);
        }
    }

    /** The reader thread, from handshake to end. */
    private void read() {
        try {
            socket.handshake();
            SentenceReader reader = new SentenceReader(socket.in(timeouts.idle()), limits);
            secured.complete(new SentenceWriter(socket.out()));
            while (!end.isDone()) {
                readOne(reader);
            }
        } catch (RouterFault e) {
            shut(e);
        } catch (ProtocolViolation e) {
            // a router that let us in does speak the API: then it is only this connection that is broken
            shut(new RouterFault(loggedIn ? Kind.UNREACHABLE : Kind.PROTOCOL,
                    "No RouterOS API from " + access + ": " + e.getMessage(), e));
        } catch (IOException e) {
            lost(e);
        } finally {
            // even after an OutOfMemoryError nobody may be left waiting
            close();
        }
    }

    private void readOne(SentenceReader reader) throws IOException {
        try {
            List<String> sentence = reader.next();
            if (sentence == null) {
                throw new IOException("the router closed it");
            }
            Reply reply = Reply.of(sentence);
            if (reply.kind() == Reply.Kind.FATAL) {
                Kind kind = reply.text().contains("not logged in") ? Kind.AUTH : Kind.UNREACHABLE;
                throw new RouterFault(kind, access + " ended the session: " + reply.text());
            }
            running.deliver(reply);
        } catch (SocketTimeoutException e) {
            // before the login its own time limit rules
            if (loggedIn && running.allOlderThan(timeouts.command().plus(timeouts.cancelGrace()).toNanos())) {
                throw new IOException("closed after being idle", e);
            }
        }
    }

    private void lost(IOException e) {
        shut(new RouterFault(Kind.UNREACHABLE, "Lost the connection to " + access + ": " + e.getMessage(), e));
    }

    /** The first reason given is the one everybody gets. */
    private void shut(RouterFault why) {
        boolean first = end.complete(why);
        socket.close();
        if (first) {
            secured.completeExceptionally(why);
            running.failAll(why);
        }
    }
}
