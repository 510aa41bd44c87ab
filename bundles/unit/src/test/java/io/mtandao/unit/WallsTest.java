package io.mtandao.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.TenantId;
import io.mtandao.api.router.Routers;
import io.mtandao.persistence.TenantEntity;
import io.mtandao.router.internal.entity.RouterRow;
import io.mtandao.testing.db.TestDatabase;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.jpa.JpaHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each wall with the others out of its way, so that none is missed only because the next one still stands. See README.md for what turns red. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallsTest {
    private static final TenantId A = new TenantId("alpha");
    private static final TenantId B = new TenantId("bravo");
    private final Map<Kind, TestDatabase> open = new EnumMap<>(Kind.class);
    private final List<Class<?>> entities = Entities.all();

    WallsTest() throws Exception {}

    private TestDatabase db(Kind kind) {
        return open.computeIfAbsent(kind, k -> TestDatabase.open(k, Clock.systemUTC(), List.of("db/mtandao.xml"), entities));
    }

    @AfterAll
    void close() {
        open.values().forEach(TestDatabase::close);
    }

    @ParameterizedTest
    @EnumSource
    void aUnitOfWorkReadsAndWritesForTheIspItIsAskedForWhoeverCameBefore(Kind kind) throws SQLException {
        TestDatabase db = db(kind);
        List<TenantId> isps = List.of(new TenantId("door-1"), new TenantId("door-2"), new TenantId("door-1"));
        for (int i = 0; i < isps.size(); i++) {
            TenantId isp = isps.get(i);
            String name = "router " + i;
            db.tx().run(isp, em -> em.persist(router(name)));
            db.tx().run(isp, em -> assertThat(texts(db.tx().joined().getConnection(), "select tenant_id from router_router where name = '" + name + "'")).containsExactly(isp.value()));
        }
        assertThat(names(db, isps.get(0))).containsExactly("router 0", "router 2");
        assertThat(names(db, isps.get(1))).containsExactly("router 1");
    }

    @ParameterizedTest
    @EnumSource
    void withinAUnitOfOneIspOrOfThePlatformNoneOfAnotherIspBegins(Kind kind) {
        TestDatabase db = db(kind);
        assertThatThrownBy(() -> db.tx().run(A, em -> db.tx().run(B, x -> x.persist(router("nested"))))).hasMessage("a unit of work of another tenant is running");
        assertThatThrownBy(() -> db.tx().platform("test", em -> db.tx().in(B, x -> names(x)))).hasMessage("a unit of work of another tenant is running");
        for (TenantId isp : List.of(A, B)) assertThat(names(db, isp)).doesNotContain("nested");
    }

    @Test
    void theKeyOfEveryEntityHoldsTheTenant() {
        Set<String> without = new TreeSet<>();
        for (ClassDescriptor d : JpaHelper.getServerSession(db(Kind.DERBY).factory()).getDescriptors().values()) {
            List<String> key = d.getPrimaryKeyFields().stream().map(f -> f.getName().toLowerCase(Locale.ROOT)).sorted().toList();
            if (TenantEntity.class.isAssignableFrom(d.getJavaClass()) && !key.equals(List.of("id", "tenant_id"))) without.add(d.getJavaClass().getSimpleName() + ": " + key);
        }
        assertThat(without).isEmpty();
    }

    @Test
    void withoutRowLevelSecurityTheDiscriminatorAloneHidesOneIspFromAnother() throws Exception {
        try (TestDatabase db = TestDatabase.open(Kind.POSTGRES, Clock.systemUTC(), List.of("db/mtandao.xml"), entities)) {
            Rows rows = new Rows(db, entities, A);
            List<String> tables = rows.inOrderOfForeignKeys(entities);
            for (String table : tables) rows.insert(table, A, false);
            try (Connection c = db.owner().getConnection(); Statement s = c.createStatement()) {
                for (String table : tables) s.execute("alter table " + table + " disable row level security");
            }
            assertThat(rows.countAs("router_router", B)).as("the third wall is gone").isEqualTo(1);
            Intruder intruder = new Intruder(db, A, B);
            intruder.triesAll(entities, rows);
            assertThat(intruder.leaks()).isEmpty();
        }
    }

    @Test
    void aConnectionKnowsItsUnitsIspAndForgetsItBeforeAnybodyElseGetsIt() throws SQLException {
        TestDatabase db = db(Kind.POSTGRES);
        String asked = "select current_setting('app.tenant', true)";
        for (TenantId isp : List.of(A, B)) db.tx().run(isp, em -> assertThat(texts(db.tx().joined().getConnection(), asked)).containsExactly(isp.value()));
        assertThatThrownBy(() -> db.tx().run(A, em -> {
            em.persist(router("failed"));
            throw new IllegalStateException("the work failed");
        })).hasMessage("the work failed");
        try (Connection c = db.raw().getConnection()) {
            assertThat(texts(c, asked)).containsExactly("");
        }
    }

    private static RouterRow router(String name) {
        RouterRow r = new RouterRow();
        r.describe(new Routers.Draft(name, "played", "10.0.0.1", 8728, "mtandao", null, false, null), "sealed");
        return r;
    }

    private static List<String> names(TestDatabase db, TenantId isp) {
        return db.tx().in(isp, WallsTest::names);
    }

    private static List<String> names(javax.persistence.EntityManager em) {
        return em.createQuery("select r.name from RouterRow r order by r.name", String.class).getResultList();
    }

    private static List<String> texts(Connection c, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement s = c.createStatement(); ResultSet r = s.executeQuery(sql)) {
            while (r.next()) found.add(r.getString(1));
        }
        return found;
    }
}
