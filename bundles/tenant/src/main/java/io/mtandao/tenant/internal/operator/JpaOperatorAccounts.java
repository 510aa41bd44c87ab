package io.mtandao.tenant.internal.operator;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.tenant.OperatorAccounts;
import io.mtandao.api.tenant.Operators.Operator;
import io.mtandao.persistence.Listing;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.entity.OperatorAccount;
import io.mtandao.tenant.internal.rule.EmailRule;
import io.mtandao.tenant.internal.rule.LikeText;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What operators do to each other's accounts; each act checks that whoever does it is an operator still, and is told in the platform's audit. */
@Component
public final class JpaOperatorAccounts implements OperatorAccounts {
    private static final Listing<OperatorAccount> PEOPLE = Listing.ofPlatform(OperatorAccount.class, OperatorAccount::getId)
            .byDefault("id")
            .filter("active", (text, w) -> w.is("e.active", yes(text)))
            .search((text, w) -> w.and("lower(e.fullName) like ? escape '!' or e.email like ? escape '!'", LikeText.containing(text), LikeText.containing(text)));

    private final TenantTx tx;
    private final OperatorLinks links;
    private final LinkUse use;
    private final PlatformAudit audit;

    @Activate
    public JpaOperatorAccounts(@Reference TenantTx tx, @Reference OperatorLinks links, @Reference LinkUse use, @Reference PlatformAudit audit) {
        this.tx = tx;
        this.links = links;
        this.use = use;
        this.audit = audit;
    }

    @Override
    public Page<Account> list(Operator operator, ListQuery query) {
        return tx.platform("operators", em -> {
            OperatorSessions.active(em, operator.id());
            return PEOPLE.page(em, query, OperatorAccount::toAccount);
        });
    }

    @Override
    public String invite(Operator operator, String email) {
        String mail = EmailRule.normal(email);
        Invalid.Check check = new Invalid.Check();
        EmailRule.check(check, "email", mail);
        check.orThrow();
        return tx.platform("invite an operator", em -> {
            OperatorSessions.active(em, operator.id());
            LinkUse.refuseTaken(em, mail);
            audit.record(em, operator, "operator.invite", null, mail);
            return links.invitation(em, mail, operator.id());
        });
    }

    @Override
    public String passwordLink(Operator operator, long id) {
        return tx.platform("an operator's password", em -> {
            OperatorSessions.active(em, operator.id());
            // who finds an open session must not be able to make it theirs
            if (id == operator.id()) throw new Conflict("nobody makes a link to their own account; another operator can, or the log (setting recover)");
            OperatorAccount account = found(em, id);
            if (!account.isActive()) throw new Conflict("this account is not active");
            audit.record(em, operator, "operator.password-link", null, account.getEmail());
            return links.password(em, account, operator.id());
        });
    }

    @Override
    public void deactivate(Operator operator, long id) {
        tx.platform("operators", em -> {
            OperatorAccount account = lockedBy(em, operator, id);
            if (id == operator.id()) throw new Conflict("nobody can lock themselves out");
            if (!account.isActive()) throw new Conflict("this account is not active already");
            account.activate(false);
            OperatorSessions.endAll(em, id);
            OperatorLinks.voidAll(em, id);
            audit.record(em, operator, "operator.deactivate", null, account.getEmail());
            return null;
        });
    }

    @Override
    public void reactivate(Operator operator, long id) {
        tx.platform("operators", em -> {
            OperatorAccount account = lockedBy(em, operator, id);
            if (account.isActive()) throw new Conflict("this account is active already");
            account.activate(true);
            audit.record(em, operator, "operator.reactivate", null, account.getEmail());
            return null;
        });
    }

    /** Locks all accounts (they are few) before it asks who is active, so that two operators cannot lock out each other and leave nobody. */
    private static OperatorAccount lockedBy(EntityManager em, Operator operator, long id) {
        em.createQuery("select e from OperatorAccount e", OperatorAccount.class).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        OperatorSessions.active(em, operator.id());
        return found(em, id);
    }

    private static OperatorAccount found(EntityManager em, long id) {
        OperatorAccount account = em.find(OperatorAccount.class, id);
        if (account == null) throw new NotFound("operator");
        return account;
    }

    @Override
    public Link look(String token) {
        return use.look(token);
    }

    @Override
    public void use(String token, String fullName, String password, Origin origin) {
        use.use(token, fullName, password, origin);
    }

    @Override
    public Page<Deed> audit(Operator operator, ListQuery query) {
        return tx.platform("platform audit", em -> {
            OperatorSessions.active(em, operator.id());
            return PlatformAudit.page(em, query);
        });
    }

    private static boolean yes(String text) {
        if (!text.equals("true") && !text.equals("false")) throw Invalid.field("active", "true or false");
        return text.equals("true");
    }
}
