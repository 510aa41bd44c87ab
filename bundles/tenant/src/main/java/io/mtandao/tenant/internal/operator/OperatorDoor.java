package io.mtandao.tenant.internal.operator;

import io.mtandao.api.Invalid;
import io.mtandao.api.Origin;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.Operators.Operator;
import io.mtandao.api.tenant.Operators.OperatorSession;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.Races;
import io.mtandao.tenant.internal.entity.OperatorAccount;
import io.mtandao.tenant.internal.rule.EmailRule;
import io.mtandao.tenant.internal.rule.PasswordPolicy;
import io.mtandao.tenant.internal.secret.Argon2Passwords;
import io.mtandao.tenant.internal.signin.SignInGate;
import io.mtandao.tenant.internal.signin.SignInGate.Attempt;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How an operator comes in: the first one by the start link, later by password, with the same order of steps as an ISP's staff. */
@Component(service = OperatorDoor.class)
public final class OperatorDoor {
    /** No tenant id can look like this, so operators' tries are counted apart from any ISP's. */
    static final String REALM = "(platform)";

    private final TenantTx tx;
    private final FirstStart firstStart;
    private final Argon2Passwords passwords;
    private final SignInGate gate;
    private final OperatorSessions sessions;
    private final PlatformAudit audit;

    @Activate
    public OperatorDoor(@Reference TenantTx tx, @Reference FirstStart firstStart, @Reference Argon2Passwords passwords, @Reference SignInGate gate,
            @Reference OperatorSessions sessions, @Reference PlatformAudit audit) {
        this.tx = tx;
        this.firstStart = firstStart;
        this.passwords = passwords;
        this.gate = gate;
        this.sessions = sessions;
        this.audit = audit;
    }

    private record Account(Long id, String hash, boolean known) {
        static final Account NOBODY = new Account(null, null, false);
    }

    void createFirst(String token, String fullName, String email, String password, Origin origin) {
        if (!firstStart.good(token)) throw FirstStart.gone();
        Invalid.Check check = new Invalid.Check().notBlank(fullName, "fullName", 120);
        String mail = EmailRule.normal(email);
        EmailRule.check(check, "email", mail);
        PasswordPolicy.check(check, "password", password, mail);
        check.orThrow();
        String hash = passwords.hash(password);
        tx.platform("first operator", em -> {
            firstStart.use(em, token);
            OperatorAccount made = sessions.create(em, fullName.strip(), mail, hash, origin);
            audit.record(em, OperatorSessions.operator(made, origin), "operator.create", null, mail);
            return null;
        });
    }

    OperatorSession signIn(String email, String password, Origin origin) {
        String mail = Objects.requireNonNullElse(EmailRule.normal(email), "");
        Account account = tx.platform("operator sign-in", em -> account(em, mail, origin));
        Attempt attempt = gate.attempt(REALM, mail, origin.address(), account.known());
        gate.admit(attempt);
        if (!passwords.matches(password, account.hash())) {
            tx.platform("operator sign-in", em -> {
                audit.stranger(em, origin, "operator.sign-in-failed", account.id() == null ? "no such account" : "operator/" + account.id());
                return null;
            });
            throw refused();
        }
        String rehashed = passwords.outdated(account.hash()) ? passwords.hash(password) : account.hash();
        return Races.again(() -> tx.platform("operator sign-in", em -> open(em, account, rehashed, attempt, origin)));
    }

    private Account account(EntityManager em, String email, Origin origin) {
        Optional<OperatorAccount> found = em.createQuery("select e from OperatorAccount e where e.email = ?1", OperatorAccount.class)
                .setParameter(1, email).getResultStream().filter(OperatorAccount::isActive).findFirst();
        return found.map(a -> new Account(a.getId(), a.getPasswordHash(), sessions.knows(em, a.getId(), origin))).orElse(Account.NOBODY);
    }

    private OperatorSession open(EntityManager em, Account account, String rehashed, Attempt attempt, Origin origin) {
        OperatorAccount row = em.find(OperatorAccount.class, account.id());
        if (row == null || !row.isActive() || !account.hash().equals(row.getPasswordHash())) throw refused();
        if (!rehashed.equals(account.hash())) row.setPasswordHash(rehashed);
        OperatorSession session = sessions.open(em, row, origin);
        Operator operator = session.operator();
        audit.record(em, operator, "operator.sign-in", null, origin.client());
        gate.succeeded(attempt);
        return session;
    }

    private static Unauthenticated refused() {
        return new Unauthenticated("the e-mail address or the password is wrong");
    }
}
