package io.mtandao.billing.internal.kit;

import io.mtandao.testing.db.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;
import org.eclipse.persistence.sessions.Session;

/** What a piece of work asks of the database, statement by statement. */
public final class Statements extends AbstractSessionLog {
    private final Thread watched = Thread.currentThread();
    private final List<String> seen = new ArrayList<>();

    private Statements() {}

    public static List<String> of(TestDatabase db, Runnable work) {
        Session session = db.factory().unwrap(Session.class);
        SessionLog before = session.getSessionLog();
        Statements statements = new Statements();
        session.setSessionLog(statements);
        try {
            work.run();
        } finally {
            session.setSessionLog(before);
        }
        return statements.seen;
    }

    @Override
    public boolean shouldLog(int level, String category) {
        return SessionLog.SQL.equals(category) && Thread.currentThread() == watched;
    }

    @Override
    public void log(SessionLogEntry entry) {
        if (SessionLog.SQL.equals(entry.getNameSpace())) seen.add(entry.getMessage());
    }
}
