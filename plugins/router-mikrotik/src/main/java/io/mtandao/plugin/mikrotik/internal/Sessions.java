package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The live sessions of a router, in /ppp/active or /ip/hotspot/active. */
final class Sessions {
    /** A router removes a session at once, but may list it a moment longer while it says goodbye to the subscriber's equipment. */
    private static final int LOOKS = 10;

    private final RouterConnection router;
    private final Access access;
    private final Duration pause;

    /** @param pause between two looks at whether a removed session is gone */
    Sessions(RouterConnection router, Access access, Duration pause) {
        this.router = router;
        this.access = access;
        this.pause = pause;
    }

    /** @return ids; several when the profile lets a user in more than once */
    Set<String> of(String user) {
        return router.call(Command.of(access.sessions() + "/print").where(access.user(), user).only(".id")).rows().stream().map(Row::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Names of the users with at least one session. */
    Set<String> users() {
        return router.call(Command.of(access.sessions() + "/print").only(access.user())).rows().stream().map(row -> row.text(access.user()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Ends these sessions and makes sure of it. The equipment may dial in again meanwhile: that is another session, left alone.
     *
     * @param ids as seen before
     * @return whether the user has a live session now
     * @throws RouterFault TIMEOUT when one of them will not go
     */
    boolean end(String user, Set<String> ids) {
        ids.forEach(id -> remove(access.sessions(), id));
        Set<String> live = of(user);
        for (int look = 1; live.stream().anyMatch(ids::contains); look++) {
            if (look == LOOKS) {
                throw new RouterFault(Kind.TIMEOUT, "The session of " + user + " does not end");
            }
            rest();
            live = of(user);
        }
        return !live.isEmpty();
    }

    /** For a user who cannot come back. @return whether there was a session @throws RouterFault TIMEOUT when one will not go */
    boolean endAll(String user) {
        Set<String> live = of(user);
        boolean any = !live.isEmpty();
        for (int look = 1; !live.isEmpty(); look++) {
            if (look == LOOKS) {
                throw new RouterFault(Kind.TIMEOUT, "The session of " + user + " does not end");
            }
            if (look > 1) {
                rest();
            }
            live.forEach(id -> remove(access.sessions(), id));
            live = of(user);
        }
        return any;
    }

    /** Devices that were on before must show the password again. @return whether there were any */
    boolean forgetDevices(String user) {
        if (access.cookies().isEmpty()) {
            return false;
        }
        List<Row> cookies = router.call(Command.of(access.cookies() + "/print").where("user", user).only(".id")).rows();
        cookies.forEach(cookie -> remove(access.cookies(), cookie.id()));
        return !cookies.isEmpty();
    }

    private void remove(String menu, String id) {
        try {
            router.call(Command.of(menu + "/remove").with(".id", id));
        } catch (RouterFault e) {
            // gone by itself since we looked
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RouterFault(Kind.CANCELLED, "Interrupted while a session ended", e);
        }
    }
}
