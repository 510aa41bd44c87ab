package io.mtandao.tenant.internal.signin;

import io.mtandao.api.Origin;
import io.mtandao.api.TenantId;
import io.mtandao.api.TenantSuspended;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Sessions.Session;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.Callers;
import io.mtandao.tenant.internal.Races;
import io.mtandao.tenant.internal.entity.IspRow;
import io.mtandao.tenant.internal.entity.StaffMember;
import io.mtandao.tenant.internal.rule.EmailRule;
import io.mtandao.tenant.internal.secret.Argon2Passwords;
import io.mtandao.tenant.internal.signin.SignInGate.Attempt;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sign-in by password. The order matters: look up, be counted, work on the password outside any unit of work, and only then, for those who are right,
 * open a session in one more unit that looks again.
 */
@Component(service = SignIn.class)
public final class SignIn {
    private final TenantTx tx;
    private final Directory directory;
    private final Argon2Passwords passwords;
    private final SignInGate gate;
    private final SessionBook book;
    private final AuditLog audit;

    @Activate
    public SignIn(@Reference TenantTx tx, @Reference Directory directory, @Reference Argon2Passwords passwords, @Reference SignInGate gate,
            @Reference SessionBook book, @Reference AuditLog audit) {
        this.tx = tx;
        this.directory = directory;
        this.passwords = passwords;
        this.gate = gate;
        this.book = book;
        this.audit = audit;
    }

    private record Account(Long id, String hash, boolean known, boolean suspended) {
        static final Account NOBODY = new Account(null, null, false, false);

        String subject() {
            return "staff/" + (id == null ? "-" : id);
        }
    }

    Session bySlugOrHost(String slugOrHost, String email, String password, Origin origin) {
        String mail = Objects.requireNonNullElse(EmailRule.normal(email), "");
        Optional<TenantId> tenant = WayIn.tenant(directory, slugOrHost);
        Account account = tenant.map(t -> account(t, mail, origin)).orElse(Account.NOBODY);
        Attempt attempt = gate.attempt(WayIn.realm(tenant, slugOrHost), mail, origin.address(), account.known());
        gate.admit(attempt);

        boolean right = passwords.matches(password, account.hash());
        if (!right) {
            tenant.ifPresent(t -> audit.record(Callers.stranger(t, origin), "staff.sign-in-failed", account.subject(), null, null));
            throw refused();
        }
        if (account.suspended()) {
            gate.succeeded(attempt);
            throw new TenantSuspended();
        }
        String rehashed = passwords.outdated(account.hash()) ? passwords.hash(password) : account.hash();
        return Races.again(() -> tx.in(tenant.orElseThrow(), em -> open(em, tenant.orElseThrow(), account, rehashed, attempt, origin)));
    }

    private Account account(TenantId tenant, String email, Origin origin) {
        return tx.in(tenant, em -> {
            IspRow isp = em.find(IspRow.class, tenant.value());
            Optional<StaffMember> member = WayIn.member(em, email);
            if (isp == null || member.isEmpty()) return Account.NOBODY;
            StaffMember m = member.get();
            // an inactive account is like none, also in the time it takes
            String hash = m.isActive() ? m.getPasswordHash() : null;
            return new Account(m.getId(), hash, KnownAddresses.knows(em, m.getId(), origin.address()), isp.suspended());
        });
    }

    private Session open(EntityManager em, TenantId tenant, Account account, String rehashed, Attempt attempt, Origin origin) {
        // locked first: two sign-ins of one person would otherwise both read the row by a foreign key before both want to write it
        StaffMember member = em.find(StaffMember.class, account.id(), LockModeType.PESSIMISTIC_WRITE);
        // between the check and now somebody may have deleted it, locked it or changed its password
        if (member == null || !member.isActive() || !account.hash().equals(member.getPasswordHash())) throw refused();
        if (!rehashed.equals(account.hash())) member.setPasswordHash(rehashed);
        Session session = book.openForStaff(em, tenant, member, origin);
        audit.record(session.caller(), "staff.sign-in", account.subject(), null, Map.of("client", Objects.requireNonNullElse(origin.client(), "")));
        gate.succeeded(attempt);
        return session;
    }

    private static Unauthenticated refused() {
        return new Unauthenticated("the ISP, the e-mail address or the password is wrong");
    }
}
