package io.mtandao.billing.internal.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Derby reads a large table from end to end and sorts it for a page, unless it is told by which index to go; it tells afterwards how it went. */
class InOrderTest {
    @ParameterizedTest
    @ValueSource(strings = {"-id", "name", "createdAt"})
    void aPageOnDerbyFollowsTheIndexOfItsOrder(String sort) {
        Isp isp = Isp.on(Kind.DERBY);
        for (int i = 0; i < 12; i++) isp.joins("Person " + i);
        ListQuery first = new ListQuery(null, Map.of(), sort, 5, null);
        isp.db.tx().run(isp.id, em -> {
            Connection c = isp.db.tx().joined().getConnection();
            execute(c, "call syscs_util.syscs_set_runtimestatistics(1)");
            Page<Long> page = SubscriberViews.LISTING.page(em, first, SubscriberRow::getId);
            assertThat(way(c)).contains("User supplied optimizer overrides", "using index").doesNotContain("Sort ResultSet").doesNotContain("Table Scan");
            assertThat(SubscriberViews.LISTING.page(em, first.after(page.next()), SubscriberRow::getId).items()).hasSize(5).doesNotContainAnyElementsOf(page.items());
            assertThat(way(c)).contains("User supplied optimizer overrides", "using index").doesNotContain("Sort ResultSet").doesNotContain("Table Scan");
            execute(c, "call syscs_util.syscs_set_runtimestatistics(0)");
        });
    }

    private static void execute(Connection c, String sql) throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    private static String way(Connection c) throws SQLException {
        try (Statement s = c.createStatement(); ResultSet r = s.executeQuery("values syscs_util.syscs_get_runtimestatistics()")) {
            r.next();
            return r.getString(1);
        }
    }
}
