package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** The live sessions of a router, in /ppp/active. */
final class PppSessions {
    /** A router removes a session at once, but may list it a moment longer while it says goodbye to the subscriber's equipment. */
    private static final int LOOKS = 10;

    private final RouterConnection router;
    private final Duration pause;

    /** @param pause between two looks at whether a removed session is gone */
    PppSessions(RouterConnection router, Duration pause) {
        this.router = router;
        this.pause = pause;
    }

    /** @return ids; several when the profile lets a user in more than once */
    Set<String> of(String user) {
        return router.call(Command.of("/ppp/active/print").where("name", user).only(".id")).rows().stream().map(Row::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Names of the users with at least one session. */
    Set<String> users() {
        return router.call(Command.of("/ppp/active/print").only("name")).rows().stream().map(row -> row.text("name"))
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
        ids.forEach(this::remove);
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

    private void remove(String id) {
        try {
            router.call(Command.of("/ppp/active/remove").with(".id", id));
        } catch (RouterFault e) {
            // it ended by itself since we looked
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
