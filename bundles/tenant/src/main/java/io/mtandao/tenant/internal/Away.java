package io.mtandao.tenant.internal;

import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.ComponentServiceObjects;

/**
 * Uses a service of a bundle that may be away and that itself needs this one. Taken only while it is used: a direct reference would make the two wait for
 * each other when they are activated.
 */
final class Away {
    private Away() {}

    /** @param service null while it is away */
    static <S, R> Optional<R> use(ComponentServiceObjects<S> service, Function<S, R> use) {
        S taken = service == null ? null : service.getService();
        if (taken == null) return Optional.empty();
        try {
            return Optional.of(use.apply(taken));
        } finally {
            service.ungetService(taken);
        }
    }
}
