package io.mtandao.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.TenantId;
import io.mtandao.testing.db.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;

/** ISP B in its own units of work, after the row of ISP A in every table by all that JPA has; what it got at is kept as leaks. */
final class Intruder {
    private final TestDatabase db;
    private final TenantId victim;
    private final TenantId self;
    private final List<String> leaks = new ArrayList<>();

    Intruder(TestDatabase db, TenantId victim, TenantId self) {
        this.db = db;
        this.victim = victim;
        this.self = self;
    }

    List<String> leaks() {
        return leaks;
    }

    /** Whoever refers to a row comes before it and is then taken away by its owner, so that no foreign key hides that a statement got at the row. */
    void triesAll(List<Class<?>> entities, Rows rows) throws SQLException {
        Map<String, Class<?>> types = new HashMap<>();
        for (Class<?> e : entities) types.put(Rows.table(e), e);
        List<String> tables = new ArrayList<>(rows.inOrderOfForeignKeys(entities));
        Collections.reverse(tables);
        for (String table : tables) {
            tries(types.get(table));
            if (rows.countAs(table, victim) != 1) leaks.add(table + ": the row of A is gone");
            rows.deleteAsOwner(table, victim);
        }
    }

    private void tries(Class<?> type) {
        db.tx().run(self, em -> reads(em, type));
        changes(type);
        byReference(type);
    }

    private void reads(EntityManager em, Class<?> type) {
        String name = type.getSimpleName();
        if (em.find(type, Rows.ID) != null) leaks.add(name + ": found by id");
        if (em.createQuery("select count(e) from " + name + " e", Long.class).getSingleResult() != 0) leaks.add(name + ": counted");
        if (!em.createQuery("select e from " + name + " e").getResultList().isEmpty()) leaks.add(name + ": listed");
    }

    private void changes(Class<?> type) {
        for (String statement : List.of("update " + type.getSimpleName() + " e set e.updatedAt = ?1", "delete from " + type.getSimpleName() + " e where e.updatedAt <> ?1")) {
            try {
                int touched = db.tx().in(self, em -> em.createQuery(statement).setParameter(1, Instant.parse("2030-01-01T00:00:00Z")).executeUpdate());
                if (touched != 0) leaks.add(statement);
            } catch (PersistenceException e) {
                // tables that only grow: the application's role may change nobody's rows there
                if (!String.valueOf(e.getMessage()).contains("permission denied")) leaks.add(statement + ": stopped only by " + e.getMessage());
            }
        }
    }

    /** Changes of single objects, whose statements name the row by its key alone: the key must hold the tenant. */
    private void byReference(Class<?> type) {
        String table = Rows.table(type);
        Object row = db.tx().in(victim, em -> em.find(type, Rows.ID));
        attempt(() -> db.tx().run(self, em -> em.remove(em.getReference(type, Rows.ID))));
        attempt(() -> db.tx().run(self, em -> em.remove(em.merge(row))));
        attempt(() -> db.tx().run(self, em -> em.merge(row)));
        if (db.tx().in(victim, em -> em.find(type, Rows.ID)) == null) leaks.add(table + ": removed by a reference to it");
        if (db.tx().<Long>in(self, em -> em.createQuery("select count(e) from " + type.getSimpleName() + " e", Long.class).getSingleResult()) != 0) leaks.add(table + ": copied into B");
    }

    /** What the database or EclipseLink refuses is fine; what it did is looked at afterwards. */
    private static void attempt(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException refused) {
            assertThat(refused).as("a refusal, not a fault of this test").isNotInstanceOf(NullPointerException.class);
        }
    }
}
