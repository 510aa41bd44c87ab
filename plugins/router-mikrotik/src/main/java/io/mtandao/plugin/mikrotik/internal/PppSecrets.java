package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import io.mtandao.spi.network.NetworkDriver.Former;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The secrets of a router, in /ppp/secret: who may dial in. */
final class PppSecrets {
    private final RouterConnection router;
    private final String service;

    /** @param service of the secrets we make: pppoe or any */
    PppSecrets(RouterConnection router, String service) {
        this.router = router;
        this.service = service;
    }

    /** The user's secret for our service, if any; one for another service (l2tp, say) is not ours to change. */
    Optional<Row> find(String user) {
        List<Row> rows = named(user).stream().filter(this::isOurs).toList();
        return rows.stream().filter(row -> row.text("service").equals(service)).findFirst().or(() -> rows.stream().findFirst());
    }

    private boolean isOurs(Row secret) {
        return List.of(service, "pppoe", "any").contains(secret.text("service"));
    }

    void add(String user, Map<String, String> values) {
        router.call(with(Command.of("/ppp/secret/add").with("name", user).with("service", service), values));
    }

    void set(Row secret, Map<String, String> values) {
        router.call(with(Command.of("/ppp/secret/set").with(".id", secret.id()), values));
    }

    /**
     * Unless it is for another service than ours, or belongs to another subscription by now. None is fine.
     *
     * @return whether no secret of that name is left, so that a session can only be an old one
     */
    boolean remove(Former former) {
        boolean gone = true;
        for (Row secret : named(former.user())) {
            boolean others = SecretComment.parse(secret.text("comment")).filter(comment -> !comment.id().equals(former.id())).isPresent();
            if (others || !isOurs(secret)) {
                gone = false;
            } else {
                remove(secret);
            }
        }
        return gone;
    }

    private void remove(Row secret) {
        try {
            router.call(Command.of("/ppp/secret/remove").with(".id", secret.id()));
        } catch (RouterFault e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
        }
    }

    List<Row> all() {
        return router.call(Command.of("/ppp/secret/print")
                .only("name", "password", "profile", "service", "disabled", "comment")).rows();
    }

    private List<Row> named(String user) {
        return router.call(Command.of("/ppp/secret/print").where("name", user)
                .only(".id", "password", "profile", "service", "disabled", "comment")).rows();
    }

    private static Command with(Command command, Map<String, String> values) {
        Command whole = command;
        for (Map.Entry<String, String> value : values.entrySet()) {
            whole = whole.with(value.getKey(), value.getValue());
        }
        return whole;
    }
}
