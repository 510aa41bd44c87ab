package io.mtandao.demo.internal;

import io.mtandao.testing.routeros.FakeRouter;
import java.util.HashMap;
import java.util.Map;

/** The homes on one router: each has equipment that knows its secret and dials in whenever the router lets it. */
final class Homes {
    private final FakeRouter router;
    private final Map<String, String> plugged = new HashMap<>();

    Homes(FakeRouter router) {
        this.router = router;
    }

    /** Equips who is new or has another password; whoever left takes his equipment along. */
    void visit() {
        Map<String, String> now = new HashMap<>();
        for (Map<String, String> secret : router.rows("/ppp/secret")) now.put(secret.get("name"), secret.get("password"));
        plugged.keySet().stream().filter(user -> !now.containsKey(user)).forEach(router::unplug);
        plugged.keySet().retainAll(now.keySet());
        now.forEach((user, password) -> {
            if (!password.equals(plugged.put(user, password))) router.plugIn(user, password);
        });
    }
}
