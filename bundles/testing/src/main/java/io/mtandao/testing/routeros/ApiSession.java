package io.mtandao.testing.routeros;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One client's connection. Each command runs on a thread of its own, so answers interleave as a router's do. */
final class ApiSession implements Runnable, AutoCloseable {
    private static final List<String> DONE = List.of("!done");

    private final Socket socket;
    private final Faults faults;
    private final Executor threads;
    private final LoginDesk desk;
    private final Journal journal;
    private final Map<String, CompletableFuture<Void>> cancellations = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile CommandTable commands;

    ApiSession(Socket socket, Faults faults, Executor threads, LoginDesk desk, Journal journal) {
        this.socket = socket;
        this.faults = faults;
        this.threads = threads;
        this.desk = desk;
        this.journal = journal;
    }

    @Override
    public void run() {
        try (this) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            for (List<String> words = ApiFraming.read(in); words != null; words = ApiFraming.read(in)) {
                if (!words.isEmpty()) {
                    take(ApiCommand.of(words));
                }
            }
        } catch (IOException | Trap | RejectedExecutionException e) {
            // the client is gone or speaks nonsense, or the router is switched off: the connection is over
        }
    }

    private void take(ApiCommand command) throws IOException {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        if (command.path().equals("/cancel")) {
            cancel(command);
        } else if (command.path().equals("/login")) {
            carryOut(command, cancelled);
        } else if (commands == null) {
            send(List.of("!fatal", "not logged in"));
            close();
        } else {
            journal.note(commands.user(), command);
            if (command.tag() != null) {
                cancellations.put(command.tag(), cancelled);
            }
            threads.execute(() -> carryOut(command, cancelled));
        }
    }

    private void cancel(ApiCommand cancel) throws IOException {
        CompletableFuture<Void> target = cancellations.get(cancel.attributes().getOrDefault("tag", ""));
        if (target != null) {
            target.complete(null);
        }
        send(tagged(DONE, cancel.tag()));
    }

    private void carryOut(ApiCommand command, CompletableFuture<Void> cancelled) {
        CompletableFuture<Void> stop = CompletableFuture.allOf(CompletableFuture.anyOf(cancelled, closed));
        try {
            faults.holdOn(command.path()).ifPresent(hold -> hold.keep(stop));
            Optional<Fault> fault = faults.next(command.path());
            if (fault.filter(Fault.SLOW::equals).isPresent()) {
                dawdle(faults.slowness(), stop);
            }
            if (stop.isDone()) {
                send(CommandTable.trapped(new Trap("2", "interrupted")), command);
            } else if (fault.isEmpty()) {
                send(answer(command), command);
            } else {
                misbehave(fault.get(), command);
            }
        } catch (IOException | InterruptedException e) {
            close();
        } finally {
            cancellations.values().remove(cancelled);
        }
    }

    private List<List<String>> answer(ApiCommand command) {
        if (!command.path().equals("/login")) {
            return commands.answer(command);
        }
        LoginDesk.Verdict verdict = desk.login(command.attributes());
        commands = verdict.commands();
        return verdict.answer();
    }

    private void misbehave(Fault fault, ApiCommand command) throws IOException {
        switch (fault) {
            case SLOW -> send(answer(command), command);
            case HANG -> { }
            case LOST_ANSWER -> {
                answer(command);
                close();
            }
            case DROP_MID_SENTENCE -> {
                half(command);
                close();
            }
            case HALF_FRAME -> half(command);
            case IGNORED -> send(tagged(DONE, command.tag()));
            case NEW_IDS -> {
                commands.renumber();
                send(answer(command), command);
            }
            case FATAL -> {
                send(List.of("!fatal", "session terminated"));
                close();
            }
            case GARBAGE_LENGTH -> write(new byte[] {(byte) 0xFF, 1, 2, 3});
            case HUGE_LENGTH -> write(new byte[] {(byte) 0xF0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF});
            case OTHER_PROTOCOL -> write(ApiFraming.encode(List.of("220 mail ESMTP")));
            case UNKNOWN_WORD -> {
                send(tagged(List.of("!soon", "=of=tomorrow"), command.tag()));
                send(answer(command), command);
            }
            case TRAP_STORM -> {
                for (int i = 1; i <= 1000; i++) {
                    send(tagged(List.of("!trap", "=category=4", "=message=failure: storm " + i), command.tag()));
                }
                send(tagged(DONE, command.tag()));
            }
            case TRAP_ONLY -> send(tagged(List.of("!trap", "=category=4", "=message=failure: out of words"), command.tag()));
            case LOGIN_REFUSED -> send(CommandTable.trapped(new Trap(null, "invalid user name or password (6)")), command);
        }
    }

    private void half(ApiCommand command) throws IOException {
        byte[] first = ApiFraming.encode(tagged(answer(command).get(0), command.tag()));
        write(Arrays.copyOf(first, first.length / 2));
    }

    private static void dawdle(Duration delay, CompletableFuture<Void> stop) throws InterruptedException {
        try {
            stop.get(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // nobody stopped it: now it answers
        }
    }

    private void send(List<List<String>> sentences, ApiCommand command) throws IOException {
        for (List<String> words : sentences) {
            send(tagged(words, command.tag()));
        }
    }

    private void send(List<String> words) throws IOException {
        write(ApiFraming.encode(words));
    }

    private synchronized void write(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    private static List<String> tagged(List<String> words, String tag) {
        List<String> all = new ArrayList<>(words);
        if (tag != null) {
            all.add(1, ".tag=" + tag);
        }
        return all;
    }

    @Override
    public void close() {
        closed.complete(null);
        try {
            socket.close();
        } catch (IOException e) {
            // closed enough
        }
    }
}
