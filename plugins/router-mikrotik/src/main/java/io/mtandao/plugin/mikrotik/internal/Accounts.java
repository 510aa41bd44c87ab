package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import io.mtandao.spi.network.NetworkDriver.Former;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may get in: the secrets of a router, in /ppp/secret, or the users of its hotspot, in /ip/hotspot/user. */
final class Accounts {
    private final RouterConnection router;
    private final Access access;
    private final String scope;
    private final List<String> ours;

    private Accounts(RouterConnection router, Access access, String scope, List<String> ours) {
        this.router = router;
        this.access = access;
        this.scope = scope;
        this.ours = ours;
    }

    /** Secrets we make are for the service of the settings: pppoe or any. One for another service (l2tp, say) is not ours to change. */
    static Accounts secrets(RouterConnection router, MikrotikSettings settings) {
        return new Accounts(router, Access.PPP, settings.service(), List.of(settings.service(), "pppoe", "any"));
    }

    /** Users we make are for the hotspot server of the settings, or for all. One for another server is not ours to change. */
    static Accounts hotspotUsers(RouterConnection router, MikrotikSettings settings) {
        return new Accounts(router, Access.HOTSPOT, settings.hotspotServer(), List.of(settings.hotspotServer(), "all"));
    }

    /** @throws RouterFault REFUSED when it is one that the router made for itself, like default-trial */
    Optional<Row> find(String user) {
        List<Row> named = named(user);
        if (named.stream().anyMatch(Accounts::isTheRouters)) {
            throw new RouterFault(Kind.REFUSED, "The " + access.noun() + " " + user + " is the router's own; give the subscriber another name");
        }
        List<Row> rows = named.stream().filter(this::isOurs).toList();
        return rows.stream().filter(row -> row.text(access.scope()).equals(scope)).findFirst().or(() -> rows.stream().findFirst());
    }

    private boolean isOurs(Row account) {
        return ours.contains(account.text(access.scope())) && !isTheRouters(account);
    }

    private static boolean isTheRouters(Row account) {
        return account.isTrue("dynamic") || account.isTrue("default");
    }

    void add(String user, Map<String, String> values) {
        router.call(Command.of(access.accounts() + "/add").with("name", user).with(access.scope(), scope).with(values));
    }

    void set(Row account, Map<String, String> values) {
        router.call(Command.of(access.accounts() + "/set").with(".id", account.id()).with(values));
    }

    /**
     * Unless it is for another service or server than ours, or belongs to another subscription by now. None is fine.
     *
     * @return whether none of that name is left, so that a session can only be an old one
     */
    boolean remove(Former former) {
        boolean gone = true;
        for (Row account : named(former.user())) {
            boolean others = ManagedComment.parse(account.text("comment")).filter(comment -> !comment.id().equals(former.id())).isPresent();
            if (others || !isOurs(account)) {
                gone = false;
            } else {
                router.call(Command.removing(access.accounts(), account));
            }
        }
        return gone;
    }

    List<Row> all() {
        return router.call(printed("name", "password", "profile", "disabled", "comment")).rows();
    }

    /** Those that are ours, without their passwords. */
    List<Row> ours() {
        return router.call(printed("name", "profile", "disabled", "comment")).rows().stream().filter(this::isOurs).toList();
    }

    private List<Row> named(String user) {
        return router.call(printed(".id", "password", "profile", "disabled", "comment").where("name", user)).rows();
    }

    private Command printed(String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add(access.scope());
        all.addAll(access.flags());
        return Command.of(access.accounts() + "/print").only(all.toArray(String[]::new));
    }
}
