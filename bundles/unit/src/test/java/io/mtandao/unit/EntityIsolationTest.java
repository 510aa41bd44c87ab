package io.mtandao.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.TenantId;
import io.mtandao.persistence.TenantEntity;
import io.mtandao.testing.db.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The isolation suite's half below the services: every entity of the persistence unit gets a row of ISP A, made from the table's own description, so
 * that none can be forgotten. Then ISP B reads, counts, changes, deletes and refers to it: by JPA, by SQL as the application's role, and by foreign key.
 */
class EntityIsolationTest {
    private static final TenantId A = new TenantId("alpha");
    private static final TenantId B = new TenantId("bravo");
    private static final long ID = Rows.ID;

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
            for (Class<?> type : entities)
                if (TenantEntity.class.isAssignableFrom(type)) {
                    db.tx().run(B, em -> reads(em, type, leaks));
                    changes(db, type, leaks);
                    byReference(db, type, leaks);
                }
            for (String table : tables) {
                bySql(db, rows, table, leaks);
                byForeignKey(rows, table, leaks);
            }
            assertThat(leaks).isEmpty();
            for (String table : tables) assertThat(rows.countAs(table, A)).as(table + ": A's row is still there").isEqualTo(1);
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

    /** Changes of single objects, whose statements name the row by its key alone: the key must hold the tenant. */
    private static void byReference(TestDatabase db, Class<?> type, List<String> leaks) {
        String table = Rows.table(type);
        Object ofA = db.tx().in(A, em -> em.find(type, ID));
        attempt(() -> db.tx().run(B, em -> em.remove(em.getReference(type, ID))));
        attempt(() -> db.tx().run(B, em -> em.remove(em.merge(ofA))));
        attempt(() -> db.tx().run(B, em -> em.merge(ofA)));
        if (db.tx().in(A, em -> em.find(type, ID)) == null) leaks.add(table + ": removed by a reference to it");
        if (db.tx().<Long>in(B, em -> em.createQuery("select count(e) from " + type.getSimpleName() + " e", Long.class).getSingleResult()) != 0) leaks.add(table + ": copied into B");
    }

    /** What the database or EclipseLink refuses is fine; what it did is looked at afterwards. */
    private static void attempt(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException refused) {
            assertThat(refused).as("a refusal, not a fault of this test").isNotInstanceOf(NullPointerException.class);
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
            if (!"42501".equals(e.getSQLState())) throw e;
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
