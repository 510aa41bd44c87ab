package io.mtandao.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.TenantId;
import io.mtandao.testing.db.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The isolation suite's half below the services: every entity of the persistence unit gets a row of ISP A, made from the table's own description, so
 * that none can be forgotten. Then ISP B reads, counts, changes, deletes and refers to it: by JPA, by SQL as the application's role, and by foreign key.
 */
class EntityIsolationTest {
    private static final TenantId A = new TenantId("alpha");
    private static final TenantId B = new TenantId("bravo");
    /** PostgreSQL's insufficient_privilege, also for a row that a policy does not let in. */
    private static final String REFUSED = "42501";

    @ParameterizedTest
    @EnumSource
    void nothingOfOneIspIsReachedByAnother(TestDatabase.Kind kind) throws Exception {
        List<Class<?>> entities = Entities.all();
        try (TestDatabase db = TestDatabase.open(kind, Clock.systemUTC(), List.of("db/mtandao.xml"), entities)) {
            Rows rows = new Rows(db, entities, A);
            List<String> tables = rows.inOrderOfForeignKeys(entities);
            assertThat(tables).hasSizeGreaterThan(20);
            for (String table : tables) rows.insert(table, A, false);
            List<String> leaks = new ArrayList<>();
            for (String table : tables) {
                bySql(db, rows, table, leaks);
                byForeignKey(rows, table, leaks);
            }
            Intruder intruder = new Intruder(db, A, B);
            intruder.triesAll(entities, rows);
            leaks.addAll(intruder.leaks());
            assertThat(leaks).isEmpty();
        }
    }

    /** On PostgreSQL the database itself hides the row from SQL that names no tenant at all. */
    private static void bySql(TestDatabase db, Rows rows, String table, List<String> leaks) throws SQLException {
        if (db.kind() != TestDatabase.Kind.POSTGRES) return;
        if (rows.countAs(table, B) != 0) leaks.add(table + ": read by SQL as B");
        try (Connection c = db.raw().getConnection(); Statement s = c.createStatement(); ResultSet r = s.executeQuery("select count(*) from " + table)) {
            r.next();
            if (r.getLong(1) != 0) leaks.add(table + ": read by SQL without a tenant");
        }
        try {
            rows.insert(table, A, B, false);
            leaks.add(table + ": a row of A written by SQL as B");
        } catch (SQLException e) {
            if ("23505".equals(e.getSQLState())) leaks.add(table + ": a row of A written by SQL as B, but for its key");
            else if (!REFUSED.equals(e.getSQLState())) throw e;
        }
        for (String statement : List.of("update " + table + " set version = 9", "delete from " + table)) {
            try {
                if (rows.executeAs(B, statement) != 0) leaks.add(statement + ": by SQL as B");
            } catch (SQLException e) {
                // tables that only grow
                if (!REFUSED.equals(e.getSQLState())) leaks.add(statement + ": by SQL as B, stopped only by " + e.getMessage());
            }
        }
    }

    /** B's row that points at A's id must be refused by the database. */
    private static void byForeignKey(Rows rows, String table, List<String> leaks) throws SQLException {
        if (rows.foreignKeys(table).isEmpty()) return;
        try {
            rows.insert(table, B, true);
            leaks.add(table + ": a row of B refers to a row of A");
        } catch (SQLException e) {
            // a foreign key that points nowhere; Derby tells it of a deferred one at commit, in its own codes
            if (!Set.of("23503", "23506", "23507", "23516").contains(e.getSQLState())) throw e;
        }
    }
}
