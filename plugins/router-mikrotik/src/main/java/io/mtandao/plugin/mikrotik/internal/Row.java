package io.mtandao.plugin.mikrotik.internal;

import java.util.Map;
import java.util.Optional;

/** One {@code !re}: every value is text on the wire, absent when the router has none. */
record Row(Map<String, String> values) {

    /** The router's handle, like {@code *1A}; it dies with the item, so never store it. */
    String id() {
        return text(".id");
    }

    /** @return the value, or "" */
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** RouterOS 7 prints true/false, older menus yes/no. */
    boolean isTrue(String name) {
        String value = text(name);
        return value.equals("true") || value.equals("yes");
    }

    /** @return the whole number, or -1 when it is absent or not one (some boards leave counters out) */
    long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
