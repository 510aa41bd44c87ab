package io.mtandao.testing.routeros;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One list of the router, such as /ppp/secret: rows in order of their making, each with an id that is never used again. */
final class Menu {
    private static final Set<String> FLAGS = Set.of("disabled", "only-one");
    private final String noun;
    private final Map<String, String> defaults;
    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    private long lastId;

    /**
     * @param noun     what the router calls an item when it says that the name is taken
     * @param defaults properties an item has when nobody sets them; together with name and comment all it may have
     */
    Menu(String noun, Map<String, String> defaults) {
        this.noun = noun;
        this.defaults = defaults;
    }

    /** @return the new item's id, like *1A */
    String add(Map<String, String> values) {
        if (!values.containsKey("name")) {
            throw new Trap(null, "missing value(s) of argument(s) name");
        }
        Map<String, String> row = new LinkedHashMap<>();
        row.put(".id", "*" + Long.toHexString(++lastId).toUpperCase(Locale.ROOT));
        row.put("name", "");
        row.putAll(defaults);
        assign(row, values);
        rows.put(row.get(".id"), row);
        return row.get(".id");
    }

    /** @param references ids or names, parted by commas */
    void set(String references, Map<String, String> values) {
        for (Map<String, String> row : find(references)) {
            assign(row, values);
        }
    }

    void remove(String references) {
        find(references).forEach(row -> rows.remove(row.get(".id")));
    }

    List<Map<String, String>> rows() {
        return new ArrayList<>(rows.values());
    }

    Map<String, String> named(String name) {
        return rows.values().stream().filter(row -> row.get("name").equals(name)).findFirst().orElse(null);
    }

    /** A row of the router's own making (a session, a dynamic queue), free of the rules for what users enter. */
    String insert(Map<String, String> values) {
        String id = "*" + Long.toHexString(0x80000000L + ++lastId).toUpperCase(Locale.ROOT);
        Map<String, String> row = new LinkedHashMap<>();
        row.put(".id", id);
        row.putAll(values);
        rows.put(id, row);
        return id;
    }

    List<Map<String, String>> find(String references) {
        if (references == null || references.isEmpty()) {
            throw new Trap(null, "no such item");
        }
        List<Map<String, String>> found = new ArrayList<>();
        for (String reference : references.split(",")) {
            Map<String, String> row = reference.startsWith("*") ? rows.get(reference) : named(reference);
            if (row == null) {
                throw new Trap(null, "no such item");
            }
            found.add(row);
        }
        return found;
    }

    private void assign(Map<String, String> row, Map<String, String> values) {
        Map<String, String> checked = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (!name.equals("name") && !name.equals("comment") && !defaults.containsKey(name)) {
                throw new Trap(null, "unknown parameter " + name);
            }
            checked.put(name, FLAGS.contains(name) ? flag(name, value) : value);
        });
        Map<String, String> other = named(checked.getOrDefault("name", row.get("name")));
        if (other != null && other != row) {
            throw new Trap(null, "failure: " + noun + " with the same name already exists");
        }
        row.putAll(checked);
        if ("".equals(row.get("comment"))) {
            row.remove("comment");
        }
    }

    private static String flag(String name, String value) {
        return switch (value) {
            case "yes", "true" -> "true";
            case "no", "false" -> "false";
            case "default" -> "default";
            default -> throw new Trap("1", "invalid value for argument " + name);
        };
    }
}
