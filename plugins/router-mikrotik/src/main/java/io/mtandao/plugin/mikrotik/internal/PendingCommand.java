package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command whose {@code !done} has not come yet. The reader feeds it, one caller waits for it. */
final class PendingCommand {
    private final Command command;
    private final WireLimits limits;
    private final long startedNanos = System.nanoTime();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final List<Row> rows = new ArrayList<>();
    private long chars;
    private volatile RouterFault trap;

    PendingCommand(Command command, WireLimits limits) {
        this.command = command;
        this.limits = limits;
    }

    /**
     * Takes one reply; called by the reader alone.
     *
     * @return whether it was the last one
     * @throws ProtocolViolation when the answer grows beyond the limits
     */
    boolean accept(Reply reply) throws ProtocolViolation {
        switch (reply.kind()) {
            case ROW -> keep(reply);
            // a trap is always followed by !done; of several the first names the cause
            case TRAP -> trap = trap == null ? TrapText.fault(reply, command) : trap;
            case DONE -> {
                finish(reply);
                return true;
            }
            default -> {
                // !empty says what the missing rows say already; words we do not know must not stop us
            }
        }
        return false;
    }

    private void keep(Reply reply) throws ProtocolViolation {
        for (var value : reply.attributes().entrySet()) {
            chars += value.getKey().length() + value.getValue().length();
        }
        if (rows.size() >= limits.answerRows() || chars > limits.answerChars()) {
            throw new ProtocolViolation("the answer to " + command.path() + " does not end");
        }
        rows.add(new Row(reply.attributes()));
    }

    private void finish(Reply done) {
        if (trap != null) {
            answer.completeExceptionally(trap);
        } else {
            answer.complete(new Answer(List.copyOf(rows), done.attributes().get("ret")));
        }
    }

    void fail(RouterFault fault) {
        answer.completeExceptionally(fault);
    }

    boolean isOlderThan(long nanos) {
        return System.nanoTime() - startedNanos > nanos;
    }

    /**
     * Waits for the end.
     *
     * @throws TimeoutException when it has not come within the time
     * @throws RouterFault      what the router answered, or why no answer can come any more
     */
    Answer await(long nanos) throws TimeoutException, InterruptedException {
        try {
            return answer.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw ((RouterFault) e.getCause()).again();
        }
    }

    /** The fault to report when the end did not come in time: a trap without its {@code !done} says more than the clock does. */
    RouterFault overdue(Duration limit) {
        RouterFault said = trap;
        // the trap that our own cancellation brings says nothing
        return said != null && said.kind() != Kind.CANCELLED ? said.again()
                : new RouterFault(Kind.TIMEOUT, "No answer to " + command.path() + " within " + limit.toMillis() + " ms");
    }
}
