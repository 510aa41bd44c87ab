package io.mtandao.testing.routeros;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last commands a router saw; bounded, as a demo may run for weeks. */
final class Journal {
    private static final int MOST = 10_000;
    private final Deque<SeenCommand> seen = new ArrayDeque<>();

    synchronized void note(String apiUser, ApiCommand command) {
        if (seen.size() == MOST) {
            seen.removeFirst();
        }
        seen.add(new SeenCommand(apiUser, command.path(), command.attributes(), command.queries()));
    }

    synchronized List<SeenCommand> all() {
        return List.copyOf(seen);
    }

    synchronized void clear() {
        seen.clear();
    }
}
