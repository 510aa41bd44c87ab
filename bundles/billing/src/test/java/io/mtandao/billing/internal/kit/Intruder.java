package io.mtandao.billing.internal.kit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody who has the password of the database's owner, and knows the tables of one ISP. */
public final class Intruder {
    private final Isp isp;

    public Intruder(Isp isp) {
        this.isp = isp;
    }

    /** In one transaction. @param statements with {@code @} for the condition that it is this ISP's row */
    public void does(String... statements) {
        try (Connection c = isp.db.owner().getConnection()) {
            c.setAutoCommit(false);
            actAs(c, isp.id.value());
            try (Statement s = c.createStatement()) {
                for (String sql : statements)
                    if (s.executeUpdate(sql.replace("@", "tenant_id = '" + isp.id + "'")) == 0) throw new IllegalStateException("changed nothing: " + sql);
                c.commit();
            } finally {
                c.rollback();
                actAs(c, "");
                c.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On PostgreSQL the owner too sees the rows of one ISP only, but may say of which. */
    private void actAs(Connection c, String tenant) throws SQLException {
        if (!c.getMetaData().getDatabaseProductName().equals("PostgreSQL")) return;
        try (PreparedStatement s = c.prepareStatement("select set_config('app.tenant', ?, false)")) {
            s.setString(1, tenant);
            s.execute();
        }
    }
}
