package io.mtandao.testing.routeros;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One list of the router, such as /ppp/secret: rows in order of their making, each with an id that is never used again. */
final class Menu {
    private static final Set<String> FLAGS = Set.of("disabled", "only-one");
    private final List<String> required;
    private final List<String> unique;
    private final String taken;
    private final Map<String, String> defaults;
    private final UnaryOperator<Map<String, String>> wording;
    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    private long lastId;

    /**
     * @param required without which nothing is added
     * @param unique   what no two items may have in common
     * @param taken    what the router says when they would
     * @param defaults properties an item has when nobody sets them; together with name and comment all it may have
     * @param wording  how the router words what it was given, and what it refuses to take
     */
    Menu(List<String> required, List<String> unique, String taken, Map<String, String> defaults, UnaryOperator<Map<String, String>> wording) {
        this.required = required;
        this.unique = unique;
        this.taken = taken;
        this.defaults = defaults;
        this.wording = wording;
    }

    /** Items with a name that is theirs alone. @param noun what the router calls an item when it says that the name is taken */
    static Menu ofNames(String noun, Map<String, String> defaults) {
        return new Menu(List.of("name"), List.of("name"), "failure: " + noun + " with the same name already exists", defaults, UnaryOperator.identity());
    }

    /** @return the new item's id, like *1A */
    String add(Map<String, String> values) {
        List<String> missing = required.stream().filter(name -> !values.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new Trap(null, "missing value(s) of argument(s) " + String.join(",", missing));
        }
        Map<String, String> row = new LinkedHashMap<>();
        row.put(".id", nextId(0));
        if (required.contains("name")) {
            row.put("name", "");
        }
        row.putAll(defaults);
        assign(row, values);
        rows.put(row.get(".id"), row);
        return row.get(".id");
    }

    /** @param references ids or names, parted by commas */
    void set(String references, Map<String, String> values) {
        for (Map<String, String> row : find(references)) {
            if (row.getOrDefault("dynamic", "false").equals("true")) {
                throw new Trap(null, "failure: cannot change dynamic item");
            }
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
        return rows.values().stream().filter(row -> Objects.equals(row.get("name"), name)).findFirst().orElse(null);
    }

    /** A row of the router's own making (a session, a dynamic queue), free of the rules for what users enter. */
    String insert(Map<String, String> values) {
        String id = nextId(0x80000000L);
        Map<String, String> row = new LinkedHashMap<>();
        row.put(".id", id);
        row.putAll(values);
        rows.put(id, row);
        return id;
    }

    void moveBefore(String id, String before) {
        Map<String, String> moved = rows.remove(id);
        List<Map<String, String>> all = rows();
        all.add(all.indexOf(find(before).get(0)), moved);
        rows.clear();
        all.forEach(row -> rows.put(row.get(".id"), row));
    }

    /** Every item gets another id, as after an import of a backup: nobody may keep one. */
    void renumber() {
        List<Map<String, String>> all = rows();
        rows.clear();
        all.forEach(row -> {
            row.put(".id", nextId(0));
            rows.put(row.get(".id"), row);
        });
    }

    private String nextId(long from) {
        return "*" + Long.toHexString(from + ++lastId).toUpperCase(Locale.ROOT);
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
        wording.apply(values).forEach((name, value) -> {
            if (!name.equals("comment") && !required.contains(name) && !defaults.containsKey(name)) {
                throw new Trap(null, "unknown parameter " + name);
            }
            checked.put(name, FLAGS.contains(name) ? flag(name, value) : value);
        });
        boolean clash = !unique.isEmpty() && rows.values().stream().filter(other -> other != row)
                .anyMatch(other -> unique.stream().allMatch(key -> Objects.equals(other.get(key), checked.getOrDefault(key, row.get(key)))));
        if (clash) {
            throw new Trap(null, taken);
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
