package io.mtandao.testing.routeros;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What the router knows, and the rules between its menus. Every method holds the state's lock, as RouterOS runs one change at a time. */
final class RouterState {
    private static final Pattern RATE = Pattern.compile("\\d+[kKM]?(/\\d+[kKM]?)?");
    /** Lists that only the router adds to. */
    private static final Set<String> ROUTERS_OWN = Set.of("/ppp/active", Hotspot.ACTIVE, Hotspot.COOKIES);
    /** Lists in which the order counts. */
    private static final Set<String> ORDERED = Set.of(Addresses.QUEUES, Addresses.FILTER, Addresses.RAW);
    private static final Map<String, String> PROFILES_OF = Map.of("/ppp/secret", "/ppp/profile", Hotspot.USERS, Hotspot.PROFILES);
    private static final Set<String> SERVICES = Set.of("any", "async", "l2tp", "ovpn", "pppoe", "pptp", "sstp");

    private final Map<String, Menu> menus = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> singles = new LinkedHashMap<>();
    /** Subscribers' equipment that dials in again whenever it is offline: password by user. */
    private final Map<String, String> equipment = new LinkedHashMap<>();
    private int lastAddress;

    private final Hotspot hotspot;
    private final Addresses addresses;

    RouterState(String version) {
        menus.put("/ppp/profile", Menu.ofNames("profile", defaults("local-address", "", "remote-address", "", "bridge-learning", "default",
                "use-mpls", "default", "use-compression", "default", "use-encryption", "default", "only-one", "default",
                "change-tcp-mss", "yes", "use-upnp", "default", "rate-limit", "", "address-list", "", "session-timeout", "",
                "idle-timeout", "", "dns-server", "", "parent-queue", "", "on-up", "", "on-down", "")));
        menus.put("/ppp/secret", Menu.ofNames("secret", defaults("service", "any", "caller-id", "", "password", "", "profile", "default",
                "local-address", "", "remote-address", "", "routes", "", "limit-bytes-in", "0", "limit-bytes-out", "0",
                "last-logged-out", "1970-01-01 00:00:00", "disabled", "false")));
        menus.put("/ppp/active", new Menu(List.of(), List.of(), "", Map.of(), UnaryOperator.identity()));
        menus.put("/ip/pool", Menu.ofNames("pool", defaults("ranges", "")));
        menus.put("/ip/address", new Menu(List.of("address"), List.of("address", "interface"), "failure: already have such address",
                defaults("address", "", "interface", "", "disabled", "false"), UnaryOperator.identity()));
        menus.put("/interface", Menu.ofNames("interface", defaults("type", "ether", "running", "true", "disabled", "false")));
        menus.get("/ppp/profile").add(Map.of("name", "default"));
        menus.get("/ppp/profile").add(Map.of("name", "default-encryption", "use-encryption", "yes"));
        menus.get("/ip/pool").add(Map.of("name", "pppoe-pool", "ranges", "10.10.0.2-10.10.255.254"));
        menus.get("/ip/address").insert(defaults("address", "192.168.88.1/24", "interface", "ether1", "disabled", "false"));
        menus.get("/interface").add(Map.of("name", "ether1"));
        hotspot = new Hotspot(menus);
        addresses = new Addresses(menus);
        singles.put("/system/identity", defaults("name", "MikroTik"));
        singles.put("/system/routerboard", defaults("routerboard", "true", "model", "CCR2004-1G-12S+2XS", "serial-number", "FAKE00000001"));
        singles.put("/system/resource", defaults("uptime", "1w2d03h04m05s", "version", version + " (stable)", "free-memory", "3221225472",
                "total-memory", "4294967296", "cpu", "ARM64", "cpu-count", "4", "cpu-frequency", "1700", "cpu-load", "7",
                "free-hdd-space", "104857600", "total-hdd-space", "134217728", "architecture-name", "arm64",
                "board-name", "CCR2004-1G-12S+2XS", "platform", "MikroTik"));
    }

    /** @return the rows of a menu as they are now; one without id for a menu that is no list */
    synchronized List<Map<String, String>> print(String menu) {
        if (singles.containsKey(menu)) {
            return List.of(new LinkedHashMap<>(singles.get(menu)));
        }
        List<Map<String, String>> copies = new ArrayList<>();
        list(menu).rows().forEach(row -> copies.add(new LinkedHashMap<>(row)));
        return copies;
    }

    synchronized String add(String menu, Map<String, String> values) {
        check(menu, values);
        Map<String, String> own = new LinkedHashMap<>(values);
        String before = ORDERED.contains(menu) ? own.remove("place-before") : null;
        if (before != null) {
            list(menu).find(before);
        }
        String id = list(menu).add(own);
        if (before != null) {
            list(menu).moveBefore(id, before);
        }
        redial();
        return id;
    }

