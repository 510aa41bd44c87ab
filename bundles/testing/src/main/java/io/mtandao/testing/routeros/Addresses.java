package io.mtandao.testing.routeros;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a router does to addresses: queues, address lists, filter rules and leases, in the router's own wording of numbers. */
final class Addresses {
    static final String QUEUES = "/queue/simple";
    static final String LISTS = "/ip/firewall/address-list";
    static final String FILTER = "/ip/firewall/filter";
    static final String RAW = "/ip/firewall/raw";
    static final String LEASES = "/ip/dhcp-server/lease";
    static final String SERVERS = "/ip/dhcp-server";
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?");
    private static final Pattern RATE = Pattern.compile("(\\d+)([kKMG]?)");
    private static final Pattern MAC = Pattern.compile("([0-9A-F]{2}:){5}[0-9A-F]{2}");

    private final Map<String, Menu> menus;

    Addresses(Map<String, Menu> menus) {
        this.menus = menus;
        Map<String, String> rule = Hotspot.map("chain", "", "action", "accept", "src-address-list", "", "dst-address-list", "", "connection-state", "",
                "reject-with", "", "disabled", "false");
        menus.put(QUEUES, new Menu(List.of("name"), List.of("name"), "failure: already have queue with such name", Hotspot.map("target", "", "parent", "none",
                "priority", "8/8", "limit-at", "0/0", "max-limit", "0/0", "burst-limit", "0/0", "burst-threshold", "0/0", "burst-time", "0s/0s", "disabled",
                "false"), Addresses::queue));
        menus.put(LISTS, new Menu(List.of("list", "address"), List.of("list", "address"), "failure: already have such entry",
                Hotspot.map("timeout", "", "disabled", "false"), Addresses::entry));
        menus.put(FILTER, new Menu(List.of("chain"), List.of(), "", rule, Map::copyOf));
        menus.put(RAW, new Menu(List.of("chain"), List.of(), "", rule, Map::copyOf));
        menus.put(SERVERS, Menu.ofNames("dhcp server", Hotspot.map("interface", "", "address-pool", "none", "disabled", "false")));
        menus.put(LEASES, new Menu(List.of("address", "mac-address"), List.of("address"), "failure: already have static lease with this IP address",
                Hotspot.map("server", "all", "status", "waiting", "disabled", "false"), Addresses::lease));
    }

    /** Whether the router lets packets from there through: the first rule of its chain that fits decides, and none is a yes. */
    boolean forwards(String address) {
        return passes(RAW, "prerouting", address) && passes(FILTER, "forward", address);
    }

    private boolean passes(String menu, String chain, String address) {
        for (Map<String, String> rule : menus.get(menu).rows()) {
            String list = rule.get("src-address-list");
            boolean fits = rule.get("chain").equals(chain) && rule.get("disabled").equals("false") && rule.get("connection-state").isEmpty()
                    && (list.isEmpty() || holds(list, address));
            if (fits) {
                return rule.get("action").equals("accept");
            }
        }
        return true;
    }

    private boolean holds(String list, String address) {
        return menus.get(LISTS).rows().stream().anyMatch(row -> row.get("list").equals(list) && row.get("address").equals(address)
                && row.get("disabled").equals("false"));
    }

    private static Map<String, String> queue(Map<String, String> given) {
        Map<String, String> worded = new LinkedHashMap<>(given);
        worded.computeIfPresent("target", (name, target) -> target.isEmpty() || target.contains("/") ? checked(name, target) : checked(name, target) + "/32");
        for (String name : List.of("max-limit", "limit-at", "burst-limit", "burst-threshold")) {
            worded.computeIfPresent(name, (key, pair) -> bits(key, pair));
        }
        worded.computeIfPresent("burst-time", (name, pair) -> seconds(name, pair));
        return worded;
    }

    private static Map<String, String> entry(Map<String, String> given) {
        Map<String, String> worded = new LinkedHashMap<>(given);
        worded.computeIfPresent("address", (name, address) -> checked(name, address).replaceFirst("/32$", ""));
        return worded;
    }

    private static Map<String, String> lease(Map<String, String> given) {
        given.entrySet().stream().filter(value -> value.getKey().equals("address")).forEach(value -> checked("address", value.getValue()));
        if (given.containsKey("mac-address") && !MAC.matcher(given.get("mac-address")).matches()) {
            throw new Trap("1", "invalid value of mac-address, mac address required");
        }
        return given;
    }

    private static String checked(String name, String address) {
        if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            throw new Trap("1", "invalid value for argument " + name);
        }
        return address;
    }

    /** 5M/10M is kept, and printed, as 5000000/10000000. */
    private static String bits(String name, String pair) {
        String[] parts = pair.split("/");
        return bit(name, parts[0]) + "/" + bit(name, parts[parts.length - 1]);
    }

    private static long bit(String name, String text) {
        Matcher rate = RATE.matcher(text);
        if (!rate.matches()) {
            throw new Trap("1", "invalid value for argument " + name);
        }
        return Long.parseLong(rate.group(1)) * switch (rate.group(2)) {
            case "k", "K" -> 1_000L;
            case "M" -> 1_000_000L;
            case "G" -> 1_000_000_000L;
            default -> 1L;
        };
    }

    private static String seconds(String name, String pair) {
        if (!pair.matches("\\d+s?/\\d+s?")) {
            throw new Trap("1", "invalid value for argument " + name);
        }
        return pair.replaceAll("(\\d+)s?", "$1s");
    }
}
