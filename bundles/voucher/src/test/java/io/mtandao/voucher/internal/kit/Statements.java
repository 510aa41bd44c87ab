package io.mtandao.voucher.internal.kit;

import io.mtandao.testing.db.TestDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;
import org.eclipse.persistence.sessions.server.Server;

/** What is sent to the database: each query, and each batch of inserts once. */
public final class Statements {
    private Statements() {}

    public static List<String> of(TestDatabase db, Runnable work) {
        Server session = JpaHelper.getServerSession(db.factory());
        SessionLog before = session.getSessionLog();
        List<String> sent = new CopyOnWriteArrayList<>();
        session.setSessionLog(new AbstractSessionLog() {
            @Override
            public void log(SessionLogEntry entry) {
                String text = entry.getMessage();
                if (SessionLog.SQL.equals(entry.getNameSpace()) && !text.startsWith("\tbind") && !text.startsWith("End Batch")) sent.add(text);
            }

            @Override
            public boolean shouldLog(int level, String category) {
                return SessionLog.SQL.equals(category);
            }
        });
        try {
            work.run();
        } finally {
            session.setSessionLog(before);
        }
        return sent;
    }
}
