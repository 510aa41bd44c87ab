package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.api.TenantId;
import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Connections kept open for a short while, so that the thousand changes of a month's end are one login per router and not a thousand.
 * The key holds the tenant and the password: nobody gets on a connection that his own password would not have opened.
 */
final class OpenRouters implements AutoCloseable {
    private final Timeouts timeouts;
    private final int most;
    private final Map<Key, CompletableFuture<RouterConnection>> open = new ConcurrentHashMap<>();

    /** @param most connections kept; beyond them, each use opens and closes one of its own */
    OpenRouters(Timeouts timeouts, int most) {
        this.timeouts = timeouts;
        this.most = most;
    }

    private record Key(TenantId tenant, RouterAccess access) {
    }

    /**
     * Does some work on a router. The work must be harmless to repeat: it is, once, when a kept connection turns out to be broken, as
     * after a reboot of the router.
     *
     * @throws RouterFault from connecting or from the work
     */
    <R> R with(TenantId tenant, RouterAccess access, Function<RouterConnection, R> work) {
        Key key = new Key(tenant, access);
        CompletableFuture<RouterConnection> kept = open.get(key);
        if (kept != null) {
            RouterConnection connection = joined(kept);
            try {
                return work.apply(connection);
            } catch (RouterFault e) {
                if (e.kind() != Kind.UNREACHABLE) {
                    throw e;
                }
            }
        }
        if (open.size() >= most) {
            try (RouterConnection once = RouterConnection.open(access, timeouts, WireLimits.USUAL)) {
                return work.apply(once);
            }
        }
        return work.apply(joined(opened(key)));
    }

    /** Whoever comes first connects, on his own thread; the others with the same key wait for him, those with other keys do not. */
    private CompletableFuture<RouterConnection> opened(Key key) {
        CompletableFuture<RouterConnection> mine = new CompletableFuture<>();
        CompletableFuture<RouterConnection> others = open.putIfAbsent(key, mine);
        if (others != null) {
            return others;
        }
        try {
            RouterConnection connection = RouterConnection.open(key.access(), timeouts, WireLimits.USUAL);
            connection.onEnd(() -> open.remove(key, mine));
            mine.complete(connection);
        } catch (RouterFault e) {
            open.remove(key, mine);
            mine.completeExceptionally(e);
        }
        return mine;
    }

    private static RouterConnection joined(CompletableFuture<RouterConnection> connection) {
        try {
            return connection.join();
        } catch (CompletionException e) {
            throw (RouterFault) e.getCause();
        }
    }

    int size() {
        return open.size();
    }

    @Override
    public void close() {
        open.values().forEach(connection -> connection.thenAccept(RouterConnection::close));
    }
}
