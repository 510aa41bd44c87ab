package io.mtandao.tenant.internal;

import io.mtandao.api.Conflict;
import java.util.function.Supplier;

/** Repeats a unit of work that lost a race for a new row: the second time it finds the row of the winner. */
public final class Races {
    /** One more than the rows that a unit may have to make. */
    private static final int TRIES = 5;

    private Races() {}

    /** @param unit outermost: within a running unit of work there is nothing to repeat */
    public static <T> T again(Supplier<T> unit) {
        for (int tried = 1; ; tried++) {
            try {
                return unit.get();
            } catch (Conflict lost) {
                if (tried == TRIES) throw lost;
            }
        }
    }
}
