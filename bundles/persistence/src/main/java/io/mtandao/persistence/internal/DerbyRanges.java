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
 * Tells Derby by which index to read a range that is said to be narrow ({@link Ranges#narrow}): the one that begins with the tenant and the ranged column. Such a
 * word to Derby stands behind the table's name (its Tuning guide, "Overriding the default optimizer behavior"), where EclipseLink has no place for one.
 */
final class DerbyRanges {
    private static final Pattern RANGE = Pattern.compile("(?:\\b(t\\d+)\\.)?\\b(\\w+) BETWEEN \\? AND \\?");
    private static final Pattern ONLY_TABLE = Pattern.compile(" FROM (\\w+)(?= WHERE )");
    /** By statement as EclipseLink writes it; there are as many as there are queries in the code. */
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    Connection told(Connection c) {
        return (Connection) Proxy.newProxyInstance(DerbyRanges.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
            if (method.getName().equals("prepareStatement") && ((String) args[0]).contains(Ranges.NARROW)) args[0] = told(c, (String) args[0]);
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
        String told = write(c, sql);
        statements.put(sql, told);
        return told;
    }

    private static String write(Connection c, String sql) throws SQLException {
        Matcher range = RANGE.matcher(sql);
        if (!range.find()) throw new SQLException("a narrow range is written as 'between ? and ?': " + sql);
        Matcher table = (range.group(1) == null ? ONLY_TABLE : Pattern.compile("[ ,](\\w+) " + range.group(1) + "(?=[ ,])")).matcher(sql);
        if (!table.find()) throw new SQLException("the table of a narrow range is not found: " + sql);
        String index = index(c, table.group(1).toUpperCase(Locale.ROOT), range.group(2).toUpperCase(Locale.ROOT));
        if (index == null) throw new SQLException("no index begins with the tenant and " + range.group(2) + ": " + sql);
        return sql.substring(0, table.end()) + " --DERBY-PROPERTIES index=" + index + "\n" + sql.substring(table.end());
    }

    /** That with the fewest columns. Those of keys are among them, by names that Derby gave. */
    private static String index(Connection c, String table, String column) throws SQLException {
        Map<String, List<String>> indexes = new LinkedHashMap<>();
        try (ResultSet r = c.getMetaData().getIndexInfo(null, null, table, false, true)) {
            while (r.next()) indexes.computeIfAbsent(r.getString("INDEX_NAME"), k -> new ArrayList<>()).add(r.getString("COLUMN_NAME"));
        }
        return indexes.entrySet().stream().filter(i -> i.getValue().size() > 1 && i.getValue().subList(0, 2).equals(List.of("TENANT_ID", column)))
            .min(Comparator.comparingInt(i -> i.getValue().size())).map(Map.Entry::getKey).orElse(null);
    }
}
