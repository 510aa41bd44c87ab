package io.mtandao.persistence.internal;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The only data source that the persistence unit sees: a pool of the application's role whose connections carry the running unit's tenant for
 * row-level security. Refuses every borrow outside a unit of work, so that lazy loading after one fails loudly instead of reading nothing.
 */
public final class TenantDataSource implements DataSource {
    private final DataSource raw;
    private final boolean rowLevelSecurity;
    private final DerbyRanges derby = new DerbyRanges();

    /** @param rowLevelSecurity PostgreSQL; without it is Derby */
    public TenantDataSource(DataSource raw, boolean rowLevelSecurity) {
        this.raw = raw;
        this.rowLevelSecurity = rowLevelSecurity;
    }

    @Override
    public Connection getConnection() throws SQLException {
        UnitOfWork unit = UnitOfWork.current();
        if (unit == null) throw new SQLException("no connection outside a unit of work");
        Connection c = raw.getConnection();
        if (!rowLevelSecurity) return derby.told(c);
        if (unit.tenant() == null) return c;
        try {
            setTenant(c, unit.tenant());
        } catch (SQLException e) {
            c.close();
            throw e;
        }
        return cleaning(c);
    }

    /** Never gives a connection back to the pool that still has a tenant. */
    private static Connection cleaning(Connection c) {
        return (Connection) Proxy.newProxyInstance(TenantDataSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
            if (method.getName().equals("close") && !c.isClosed()) {
                try {
                    if (!c.getAutoCommit()) {
                        c.rollback();
                        c.setAutoCommit(true);
                    }
                    setTenant(c, "");
                } catch (SQLException e) {
                    c.abort(Runnable::run);
                    throw e;
                }
            }
            try {
                return method.invoke(c, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static void setTenant(Connection c, String tenant) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("select set_config('app.tenant', ?, false)")) {
            s.setString(1, tenant);
            s.execute();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) return type.cast(this);
        throw new SQLException("there is no way to the raw pool");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
