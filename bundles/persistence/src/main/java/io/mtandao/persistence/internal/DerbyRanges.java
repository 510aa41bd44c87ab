package io.mtandao.persistence.internal;

import io.mtandao.persistence.Ranges;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells Derby by which index to read a range that is said to be narrow ({@link Ranges#narrow}): the one that begins with the tenant and the ranged column; and by
 * which to read a list in order ({@link Ranges#inOrder}). Such a word to Derby stands behind the table's name (its Tuning guide, "Overriding the default optimizer
 * behavior"), where EclipseLink has no place for one.
 */
final class DerbyRanges {
    private static final Pattern RANGE = Pattern.compile("(?:\\b(t\\d+)\\.)?\\b(\\w+) BETWEEN \\? AND \\?");
    private static final Pattern ONLY_TABLE = Pattern.compile(" FROM (\\w+)(?= WHERE )");
    private static final Pattern ORDER = Pattern.compile(" ORDER BY (\\w+(?: DESC)?(?:, \\w+(?: DESC)?)*)");
    /** By statement as EclipseLink writes it; there are as many as there are queries in the code. */
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    Connection told(Connection c) {
        return (Connection) Proxy.newProxyInstance(DerbyRanges.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
            if (method.getName().equals("prepareStatement") && args[0] instanceof String sql && (sql.contains(Ranges.NARROW) || sql.contains(Ranges.IN_ORDER))) args[0] = told(c, sql);
            try {
                return method.invoke(c, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private String told(Connection c, String sql) throws SQLException {
        String known = statements.get(sql);
        if (known != null) return known;
        String told = sql.contains(Ranges.NARROW) ? narrow(c, sql) : inOrder(c, sql);
        statements.put(sql, told);
        return told;
    }

    private static String narrow(Connection c, String sql) throws SQLException {
        Matcher range = RANGE.matcher(sql);
        if (!range.find()) throw new SQLException("a narrow range is written as 'between ? and ?': " + sql);
        Matcher table = (range.group(1) == null ? ONLY_TABLE : Pattern.compile("[ ,](\\w+) " + range.group(1) + "(?=[ ,])")).matcher(sql);
        if (!table.find()) throw new SQLException("the table of a narrow range is not found: " + sql);
        String index = index(c, table.group(1), List.of("TENANT_ID", range.group(2).toUpperCase(Locale.ROOT)));
        if (index == null) throw new SQLException("no index begins with the tenant and " + range.group(2) + ": " + sql);
        return by(index, sql, table);
    }

    /** As it is where there is no such index: then it has to be sorted. */
    private static String inOrder(Connection c, String sql) throws SQLException {
        Matcher table = ONLY_TABLE.matcher(sql), order = ORDER.matcher(sql);
        if (!table.find() || !order.find()) return sql;
        List<String> columns = new ArrayList<>(List.of("TENANT_ID"));
        for (String column : order.group(1).toUpperCase(Locale.ROOT).split(", ")) columns.add(column);
        String index = index(c, table.group(1), columns);
        return index == null ? sql : by(index, sql, table);
    }

    private static String by(String index, String sql, Matcher table) {
        return sql.substring(0, table.end()) + " --DERBY-PROPERTIES index=" + index + "\n" + sql.substring(table.end());
    }

    /**
     * That with the fewest columns. Those of keys are among them, by names that Derby gave.
     * @param columns with which it begins; those that go down are followed by DESC
     */
    private static String index(Connection c, String table, List<String> columns) throws SQLException {
        Map<String, List<String>> indexes = new LinkedHashMap<>();
        try (ResultSet r = c.getMetaData().getIndexInfo(null, null, table.toUpperCase(Locale.ROOT), false, true)) {
            while (r.next()) indexes.computeIfAbsent(r.getString("INDEX_NAME"), k -> new ArrayList<>()).add(r.getString("COLUMN_NAME") + ("D".equals(r.getString("ASC_OR_DESC")) ? " DESC" : ""));
        }
        return indexes.entrySet().stream().filter(i -> i.getValue().size() >= columns.size() && i.getValue().subList(0, columns.size()).equals(columns))
            .min(Comparator.comparingInt(i -> i.getValue().size())).map(Map.Entry::getKey).orElse(null);
    }
}
