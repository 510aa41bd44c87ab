package io.mtandao.tenant.internal.operator;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.Origin;
import io.mtandao.api.tenant.OperatorAccounts.Link;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.Races;
import io.mtandao.tenant.internal.entity.OperatorAccount;
import io.mtandao.tenant.internal.entity.OperatorLink;
import io.mtandao.tenant.internal.rule.PasswordPolicy;
import io.mtandao.tenant.internal.secret.Argon2Passwords;
import io.mtandao.tenant.internal.signin.SignInGate;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the holder of an operator's link does with it: makes the account, or sets the password. */
@Component(service = LinkUse.class)
public final class LinkUse {
    private final TenantTx tx;
    private final OperatorLinks links;
    private final OperatorSessions sessions;
    private final Argon2Passwords passwords;
    private final SignInGate gate;
    private final PlatformAudit audit;

    @Activate
    public LinkUse(@Reference TenantTx tx, @Reference OperatorLinks links, @Reference OperatorSessions sessions, @Reference Argon2Passwords passwords,
            @Reference SignInGate gate, @Reference PlatformAudit audit) {
        this.tx = tx;
        this.links = links;
        this.sessions = sessions;
        this.passwords = passwords;
        this.gate = gate;
        this.audit = audit;
    }

    Link look(String token) {
        return tx.platform("operator's link", em -> {
            OperatorLink row = links.take(em, token);
            return new Link(row.getEmail(), row.getOperatorId() == null);
        });
    }

    void use(String token, String fullName, String password, Origin origin) {
        Link link = look(token);
        Invalid.Check check = new Invalid.Check();
        if (link.newAccount()) check.notBlank(fullName, "fullName", 120);
        PasswordPolicy.check(check, "password", password, link.email());
        check.orThrow();
        String hash = passwords.hash(password);
        if (link.newAccount()) tx.platform("operator's link", em -> make(em, links.take(em, token), fullName.strip(), hash, origin));
        else Races.again(() -> tx.platform("operator's link", em -> setPassword(em, links.take(em, token), hash, origin)));
    }

    private Void make(EntityManager em, OperatorLink link, String fullName, String hash, Origin origin) {
        refuseTaken(em, link.getEmail());
        OperatorAccount made = sessions.create(em, fullName, link.getEmail(), hash, origin);
        em.remove(link);
        audit.record(em, OperatorSessions.operator(made, origin), "operator.create", null, link.getEmail());
        return null;
    }

    private Void setPassword(EntityManager em, OperatorLink link, String hash, Origin origin) {
        OperatorAccount account = em.find(OperatorAccount.class, link.getOperatorId(), LockModeType.PESSIMISTIC_WRITE);
        if (account == null || !account.isActive()) throw OperatorLinks.gone();
        account.setPasswordHash(hash);
        OperatorSessions.endAll(em, account.getId());
        OperatorLinks.voidAll(em, account.getId());
        // who came by a link has proven who they are: strangers' failures must not keep them out
        sessions.remember(em, account.getId(), origin);
        audit.record(em, OperatorSessions.operator(account, origin), "operator.password-reset", null, null);
        gate.succeeded(gate.attempt(OperatorDoor.REALM, account.getEmail(), origin.address(), true));
        return null;
    }

    static void refuseTaken(EntityManager em, String email) {
        long taken = em.createQuery("select count(e) from OperatorAccount e where e.email = ?1", Long.class).setParameter(1, email).getSingleResult();
        if (taken > 0) throw new Conflict("there is an operator with this e-mail address already");
    }
}
