package io.mtandao.voucher.internal;

import io.mtandao.api.Conflict;
import io.mtandao.api.Stale;
import java.util.function.Supplier;

/** Repeats a unit of work that lost a race for a new row: the next time it finds the row of the winner. */
final class Again {
    private static final int TRIES = 4;

    private Again() {}

    /** @param unit outermost: within a running unit of work there is nothing to repeat */
    static <T> T afterARace(Supplier<T> unit) {
        for (int tried = 1; ; tried++) {
            try {
                return unit.get();
            } catch (Conflict | Stale lost) {
                if (tried == TRIES) throw lost;
            }
        }
    }
}
