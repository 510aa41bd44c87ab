package io.mtandao.testing.routeros;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The captive portal of a router: who may log in, on how many devices, and the cookies that let a device in again without a password. */
final class Hotspot {
    static final String USERS = "/ip/hotspot/user";
    static final String PROFILES = "/ip/hotspot/user/profile";
    static final String ACTIVE = "/ip/hotspot/active";
    static final String COOKIES = "/ip/hotspot/cookie";
    static final String SERVERS = "/ip/hotspot";
    private static final String ANY_MAC = "00:00:00:00:00:00";

    private final Map<String, Menu> menus;
    /** Devices that log in again whenever they are offline, by MAC. */
    private final Map<String, Device> devices = new LinkedHashMap<>();
    private int lastAddress;

    private record Device(String user, String password) {
    }

    Hotspot(Map<String, Menu> menus) {
        this.menus = menus;
        menus.put(SERVERS, Menu.ofNames("server", map("interface", "", "address-pool", "none", "profile", "default", "disabled", "false")));
        menus.put(PROFILES, Menu.ofNames("profile", map("address-pool", "none", "session-timeout", "", "idle-timeout", "none", "keepalive-timeout", "2m",
                "status-autorefresh", "1m", "shared-users", "1", "rate-limit", "", "add-mac-cookie", "true", "mac-cookie-timeout", "3d", "address-list", "",
                "incoming-filter", "", "outgoing-filter", "", "parent-queue", "", "queue-type", "", "transparent-proxy", "false", "on-login", "",
                "on-logout", "")));
        menus.put(USERS, new Menu(List.of("name"), List.of("name", "server"), "failure: already have user with this name for this server",
                map("server", "all", "password", "", "address", "", "mac-address", ANY_MAC, "profile", "default", "email", "", "routes", "",
                        "limit-uptime", "0s", "limit-bytes-in", "0", "limit-bytes-out", "0", "limit-bytes-total", "0", "disabled", "false"),
                UnaryOperator.identity()));
        menus.put(ACTIVE, new Menu(List.of(), List.of(), "", Map.of(), UnaryOperator.identity()));
        menus.put(COOKIES, new Menu(List.of(), List.of(), "", Map.of(), UnaryOperator.identity()));
        menus.get(PROFILES).add(Map.of("name", "default"));
        menus.get(USERS).insert(map("name", "default-trial", "server", "all", "profile", "default", "default", "true", "dynamic", "true",
                "disabled", "false"));
    }

    /** @return the new session, or empty when the portal turns the device away */
    Optional<HotspotSession> logIn(String user, String password, String mac) {
        return menus.get(USERS).rows().stream().filter(row -> user.equals(row.get("name")) && password.equals(row.get("password"))).findFirst()
                .flatMap(row -> letIn(row, mac, "http-chap"));
    }

    private Optional<HotspotSession> letIn(Map<String, String> user, String mac, String by) {
        Map<String, String> profile = menus.get(PROFILES).named(user.get("profile"));
        String bound = user.getOrDefault("mac-address", ANY_MAC);
        long on = of(user.get("name")).size();
        String most = profile.get("shared-users");
        boolean full = !most.equals("unlimited") && on >= Long.parseLong(most);
        if (user.get("disabled").equals("true") || full || !bound.equals(ANY_MAC) && !bound.equals(mac)) {
            return Optional.empty();
        }
        String address = "10.5.50." + (2 + ++lastAddress % 250);
        // like a PPP session it keeps the speed that the profile had at the login
        String rate = profile.get("rate-limit");
        String id = menus.get(ACTIVE).insert(map("user", user.get("name"), "server", "hotspot1", "address", address, "mac-address", mac, "login-by", by,
                "uptime", "0s"));
        menus.get("/queue/simple").insert(map("name", queue(user.get("name"), mac), "target", address + "/32", "max-limit",
                rate.isEmpty() ? "0/0" : rate, "dynamic", "true", "disabled", "false"));
        if (cookie(mac).isEmpty()) {
            menus.get(COOKIES).insert(map("user", user.get("name"), "domain", "", "mac-address", mac, "expires-in", "3d"));
        }
        return Optional.of(new HotspotSession(id, user.get("name"), mac, user.get("profile"), rate));
    }

    private Optional<Map<String, String>> cookie(String mac) {
        return menus.get(COOKIES).rows().stream().filter(row -> mac.equals(row.get("mac-address"))).findFirst();
    }

    List<Map<String, String>> of(String user) {
        return menus.get(ACTIVE).rows().stream().filter(row -> user.equals(row.get("user"))).toList();
    }

    void carry(String user, String password, String mac) {
        devices.put(mac, new Device(user, password));
        again();
    }

    /** A device that finds itself offline shows its cookie, and has the password typed in when that does not help. */
    void again() {
        devices.forEach((mac, device) -> {
            boolean online = menus.get(ACTIVE).rows().stream().anyMatch(row -> mac.equals(row.get("mac-address")));
            if (!online) {
                Optional<Map<String, String>> known = cookie(mac).flatMap(cookie -> menus.get(USERS).rows().stream()
                        .filter(row -> cookie.get("user").equals(row.get("name"))).findFirst());
                if (known.flatMap(user -> letIn(user, mac, "cookie")).isEmpty()) {
                    logIn(device.user(), device.password(), mac);
                }
            }
        });
    }

    /** The queues of these sessions go with them. */
    void ended(List<Map<String, String>> sessions) {
        List<String> names = sessions.stream().map(row -> queue(row.get("user"), row.get("mac-address"))).toList();
        Menu queues = menus.get("/queue/simple");
        queues.rows().stream().filter(row -> names.contains(row.get("name"))).forEach(row -> queues.remove(row.get(".id")));
    }

    private static String queue(String user, String mac) {
        return "<hotspot-" + user + "-" + mac + ">";
    }

    static Map<String, String> map(String... namesAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
