package io.mtandao.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.persistence.InstantColumn;
import io.mtandao.persistence.TenantEntity;
import io.mtandao.testing.db.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import javax.persistence.metamodel.EntityType;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole schema on both databases: every entity fits its table, and every tenant table keeps the rules of the three walls. */
class SchemaTest {
    private static final Set<String> NOT_OURS = Set.of("databasechangelog", "databasechangeloglock", "scheduled_tasks");

    @Test
    void everyEntityOfEveryBundleIsInTheUnit() throws Exception {
        Set<String> woven = new TreeSet<>();
        for (Path bundle : Files.list(Path.of("..")).toList()) {
            Path weave = bundle.resolve("src/weave/META-INF/persistence.xml");
            if (!Files.exists(weave)) continue;
            Matcher m = Entities.LISTED.matcher(Files.readString(weave));
            while (m.find()) if (!m.group(1).contains(".weave.")) woven.add(m.group(1));
        }
        Set<String> listed = new TreeSet<>(Set.of(InstantColumn.class.getName(), TenantEntity.class.getName()));
        for (Class<?> c : Entities.all()) listed.add(c.getName());
        assertThat(listed).isEqualTo(woven);
    }

    /** One that was not woven so loses nothing, but each flush compares all its rows with what they were. */
    @Test
    void everyEntityKeepsItsChangesInMind() throws Exception {
        assertThat(Entities.all()).isNotEmpty().allSatisfy(type -> assertThat(ChangeTracker.class).isAssignableFrom(type));
    }

    @ParameterizedTest
    @EnumSource
    void everyEntityCanBeReadAndEveryTenantTableKeepsTheRules(TestDatabase.Kind kind) throws Exception {
        List<Class<?>> entities = Entities.all();
        try (TestDatabase db = TestDatabase.open(kind, Clock.systemUTC(), List.of("db/mtandao.xml"), entities)) {
            db.tx().run(TestDatabase.tenant("a"), em -> {
                for (EntityType<?> type : db.factory().getMetamodel().getEntities())
                    assertThat(em.createQuery("select e from " + type.getName() + " e").setMaxResults(1).getResultList()).isEmpty();
            });
            try (Connection c = db.owner().getConnection()) {
                List<String> broken = new ArrayList<>();
                for (String table : tables(c)) check(c, table, broken);
                assertThat(broken).isEmpty();
                if (kind == TestDatabase.Kind.POSTGRES) assertThat(withoutForcedPolicy(c)).isEmpty();
            }
        }
    }

    private static Set<String> tables(Connection c) throws SQLException {
        Set<String> found = new TreeSet<>();
        DatabaseMetaData meta = c.getMetaData();
        String schema = meta.getDatabaseProductName().equals("PostgreSQL") ? "public" : null;
        try (ResultSet r = meta.getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (r.next()) if (!NOT_OURS.contains(r.getString(3).toLowerCase(Locale.ROOT))) found.add(r.getString(3));
        }
        return found;
    }

    private static void check(Connection c, String table, List<String> broken) throws SQLException {
        String name = table.toLowerCase(Locale.ROOT);
        if (name.startsWith("platform_")) return;
        DatabaseMetaData meta = c.getMetaData();
        Set<String> key = new LinkedHashSet<>();
        try (ResultSet r = meta.getPrimaryKeys(null, null, table)) {
            while (r.next()) key.add(r.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
        }
        if (!key.equals(Set.of("tenant_id", "id"))) broken.add(name + ": the primary key is " + key);
        Map<String, Set<String>> unique = new HashMap<>();
        try (ResultSet r = meta.getIndexInfo(null, null, table, false, false)) {
            while (r.next()) {
                if (r.getString("INDEX_NAME") == null) continue;
                // Derby backs foreign keys with indexes of their columns' order; those that start with tenant_id are right as well
                if (r.getShort("ORDINAL_POSITION") == 1 && !r.getString("COLUMN_NAME").equalsIgnoreCase("tenant_id") && !r.getBoolean("NON_UNIQUE"))
                    broken.add(name + ": unique " + r.getString("INDEX_NAME") + " is not led by tenant_id");
                unique.computeIfAbsent(r.getString("INDEX_NAME"), k -> new LinkedHashSet<>()).add(r.getString("COLUMN_NAME"));
            }
        }
        Map<String, Set<String>> foreign = new HashMap<>();
        try (ResultSet r = meta.getImportedKeys(null, null, table)) {
            // what is the platform's own (an operator) belongs to no tenant
            while (r.next()) if (!r.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT).startsWith("platform_")) foreign.computeIfAbsent(r.getString("FK_NAME"), k -> new LinkedHashSet<>()).add(r.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT));
        }
        foreign.forEach((fk, columns) -> {
            if (!columns.contains("tenant_id")) broken.add(name + ": foreign key " + fk + " lets another tenant's row in: " + columns);
        });
        Set<String> columns = new TreeSet<>();
        try (ResultSet r = meta.getColumns(null, null, table, "%")) {
            while (r.next()) columns.add(r.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
        }
        for (String needed : List.of("version", "created_at", "updated_at")) if (!columns.contains(needed)) broken.add(name + " has no " + needed);
    }

    private static List<String> withoutForcedPolicy(Connection c) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement s = c.createStatement(); ResultSet r = s.executeQuery("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'platform\\_%' and c.relname not in ('databasechangelog', 'databasechangeloglock', 'scheduled_tasks')
                and not (c.relrowsecurity and c.relforcerowsecurity and exists (select 1 from pg_policies p where p.tablename = c.relname))""")) {
            while (r.next()) found.add(r.getString(1));
        }
        return found;
    }
}
