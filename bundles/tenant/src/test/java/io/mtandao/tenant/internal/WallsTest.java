package io.mtandao.tenant.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Permission;
import io.mtandao.persistence.TenantEntity;
import io.mtandao.tenant.internal.World.Home;
import io.mtandao.tenant.internal.entity.ApiKeyRow;
import io.mtandao.tenant.internal.entity.KnownAddress;
import io.mtandao.tenant.internal.entity.OneTimeToken;
import io.mtandao.tenant.internal.entity.StaffSession;
import io.mtandao.testing.db.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each table of this bundle behind the three walls, without the services before it. */
class WallsTest {
    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noRowOfOneIspIsFoundCountedChangedOrRemovedByAnother(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home a = full(w), b = w.isp();
        for (Class<?> type : Entities.ALL) {
            if (!TenantEntity.class.isAssignableFrom(type)) continue;
            List<Long> ofA = ids(w, a, type);
            assertThat(ofA).as("%s has a case", type.getSimpleName()).isNotEmpty();
            assertThat(ids(w, b, type)).doesNotContainAnyElementsOf(ofA);
            w.tx.run(b.tenant(), em -> {
                for (Long id : ofA) assertThat(em.find(type, id)).isNull();
                assertThat(em.createQuery("select count(e) from " + type.getSimpleName() + " e where e.id in ?1", Long.class).setParameter(1, ofA).getSingleResult()).isZero();
            });
            if (!type.getSimpleName().equals("AuditEntry")) // there the database refuses the statement as such
                w.tx.run(b.tenant(), em -> assertThat(em.createQuery("delete from " + type.getSimpleName() + " e where e.id in ?1").setParameter(1, ofA).executeUpdate()).isZero());
            assertThat(ids(w, a, type)).isEqualTo(ofA);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRowThatPointsIntoAnotherIspIsRefusedByTheDatabase(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home a = w.isp(), b = w.isp();
        long ofA = World.id(a.owner());
        var now = w.clock.instant();
        for (TenantEntity stray : List.of(new StaffSession(ofA, null, "x", now, now), new KnownAddress(ofA, "x", now), new OneTimeToken(ofA, OneTimeToken.Purpose.LINK, "x", now),
                new ApiKeyRow("x", "xxxx", Set.of(Permission.STAFF_READ), "x", ofA)))
            assertThatThrownBy(() -> w.tx.run(b.tenant(), em -> em.persist(stray))).as(stray.getClass().getSimpleName())
                    .satisfies(e -> assertThat(e.toString().toLowerCase(java.util.Locale.ROOT)).contains("foreign key constraint", "tenant_" + table(stray)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void platformTablesHoldNothingOfATenantButTheWayToIt(TestDatabase.Kind kind) throws SQLException {
        World w = World.of(kind);
        full(w);
        try (Connection c = w.db.raw().getConnection()) {
            List<String> own = List.of("jane@example.com", "Jane Owner", "+254712345678");
            for (String table : List.of("platform_isp", "platform_directory", "platform_signin_attempt"))
                for (String row : rows(c, table)) assertThat(row).as(table).doesNotContain(own);
        }
    }

    /** An ISP with a row in every table. */
    private static Home full(World w) {
        Home home = w.isp();
        w.keys.create(home.owner(), "key", Set.of(Permission.PACKAGES_READ));
        w.staff.oneTimeLink(home.owner(), World.id(home.owner()));
        w.sessions.signIn(home.slug(), "jane@example.com", World.PASSWORD, World.address());
        return home;
    }

    private static String table(TenantEntity row) {
        if (row instanceof StaffSession) return "session_staff";
        if (row instanceof KnownAddress) return "known_address_staff";
        return row instanceof OneTimeToken ? "token_staff" : "api_key_maker";
    }

    private static List<Long> ids(World w, Home home, Class<?> type) {
        return w.tx.in(home.tenant(), em -> em.createQuery("select e.id from " + type.getSimpleName() + " e order by e.id", Long.class).getResultList());
    }

    private static List<String> rows(Connection c, String table) throws SQLException {
        List<String> rows = new java.util.ArrayList<>();
        try (Statement s = c.createStatement(); ResultSet r = s.executeQuery("select * from " + table)) {
            while (r.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) row.append(r.getString(i)).append('|');
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
