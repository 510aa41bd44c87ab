package io.mtandao.plugin.mikrotik.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a router says of itself, worded for a person. A board that lacks a value leaves it out. */
final class RouterFacts {
    private final RouterConnection router;

    RouterFacts(RouterConnection router) {
        this.router = router;
    }

    Map<String, String> read() {
        Row resource = one("/system/resource/print", "version", "board-name", "uptime", "cpu-load", "free-memory", "total-memory");
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "identity", one("/system/identity/print", "name").text("name"));
        put(facts, "version", resource.text("version"));
        put(facts, "board", resource.text("board-name"));
        put(facts, "uptime", resource.text("uptime"));
        put(facts, "cpu load", resource.optional("cpu-load").map(load -> load.replace("%", "") + " %").orElse(""));
        put(facts, "free memory", memory(resource));
        put(facts, "sessions", Integer.toString(new Sessions(router, Access.PPP, Duration.ZERO).users().size()));
        return facts;
    }

    private static String memory(Row resource) {
        long free = resource.number("free-memory");
        long total = resource.number("total-memory");
        return free < 0 || total < 0 ? "" : (free >> 20) + " of " + (total >> 20) + " MiB";
    }

    private Row one(String print, String... properties) {
        return router.call(Command.of(print).only(properties)).first().orElse(new Row(Map.of()));
    }

    private static void put(Map<String, String> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.put(name, value);
        }
    }
}