    synchronized void set(String menu, String references, Map<String, String> values) {
        check(menu, values);
        if (singles.containsKey(menu)) {
            singles.get(menu).putAll(values);
        } else {
            list(menu).set(references, values);
        }
        redial();
    }

    synchronized void remove(String menu, String references) {
        if (menu.equals("/ppp/active")) {
            list(menu).find(references).forEach(row -> list("/queue/simple")
                    .remove(list("/queue/simple").named("<pppoe-" + row.get("name") + ">").get(".id")));
        }
        if (menu.equals(Hotspot.ACTIVE)) {
            hotspot.ended(list(menu).find(references));
        }
        list(menu).remove(references);
        redial();
    }

    synchronized boolean has(String menu) {
        return menus.containsKey(menu) || singles.containsKey(menu);
    }

    /** @return the new session, or empty when the router turns the caller away */
    synchronized Optional<PppSession> dialIn(String user, String password) {
        Map<String, String> secret = list("/ppp/secret").named(user);
        if (secret == null || secret.get("disabled").equals("true") || !secret.get("password").equals(password)) {
            return Optional.empty();
        }
        Map<String, String> profile = list("/ppp/profile").named(secret.get("profile"));
        String rate = profile == null ? "" : profile.get("rate-limit");
        String address = "10.10." + ++lastAddress / 250 + "." + (2 + lastAddress % 250);
        // the session takes a copy of what the profile says now: later changes reach it only when it dials in again
        String id = list("/ppp/active").insert(defaults("name", user, "service", "pppoe", "caller-id", "02:00:00:00:00:01",
                "address", address, "uptime", "0s", "encoding", "", "session-id", "0x8110000" + lastAddress));
        list("/queue/simple").insert(defaults("name", "<pppoe-" + user + ">", "target", address, "max-limit",
                rate.isEmpty() ? "0/0" : rate, "dynamic", "true", "disabled", "false"));
        return Optional.of(new PppSession(id, user, address, secret.get("profile"), rate));
    }

    synchronized void plugIn(String user, String password) {
        equipment.put(user, password);
        redial();
    }

    synchronized void unplug(String user) {
        equipment.remove(user);
    }

    synchronized Optional<HotspotSession> logIn(String user, String password, String mac) {
        return hotspot.logIn(user, password, mac);
    }

    synchronized void carry(String user, String password, String mac) {
        hotspot.carry(user, password, mac);
    }

    synchronized boolean isOnHotspot(String user) {
        return !hotspot.of(user).isEmpty();
    }

    synchronized boolean forwards(String address) {
        return addresses.forwards(address);
    }

    /** A row of the router's own making, such as a dynamic lease. */
    synchronized String insert(String menu, Map<String, String> values) {
        return list(menu).insert(values);
    }

    synchronized void renumber() {
        menus.values().forEach(Menu::renumber);
    }

    private void redial() {
        equipment.forEach((user, password) -> {
            if (list("/ppp/active").named(user) == null) {
                dialIn(user, password);
            }
        });
        hotspot.again();
    }

    private Menu list(String menu) {
        Menu list = menus.get(menu);
        if (list == null) {
            throw new Trap("0", "no such command prefix");
        }
        return list;
    }

    private void check(String menu, Map<String, String> values) {
        if (ROUTERS_OWN.contains(menu)) {
            throw new Trap("0", "no such command");
        }
        String profiles = PROFILES_OF.get(menu);
        if (profiles != null && values.containsKey("profile") && list(profiles).named(values.get("profile")) == null) {
            throw new Trap("1", "input does not match any value of profile");
        }
        if (menu.equals("/ppp/secret") && values.containsKey("service") && !SERVICES.contains(values.get("service"))) {
            throw new Trap("1", "input does not match any value of service");
        }
        String server = values.getOrDefault("server", "all");
        if (menu.equals(Hotspot.USERS) && !server.equals("all") && list(Hotspot.SERVERS).named(server) == null) {
            throw new Trap("1", "input does not match any value of server");
        }
        if (menu.equals(Addresses.LEASES) && !server.equals("all") && list(Addresses.SERVERS).named(server) == null) {
            throw new Trap("1", "input does not match any value of server");
        }
        String rate = values.getOrDefault("rate-limit", "");
        if (!rate.isEmpty() && !RATE.matcher(rate.split(" ")[0]).matches()) {
            throw new Trap("1", "invalid value for argument rate-limit");
        }
        if (!values.getOrDefault("shared-users", "1").matches("[1-9]\\d*|unlimited")) {
            throw new Trap("1", "invalid value for argument shared-users");
        }
    }

    private static Map<String, String> defaults(String... namesAndValues) {
        return Hotspot.map(namesAndValues);
    }
}
