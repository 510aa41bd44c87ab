package io.mtandao.plugin.mikrotik.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The commands in flight on one connection, by tag. */
final class PendingCommands {
    private final Map<String, PendingCommand> byTag = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private volatile RouterFault end;

    /** @return the tag, unique for the life of the connection */
    String register(PendingCommand pending) {
        String tag = Integer.toString(last.incrementAndGet(), Character.MAX_RADIX);
        byTag.put(tag, pending);
        // a command that comes in while the connection ends must fail at once and not wait for its time-out
        if (end != null) {
            failAll(end);
        }
        return tag;
    }

    /** Hands a reply to its command. Replies to nobody, as those to our own cancellations, are dropped. */
    void deliver(Reply reply) throws ProtocolViolation {
        PendingCommand pending = reply.tag() == null ? null : byTag.get(reply.tag());
        if (pending != null && pending.accept(reply)) {
            byTag.remove(reply.tag());
        }
    }

    /** Whether nothing is waited for any more: what an interrupted caller left behind does not count once it is overdue. */
    boolean allOlderThan(long nanos) {
        return byTag.values().stream().allMatch(pending -> pending.isOlderThan(nanos));
    }

    void failAll(RouterFault why) {
        end = why;
        byTag.forEach((tag, pending) -> {
            byTag.remove(tag);
            pending.fail(why);
        });
    }
}
