package io.mtandao.persistence.internal;

import java.sql.SQLException;
import java.util.Set;

/** What SQL states of Derby and PostgreSQL mean. */
public final class DatabaseFault {
    /** serialization failure, deadlock (PostgreSQL 40P01; Derby 40001), lock time-out (Derby 40XL1, 40XL2) */
    private static final Set<String> DEADLOCK = Set.of("40001", "40P01", "40XL1", "40XL2");

    private DatabaseFault() {}

    /** The SQL state of the innermost SQL exception, or null. */
    public static String state(Throwable e) {
        String found = null;
        for (Throwable t = e; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (t instanceof SQLException s) {
                found = s.getSQLState();
                // a batch hides the true state in the next exception
                if (s.getNextException() != null && s.getNextException().getSQLState() != null) found = s.getNextException().getSQLState();
            }
        }
        return found;
    }

    static boolean isDeadlock(String state) {
        return state != null && DEADLOCK.contains(state);
    }

    public static boolean isDuplicate(String state) {
        return "23505".equals(state);
    }
}
