package io.mtandao.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What does on PostgreSQL for many rows at once what a statement of EclipseLink's does for one: the values come as one array for each of its parameters, and
 * {@code unnest} makes rows of them, in the order of the arrays.
 */
final class ArrayStatement {
    private static final Pattern INSERT = Pattern.compile("INSERT INTO (\\w+) \\((\\w+(?:, \\w+)*)\\) VALUES \\(\\?(?:, \\?)*\\)");
    private static final Pattern UPDATE = Pattern.compile("UPDATE (\\w+) SET (\\w+ = \\?(?:, \\w+ = \\?)*) WHERE ([()]*\\w+ = \\?\\)*(?: AND \\(*\\w+ = \\?\\)*)*)");
    private static final Pattern EQUALS = Pattern.compile("(\\w+) = \\?");
    private final String sql;
    private final List<String> types;
    /** The parameters that say which row is updated; none for an insert. */
    private final int[] key;

    private ArrayStatement(String sql, List<String> types, int[] key) {
        this.sql = sql;
        this.types = types;
        this.key = key;
    }

    /** @param one what EclipseLink writes for one row @return null for a statement of another form, or with a column of which no arrays are made */
    static ArrayStatement of(String one, Connection c) throws SQLException {
        Matcher insert = INSERT.matcher(one), update = UPDATE.matcher(one);
        if (insert.matches()) {
            List<String> columns = List.of(insert.group(2).split(", "));
            List<String> types = types(c, insert.group(1), columns);
            return types == null ? null : new ArrayStatement("insert into " + insert.group(1) + " (" + insert.group(2) + ") select * from " + unnest(types), types, new int[0]);
        }
        return update.matches() ? update(update.group(1), columns(update.group(2)), columns(update.group(3)), c) : null;
    }

    private static ArrayStatement update(String table, List<String> set, List<String> where, Connection c) throws SQLException {
        List<String> columns = new ArrayList<>(set);
        columns.addAll(where);
        List<String> types = types(c, table, columns);
        if (types == null) return null;
        String sql = "update " + table + " r set " + numbered(0, set.size(), i -> columns.get(i) + " = v.c" + i, ", ") + " from " + unnest(types)
            + " v (" + numbered(0, columns.size(), i -> "c" + i, ", ") + ") where " + numbered(set.size(), columns.size(), i -> "r." + columns.get(i) + " = v.c" + i, " and ");
        return new ArrayStatement(sql, types, IntStream.range(set.size(), columns.size()).filter(i -> !columns.get(i).equalsIgnoreCase("version")).toArray());
    }

    private static List<String> columns(String equations) {
        return EQUALS.matcher(equations).results().map(r -> r.group(1)).toList();
    }

    private static String unnest(List<String> types) {
        return types.stream().map(t -> "?::" + t + "[]").collect(Collectors.joining(", ", "unnest(", ")"));
    }

    private static String numbered(int from, int to, IntFunction<String> written, String between) {
        return IntStream.range(from, to).mapToObj(written).collect(Collectors.joining(between));
    }

    /** @return null when there is one of which no arrays are made */
    private static List<String> types(Connection c, String table, List<String> columns) throws SQLException {
        Map<String, String> all = new HashMap<>();
        try (PreparedStatement s = c.prepareStatement("select a.attname, t.typname from pg_attribute a join pg_type t on t.oid = a.atttypid where a.attrelid = ?::regclass and a.attnum > 0")) {
            s.setString(1, table.toLowerCase(Locale.ROOT));
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) all.put(r.getString(1), r.getString(2));
            }
        }
        List<String> types = columns.stream().map(x -> all.getOrDefault(x.toLowerCase(Locale.ROOT), "")).toList();
        return types.stream().allMatch(t -> ArrayColumn.of(t) != null) ? types : null;
    }

    boolean isUpdate() {
        return key.length > 0;
    }

    /**
     * @param rows of EclipseLink's parameters
     * @return one array for each parameter; null when a value does not fit, or a row would be changed twice, which one statement cannot do
     */
    @SuppressWarnings("rawtypes")
    Object[][] arrays(List<List> rows) {
        if (isUpdate() && !areOthers(rows)) return null;
        Object[][] arrays = new Object[types.size()][];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = ArrayColumn.of(types.get(i)).array(rows, i);
            if (arrays[i] == null) return null;
        }
        return arrays;
    }

    @SuppressWarnings("rawtypes")
    private boolean areOthers(List<List> rows) {
        Set<List<?>> seen = new HashSet<>();
        for (List<?> row : rows) if (!seen.add(Arrays.stream(key).mapToObj(row::get).toList())) return false;
        return true;
    }

    /** @return how many rows were written */
    int write(Connection c, Object[][] arrays) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            for (int i = 0; i < arrays.length; i++) s.setArray(i + 1, c.createArrayOf(types.get(i), arrays[i]));
            return s.executeUpdate();
        }
    }
}
