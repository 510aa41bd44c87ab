package io.mtandao.shell.internal;

import java.security.AccessController;
import java.security.Principal;
import javax.security.auth.Subject;
import org.apache.karaf.shell.api.console.Session;

/** Who sits at the console: the one who signed in, and not what a session variable says as long as that is known. */
final class ConsoleUser {
    private ConsoleUser() {}

    // Karaf 4.4 runs commands by Subject.doAs, so this is the way on JDK 17 and 21
    @SuppressWarnings("removal")
    static String of(Session session) {
        Subject subject = Subject.getSubject(AccessController.getContext());
        if (subject != null)
            for (Principal p : subject.getPrincipals()) if (p.getClass().getSimpleName().equals("UserPrincipal")) return p.getName();
        Object said = session.get("USER");
        return said == null ? "unknown" : said.toString();
    }
}
