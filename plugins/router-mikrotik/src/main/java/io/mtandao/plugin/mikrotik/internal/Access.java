package io.mtandao.plugin.mikrotik.internal;

import java.util.List;
import java.util.Set;

/**
 * Where RouterOS keeps the accounts of one kind of access, what they get, and who is on.
 *
 * @param noun     of one account
 * @param scope    the property that says where an account is good: of the same name there may be one for each
 * @param user     the property of a session that names its user
 * @param flags    of an account, by which the router's own are known, and what it may be bound to; not asked for where there is no such thing
 * @param cookies  by which devices get in again without a password, or ""
 * @param devices  the property of a profile that limits the devices of one user, or ""
 * @param builtIn  the router's own profiles, which others lean on too: they are never changed
 * @param takenOver what a new profile takes from its model besides the speed. Scripts are not among it: what they do is meant for the
 *     profile they stand in
 */
record Access(String noun, String accounts, String scope, List<String> flags, String profiles, String sessions, String user, String cookies,
        String devices, Set<String> builtIn, List<String> takenOver) {
    /** Without a local address and a pool no subscriber would get an address. */
    static final Access PPP = new Access("secret", "/ppp/secret", "service", List.of(), "/ppp/profile", "/ppp/active", "name", "", "",
            Set.of("default", "default-encryption"),
            List.of("local-address", "remote-address", "remote-ipv6-prefix-pool", "dns-server", "bridge", "incoming-filter", "outgoing-filter",
                    "address-list", "interface-list", "only-one", "change-tcp-mss", "use-compression", "use-encryption", "use-ipv6",
                    "session-timeout", "idle-timeout", "parent-queue", "queue-type"));

    static final Access HOTSPOT = new Access("hotspot user", "/ip/hotspot/user", "server", List.of("mac-address", "dynamic", "default"),
            "/ip/hotspot/user/profile", "/ip/hotspot/active", "user", "/ip/hotspot/cookie", "shared-users", Set.of("default"),
            List.of("address-pool", "address-list", "incoming-filter", "outgoing-filter", "incoming-packet-mark", "outgoing-packet-mark",
                    "session-timeout", "idle-timeout", "keepalive-timeout", "status-autorefresh", "shared-users", "add-mac-cookie",
                    "mac-cookie-timeout", "open-status-page", "transparent-proxy", "parent-queue", "queue-type"));
}
