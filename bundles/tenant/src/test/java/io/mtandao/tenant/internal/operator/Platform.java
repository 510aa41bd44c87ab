package io.mtandao.tenant.internal.operator;

import io.mtandao.api.Origin;
import io.mtandao.api.tenant.OperatorAccounts;
import io.mtandao.api.tenant.Operators;
import io.mtandao.api.tenant.Operators.Operator;
import io.mtandao.api.tenant.PlatformConsole;
import io.mtandao.api.tenant.TenantSize;
import io.mtandao.tenant.internal.World;
import io.mtandao.tenant.internal.entity.PlatformAuditEntry;
import io.mtandao.tenant.internal.secret.Randomness;
import io.mtandao.tenant.internal.secret.Tokens;
import io.mtandao.tenant.internal.staff.StaffSize;
import io.mtandao.testing.db.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The operator's services over a {@link World}. */
final class Platform {
    static final String EMAIL = "olga@example.org";
    private static final Map<TestDatabase.Kind, Platform> SHARED = new EnumMap<>(TestDatabase.Kind.class);

    final World w;
    final List<TenantSize> sizes = new ArrayList<>();
    Operators operators;
    PlatformConsole console;
    OperatorAccounts accounts;
    OperatorLinks links;
    PlatformAudit audit;
    private byte start;

    private Platform(World w) {
        this.w = w;
        sizes.add(new StaffSize(w.tx));
    }

    /** With an operator, over the shared database. */
    static synchronized Platform of(TestDatabase.Kind kind) {
        return SHARED.computeIfAbsent(kind, k -> {
            Platform p = new Platform(World.of(k));
            String token = p.start();
            p.operators.createFirst(token, "Olga Operator", EMAIL, World.PASSWORD, World.address());
            return p;
        });
    }

    /** Without an operator, over a database of its own. */
    static Platform fresh(TestDatabase.Kind kind) {
        return new Platform(World.fresh(kind));
    }

    /** Starts the platform. @return the token that the log shows, whether it is good or not */
    String start() {
        byte seed = ++start;
        Randomness foretold = count -> {
            byte[] bytes = new byte[count];
            Arrays.fill(bytes, seed);
            return bytes;
        };
        FirstStart firstStart = new FirstStart(w.tx, foretold, w.platform);
        audit = new PlatformAudit(w.clock);
        OperatorSessions sessions = new OperatorSessions(w.tx, w.random, w.clock);
        OperatorDoor door = new OperatorDoor(w.tx, firstStart, w.passwords, w.gate, sessions, audit);
        IspControl control = new IspControl(w.tx, w.audit, audit, w.sessionBook, w.clock);
        operators = new JpaOperators(w.tx, firstStart, door, sessions, control, new Sizes(sizes));
        console = new ConsoleDoor(w.tx, w.audit, audit, new Sizes(sizes));
        links = new OperatorLinks(w.random, w.clock);
        accounts = new JpaOperatorAccounts(w.tx, links, new LinkUse(w.tx, links, sessions, w.passwords, w.gate, audit), audit);
        return Tokens.LINK.next(foretold);
    }

    Operator operator() {
        return operator(EMAIL, World.PASSWORD);
    }

    Operator operator(String email, String password) {
        Origin origin = World.address();
        return operators.authenticate(operators.signIn(email, password, origin).token(), origin);
    }

    /** What the platform's audit tells of an ISP, oldest first. */
    List<PlatformAuditEntry> told(String ispId) {
        return w.tx.platform("test", em -> em.createQuery("select e from PlatformAuditEntry e where e.ispId = ?1 order by e.id", PlatformAuditEntry.class).setParameter(1, ispId).getResultList());
    }

    List<String> actions() {
        return w.tx.platform("test", em -> em.createQuery("select e.action from PlatformAuditEntry e order by e.id", String.class).getResultList());
    }
}
