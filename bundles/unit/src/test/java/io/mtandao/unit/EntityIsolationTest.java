package io.mtandao.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.TenantId;
import io.mtandao.persistence.TenantEntity;
import io.mtandao.testing.db.TestDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import javax.persistence.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The isolation suite's half below the services: every entity of the persistence unit gets a row of ISP A, made from the table's own description, so
 * that none can be forgotten. Then ISP B reads, counts, changes, deletes and refers to it: by JPA, by SQL as the application's role, and by foreign key.
 */
class EntityIsolationTest {
    private static final TenantId A = new TenantId("alpha");
    private static final TenantId B = new TenantId("bravo");
    private static final long ID = 4711;

    @ParameterizedTest
    @EnumSource
    void nothingOfOneIspIsReachedByAnother(TestDatabase.Kind kind) throws Exception {
        List<Class<?>> entities = Entities.all();
        try (TestDatabase db = TestDatabase.open(kind, Clock.systemUTC(), List.of("db/mtandao.xml"), entities)) {
            List<String> tables = inOrderOfForeignKeys(db, entities);
            assertThat(tables).hasSizeGreaterThan(20);
            for (String table : tables) insert(db, table, A, false);
            List<String> leaks = new ArrayList<>();
            for (Class<?> type : entities)
                if (TenantEntity.class.isAssignableFrom(type)) {
                    db.tx().run(B, em -> reads(em, type, leaks));
                    changes(db, type, leaks);
                }
            for (String table : tables) {
                bySql(db, table, kind, leaks);
                byForeignKey(db, table, leaks);
            }
            assertThat(leaks).isEmpty();
            for (String table : tables) assertThat(countAs(db, table, A)).as(table + ": A's row is still there").isEqualTo(1);
        }
    }

    private static void reads(EntityManager em, Class<?> type, List<String> leaks) {
        String name = type.getSimpleName();
        if (em.find(type, ID) != null) leaks.add(name + ": found by id");
        if (em.createQuery("select count(e) from " + name + " e", Long.class).getSingleResult() != 0) leaks.add(name + ": counted");
        if (!em.createQuery("select e from " + name + " e").getResultList().isEmpty()) leaks.add(name + ": listed");
    }

    private static void changes(TestDatabase db, Class<?> type, List<String> leaks) {
        for (String statement : List.of("update " + type.getSimpleName() + " e set e.updatedAt = ?1", "delete from " + type.getSimpleName() + " e where e.updatedAt <> ?1")) {
            try {
                int touched = db.tx().in(B, em -> em.createQuery(statement).setParameter(1, Instant.parse("2030-01-01T00:00:00Z")).executeUpdate());
                if (touched != 0) leaks.add(statement);
            } catch (PersistenceException e) {
                // tables that only grow: the application's role may change nobody's rows there
                if (!String.valueOf(e.getMessage()).contains("permission denied")) throw e;
            }
        }
    }

    /** On PostgreSQL the database itself hides the row from SQL that names no tenant at all. */
    private static void bySql(TestDatabase db, String table, TestDatabase.Kind kind, List<String> leaks) throws SQLException {
        if (kind != TestDatabase.Kind.POSTGRES) return;
        if (countAs(db, table, B) != 0) leaks.add(table + ": read by SQL as B");
        try (Connection c = db.raw().getConnection(); Statement s = c.createStatement(); ResultSet r = s.executeQuery("select count(*) from " + table)) {
            r.next();
            if (r.getLong(1) != 0) leaks.add(table + ": read by SQL without a tenant");
        }
    }

    /** B's row that points at A's id must be refused by the database. */
    private static void byForeignKey(TestDatabase db, String table, List<String> leaks) throws SQLException {
        if (foreignKeys(db, table).isEmpty()) return;
        try {
            insert(db, table, B, true);
            leaks.add(table + ": a row of B refers to a row of A");
        } catch (SQLException e) {
            // a foreign key that points nowhere; Derby tells it of a deferred one at commit, in its own codes
            if (!Set.of("23503", "23506", "23507", "23516").contains(e.getSQLState())) throw e;
        }
    }

    private static long countAs(TestDatabase db, String table, TenantId tenant) throws SQLException {
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
    private static void insert(TestDatabase db, String table, TenantId tenant, boolean optional) throws SQLException {
        Map<String, Integer> columns = new LinkedHashMap<>();
        Set<String> references = new LinkedHashSet<>();
        if (optional) for (Set<String> key : foreignKeys(db, table)) references.addAll(key);
        try (Connection c = db.raw().getConnection()) {
            actAs(c, tenant);
            try (ResultSet r = c.getMetaData().getColumns(null, null, spelled(c, table), "%")) {
                while (r.next()) {
                    String column = r.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                    if (r.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls || references.contains(column)) columns.put(column, r.getInt("DATA_TYPE"));
                }
            }
            String sql = "insert into " + table + " (" + String.join(", ", columns.keySet()) + ") values (" + String.join(", ", columns.keySet().stream().map(x -> "?").toList()) + ")";
            try (PreparedStatement s = c.prepareStatement(sql)) {
                int i = 0;
                for (Map.Entry<String, Integer> e : columns.entrySet()) s.setObject(++i, value(e.getKey(), e.getValue(), tenant));
                s.executeUpdate();
            } finally {
                actAs(c, null);
            }
        }
    }

    private static Object value(String column, int type, TenantId tenant) {
        if (column.equals("tenant_id")) return tenant.value();
        // B's rows have ids of their own: one that refers to itself would else be whole
        if (column.equals("id")) return tenant.equals(A) ? ID : ID + 1;
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

    private static List<Set<String>> foreignKeys(TestDatabase db, String table) throws SQLException {
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
    private static Set<String> needed(TestDatabase db, String table) throws SQLException {
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

    private static List<String> inOrderOfForeignKeys(TestDatabase db, List<Class<?>> entities) throws SQLException {
        Set<String> wanted = new LinkedHashSet<>();
        for (Class<?> e : entities) if (TenantEntity.class.isAssignableFrom(e)) wanted.add(e.getAnnotation(Table.class).name().toLowerCase(Locale.ROOT));
        List<String> ordered = new ArrayList<>();
        while (!wanted.isEmpty()) {
            int before = wanted.size();
            for (String table : List.copyOf(wanted)) {
                Set<String> needs = needed(db, table);
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
