package io.mtandao.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.TenantId;
import io.mtandao.persistence.TenantEntity;
import io.mtandao.testing.db.TestDatabase;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** Rows of every entity's table, made from the table's own description, by SQL as the application's role. */
final class Rows {
    static final long ID = 4711;
    private final TestDatabase db;
    private final TenantId first;
    /** By table and column: what an enumeration may be. */
    private final Map<String, String> enumerated = new HashMap<>();

    /** @param first whose rows have {@link #ID}; others' rows have ids of their own */
    Rows(TestDatabase db, List<Class<?>> entities, TenantId first) {
        this.db = db;
        this.first = first;
        for (Class<?> e : entities)
            for (Field f : e.getDeclaredFields())
                if (f.isAnnotationPresent(Enumerated.class)) enumerated.put(table(e) + "." + column(f), ((Enum<?>) f.getType().getEnumConstants()[0]).name());
    }

    static String table(Class<?> entity) {
        return entity.getAnnotation(Table.class).name().toLowerCase(Locale.ROOT);
    }

    private static String column(Field f) {
        Column c = f.getAnnotation(Column.class);
        return (c == null || c.name().isEmpty() ? f.getName() : c.name()).toLowerCase(Locale.ROOT);
    }

    long countAs(String table, TenantId tenant) throws SQLException {
        try (Connection c = db.raw().getConnection()) {
            actAs(c, tenant);
            try (Statement s = c.createStatement(); ResultSet r = s.executeQuery("select count(*) from " + table + (isPostgres(c) ? "" : " where tenant_id = '" + tenant + "'"))) {
                r.next();
                return r.getLong(1);
            } finally {
                actAs(c, null);
            }
        }
    }

    /** On PostgreSQL, where the statement itself names no tenant. */
    int executeAs(TenantId tenant, String sql) throws SQLException {
        try (Connection c = db.raw().getConnection()) {
            actAs(c, tenant);
            try (Statement s = c.createStatement()) {
                return s.executeUpdate(sql);
            } finally {
                actAs(c, null);
            }
        }
    }

    /** The owner may also where the application's role may not, in tables that only grow. */
    void deleteAsOwner(String table, TenantId tenant) throws SQLException {
        try (Connection c = db.owner().getConnection()) {
            actAs(c, tenant);
            try (Statement s = c.createStatement()) {
                s.executeUpdate("delete from " + table + " where tenant_id = '" + tenant + "'");
            } finally {
                actAs(c, null);
            }
        }
    }

    private static boolean isPostgres(Connection c) throws SQLException {
        return c.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    private static void actAs(Connection c, TenantId tenant) throws SQLException {
        if (!isPostgres(c)) return;
        try (PreparedStatement s = c.prepareStatement("select set_config('app.tenant', ?, false)")) {
            s.setString(1, tenant == null ? "" : tenant.value());
            s.execute();
        }
    }

    /** @param optional whether references that may be null are set as well (tables may refer to each other in a circle) */
    void insert(String table, TenantId tenant, boolean optional) throws SQLException {
        insert(table, tenant, tenant, optional);
    }

    /** @param actor as whom PostgreSQL sees it */
    void insert(String table, TenantId tenant, TenantId actor, boolean optional) throws SQLException {
        Map<String, Integer> columns = new LinkedHashMap<>();
        Set<String> references = new LinkedHashSet<>();
        if (optional) for (Set<String> key : foreignKeys(table)) references.addAll(key);
        try (Connection c = db.raw().getConnection()) {
            actAs(c, actor);
            try (ResultSet r = c.getMetaData().getColumns(null, null, spelled(c, table), "%")) {
                while (r.next()) {
                    String column = r.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                    if (r.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls || references.contains(column)) columns.put(column, r.getInt("DATA_TYPE"));
                }
            }
            String sql = "insert into " + table + " (" + String.join(", ", columns.keySet()) + ") values (" + String.join(", ", columns.keySet().stream().map(x -> "?").toList()) + ")";
            try (PreparedStatement s = c.prepareStatement(sql)) {
                int i = 0;
                for (Map.Entry<String, Integer> e : columns.entrySet()) s.setObject(++i, value(table, e.getKey(), e.getValue(), tenant));
                s.executeUpdate();
            } finally {
                actAs(c, null);
            }
        }
    }

    private Object value(String table, String column, int type, TenantId tenant) {
        if (column.equals("tenant_id")) return tenant.value();
        // ids of their own: a row that refers to itself would else be whole
        if (column.equals("id")) return tenant.equals(first) ? ID : ID + 1;
        if (enumerated.containsKey(table + "." + column)) return enumerated.get(table + "." + column);
        return switch (type) {
            case Types.BIGINT -> ID;
            case Types.INTEGER, Types.SMALLINT -> 1;
            case Types.BOOLEAN, Types.BIT -> false;
            case Types.TIMESTAMP -> Timestamp.from(Instant.EPOCH);
            case Types.DATE -> java.sql.Date.valueOf("2026-01-01");
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> new byte[] {1};
            case Types.CHAR -> "x";
            default -> column.contains("currency") ? "KES" : "x";
        };
    }

    List<Set<String>> foreignKeys(String table) throws SQLException {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        try (Connection c = db.owner().getConnection(); ResultSet r = c.getMetaData().getImportedKeys(null, null, spelled(c, table))) {
            while (r.next()) keys.computeIfAbsent(r.getString("FK_NAME"), k -> new LinkedHashSet<>()).add(r.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT));
        }
        return List.copyOf(keys.values());
    }

    private static String spelled(Connection c, String table) throws SQLException {
        return isPostgres(c) ? table : table.toUpperCase(Locale.ROOT);
    }

    /** The tables that a row of this one cannot be without. */
    private Set<String> needed(String table) throws SQLException {
        Set<String> needs = new LinkedHashSet<>();
        try (Connection c = db.owner().getConnection(); ResultSet r = c.getMetaData().getImportedKeys(null, null, spelled(c, table))) {
            while (r.next()) if (mandatory(c, table, r.getString("FKCOLUMN_NAME"))) needs.add(r.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
        }
        needs.remove(table);
        return needs;
    }

    private static boolean mandatory(Connection c, String table, String column) throws SQLException {
        if (column.equalsIgnoreCase("tenant_id")) return false;
        try (ResultSet r = c.getMetaData().getColumns(null, null, spelled(c, table), column)) {
            return r.next() && r.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls;
        }
    }

    List<String> inOrderOfForeignKeys(List<Class<?>> entities) throws SQLException {
        Set<String> wanted = new LinkedHashSet<>();
        for (Class<?> e : entities) if (TenantEntity.class.isAssignableFrom(e)) wanted.add(table(e));
        List<String> ordered = new ArrayList<>();
        while (!wanted.isEmpty()) {
            int before = wanted.size();
            for (String table : List.copyOf(wanted)) {
                Set<String> needs = needed(table);
                if (needs.stream().noneMatch(wanted::contains)) {
                    ordered.add(table);
                    wanted.remove(table);
                }
            }
            assertThat(wanted.size()).as("foreign keys in a circle: " + wanted).isLessThan(before);
        }
        return ordered;
    }
}
