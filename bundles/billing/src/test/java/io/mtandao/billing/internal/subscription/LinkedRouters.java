package io.mtandao.billing.internal.subscription;

import io.mtandao.api.router.Routers;

/** Binds the optional reference, as Declarative Services does. */
public final class LinkedRouters {
    private LinkedRouters() {}

    /** @param routers null for a platform without the router bundle */
    public static RouterLink to(Routers routers) {
        RouterLink link = new RouterLink();
        link.routers = routers;
        return link;
    }
}
