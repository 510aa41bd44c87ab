package io.mtandao.persistence.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.persistence.EntityManager;
import javax.sql.DataSource;

/** A data source whose only connection is that of the running unit of work, so that a library's statements commit with it. */
final class JoinedDataSource {
    interface Unit {
        EntityManager em() throws SQLException;
    }

    private JoinedDataSource() {}

    static DataSource over(Unit unit) {
        return (DataSource) Proxy.newProxyInstance(JoinedDataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) ->
            switch (method.getName()) {
                case "getConnection" -> connection(unit.em());
                case "toString" -> "the running unit of work";
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == args[0];
                default -> throw new UnsupportedOperationException(method.getName());
            });
    }

    private static Connection connection(EntityManager em) {
        Connection real = em.unwrap(Connection.class);
        return (Connection) Proxy.newProxyInstance(JoinedDataSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
            switch (method.getName()) {
                case "close", "commit":
                    return null;
                case "rollback":
                    em.getTransaction().setRollbackOnly();
                    return null;
                case "setAutoCommit":
                    if ((Boolean) args[0]) throw new SQLException("a unit of work is running");
                    return null;
                default:
                    try {
                        return method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
            }
        });
    }
}
