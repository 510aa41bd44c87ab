package io.mtandao.tenant.internal.signin;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.Origin;
import io.mtandao.api.Stale;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.persistence.Directory.Entry;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.Callers;
import io.mtandao.tenant.internal.Races;
import io.mtandao.tenant.internal.entity.OneTimeToken;
import io.mtandao.tenant.internal.entity.OneTimeToken.Purpose;
import io.mtandao.tenant.internal.entity.StaffMember;
import io.mtandao.tenant.internal.rule.PasswordPolicy;
import io.mtandao.tenant.internal.secret.Argon2Passwords;
import io.mtandao.tenant.internal.signin.SignInGate.Attempt;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** New passwords: by the old one, or by a link. Both end all sessions (but the one in which the old one was given) and void all links of the account. */
@Component(service = PasswordDesk.class)
public final class PasswordDesk {
    private static final Set<Purpose> SETS_PASSWORD = Set.of(Purpose.RESET, Purpose.LINK);
    private final TenantTx tx;
    private final AuditLog audit;
    private final Argon2Passwords passwords;
    private final SignInGate gate;
    private final OneTimeLinks links;
    private final WaysIn waysIn;

    @Activate
    public PasswordDesk(@Reference TenantTx tx, @Reference AuditLog audit, @Reference Argon2Passwords passwords, @Reference SignInGate gate,
            @Reference OneTimeLinks links, @Reference WaysIn waysIn) {
        this.tx = tx;
        this.audit = audit;
        this.passwords = passwords;
        this.gate = gate;
        this.links = links;
        this.waysIn = waysIn;
    }

    private record Account(long id, String email, String hash, String slug) {}

    /** @throws Invalid on {@code oldPassword} or {@code newPassword} */
    public void change(Caller caller, String oldPassword, String newPassword) {
        if (caller.kind() != Caller.Kind.STAFF) throw new Forbidden("only a member of the staff has a password");
        Account account = tx.in(caller.tenant(), em -> account(em, Callers.self(em, caller)));
        // a stolen session must not serve to guess the password
        Attempt attempt = gate.attempt(caller.tenant().value(), account.email(), caller.origin().address(), true);
        gate.admit(attempt);
        if (!passwords.matches(oldPassword, account.hash())) throw Invalid.field("oldPassword", "is not your password");
        check(newPassword, account);
        Invalid.Check check = new Invalid.Check();
        check.that(!newPassword.equals(oldPassword), "newPassword", "must differ from the old one").orThrow();
        String hash = passwords.hash(newPassword);
        tx.run(caller.tenant(), em -> {
            StaffMember member = em.find(StaffMember.class, account.id(), LockModeType.PESSIMISTIC_WRITE);
            if (member == null || !account.hash().equals(member.getPasswordHash())) throw new Stale("password");
            member.setPasswordHash(hash);
            waysIn.endSessionsAndLinks(em, account.id(), caller.session());
            audit.record(caller, "staff.password-change", member.subject(), null, null);
            gate.succeeded(attempt);
        });
    }

    /** @throws NotFound when the token is used, over or never was @throws Invalid on {@code newPassword}; the token stays good then */
    public void resetByLink(String token, String newPassword, Origin origin) {
        Entry entry = links.find(token);
        Account account = tx.in(entry.tenant(), em -> account(em, member(em, links.take(em, entry, SETS_PASSWORD))));
        check(newPassword, account);
        String hash = passwords.hash(newPassword);
        Races.again(() -> tx.in(entry.tenant(), em -> {
            OneTimeToken row = links.take(em, entry, SETS_PASSWORD);
            StaffMember member = member(em, row);
            member.setPasswordHash(hash);
            if (row.getPurpose() == Purpose.RESET) member.emailVerified(links.now());
            waysIn.endSessionsAndLinks(em, member.getId(), null);
            // who came by a link has proven who they are: strangers' failures must not keep them out
            KnownAddresses.remember(em, member.getId(), origin.address(), links.now());
            audit.record(Callers.staff(entry.tenant(), member, origin), "staff.password-reset", member.subject(), null, null);
            gate.succeeded(gate.attempt(entry.tenant().value(), member.getEmail(), origin.address(), true));
            return null;
        }));
    }

    private static StaffMember member(EntityManager em, OneTimeToken row) {
        StaffMember member = em.find(StaffMember.class, row.getStaffId(), LockModeType.PESSIMISTIC_WRITE);
        if (member == null || !member.isActive()) throw OneTimeLinks.gone();
        return member;
    }

    private static Account account(EntityManager em, StaffMember member) {
        if (member == null) throw new NotFound("staff member");
        String slug = em.createQuery("select e.slug from IspSettings e", String.class).getSingleResult();
        return new Account(member.getId(), member.getEmail(), member.getPasswordHash(), slug);
    }

    private static void check(String password, Account account) {
        Invalid.Check check = new Invalid.Check();
        PasswordPolicy.check(check, "newPassword", password, account.slug(), account.email());
        check.orThrow();
    }
}
