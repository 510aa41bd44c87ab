package io.mtandao.voucher.internal.kit;

import io.mtandao.api.TenantId;
import io.mtandao.persistence.TenantTx;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** SQL in the running unit of work, or in one of its own. */
final class PlayedTables {
    private final TenantTx tx;

    PlayedTables(TenantTx tx) {
        this.tx = tx;
    }

    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @param sql whose one '?' is the tenant */
    <T> List<T> rows(TenantId tenant, String sql, Row<T> row) {
        return tx.in(tenant, em -> {
            try (Connection c = tx.joined().getConnection(); PreparedStatement s = c.prepareStatement(sql)) {
                s.setString(1, tenant.value());
                List<T> found = new ArrayList<>();
                try (ResultSet r = s.executeQuery()) {
                    while (r.next()) found.add(row.of(r));
                }
                return found;
            }
        });
    }

    int change(TenantId tenant, String sql, Object... values) {
        return tx.in(tenant, em -> {
            try (Connection c = tx.joined().getConnection(); PreparedStatement s = c.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) s.setObject(i + 1, values[i]);
                return s.executeUpdate();
            }
        });
    }
}
