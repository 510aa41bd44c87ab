package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import java.util.Set;
import java.util.function.Supplier;

/** Does again what somebody, perhaps another node of ours, got in the way of: he changed what we had looked at. */
final class Raced {
    private static final Set<Kind> LOOK_AGAIN = Set.of(Kind.CONFLICT, Kind.NOT_FOUND, Kind.MISSING_PROFILE);
    private static final int TRIES = 3;

    private Raced() {
    }

    /** @param work that looks before it writes */
    static <R> R again(Supplier<R> work) {
        for (int tried = 1;; tried++) {
            try {
                return work.get();
            } catch (RouterFault e) {
                if (!LOOK_AGAIN.contains(e.kind()) || tried == TRIES) {
                    throw e;
                }
            }
        }
    }
}
