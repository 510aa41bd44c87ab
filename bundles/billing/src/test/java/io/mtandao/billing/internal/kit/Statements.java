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
    private String wanted;
    private int left;
    private Runnable meanwhile;

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

    /** Does something just before this thread asks for the nth time for what the text names. */
    public static void before(TestDatabase db, String text, int nth, Runnable meanwhile, Runnable work) {
        Session session = db.factory().unwrap(Session.class);
        SessionLog before = session.getSessionLog();
        Statements statements = new Statements();
        statements.wanted = text;
        statements.left = nth;
        statements.meanwhile = meanwhile;
        session.setSessionLog(statements);
        try {
            work.run();
        } finally {
            session.setSessionLog(before);
        }
        if (statements.left > 0) throw new IllegalStateException("it was not asked for " + text + " so often");
    }

    @Override
    public boolean shouldLog(int level, String category) {
        return SessionLog.SQL.equals(category) && Thread.currentThread() == watched;
    }

    @Override
    public void log(SessionLogEntry entry) {
        if (!SessionLog.SQL.equals(entry.getNameSpace())) return;
        seen.add(entry.getMessage());
        if (wanted != null && left > 0 && entry.getMessage().toLowerCase(java.util.Locale.ROOT).contains(wanted) && --left == 0) meanwhile.run();
    }
}
