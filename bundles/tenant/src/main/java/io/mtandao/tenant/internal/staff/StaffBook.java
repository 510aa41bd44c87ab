package io.mtandao.tenant.internal.staff;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.Role;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Staff.Draft;
import io.mtandao.api.tenant.Staff.Member;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.Callers;
import io.mtandao.tenant.internal.entity.IspSettings;
import io.mtandao.tenant.internal.entity.StaffMember;
import io.mtandao.tenant.internal.rule.StaffRule;
import io.mtandao.tenant.internal.secret.Argon2Passwords;
import io.mtandao.tenant.internal.signin.MailProof;
import io.mtandao.tenant.internal.signin.WaysIn;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes people in, changes and removes them. Every change holds the tenant's mutex (the settings row), so that two cannot both remove the last owner. */
@Component(service = StaffBook.class)
public final class StaffBook {
    private final TenantTx tx;
    private final AuditLog audit;
    private final Argon2Passwords passwords;
    private final MailProof proof;
    private final WaysIn waysIn;

    @Activate
    public StaffBook(@Reference TenantTx tx, @Reference AuditLog audit, @Reference Argon2Passwords passwords, @Reference MailProof proof, @Reference WaysIn waysIn) {
        this.tx = tx;
        this.audit = audit;
        this.passwords = passwords;
        this.proof = proof;
        this.waysIn = waysIn;
    }

    /** A draft that passed, its password already hashed outside the unit of work. */
    private record Accepted(Draft draft, String hash) {}

    Member create(Caller caller, Draft draft) {
        Accepted accepted = accepted(caller, draft, null);
        return tx.in(caller.tenant(), em -> {
            IspSettings isp = IspSettings.of(em, LockModeType.PESSIMISTIC_WRITE);
            Draft d = accepted.draft();
            StaffRule.mayTouch(caller, ownRole(em, caller), d.role());
            refuseTaken(em, d.email());
            StaffMember member = new StaffMember(d.fullName(), d.email(), d.phone(), d.role(), d.active());
            member.setPasswordHash(accepted.hash());
            em.persist(member);
            em.flush();
            proof.ask(em, caller.tenant(), member, isp.getName());
            audit.record(caller, "staff.create", member.subject(), null, member.toAudit());
            return member.toMember();
        });
    }

    Member update(Caller caller, long id, int version, Draft draft) {
        Accepted accepted = accepted(caller, draft, id);
        return tx.in(caller.tenant(), em -> {
            IspSettings isp = IspSettings.of(em, LockModeType.PESSIMISTIC_WRITE);
            Draft d = accepted.draft();
            StaffMember member = found(em, id);
            member.expectVersion(version, "member of the staff");
            Role own = ownRole(em, caller);
            StaffRule.mayTouch(caller, own, member.getRole());
            StaffRule.mayTouch(caller, own, d.role());
            boolean staysOwner = d.active() && d.role() == Role.OWNER;
            if (member.activeOwner() && !staysOwner) refuseLastOwner(em, id);
            if (!d.active() && Callers.isSelf(caller, id)) throw new Conflict("nobody can lock themselves out");
            boolean moved = !d.email().equals(member.getEmail());
            if (moved) refuseTaken(em, d.email());
            Map<String, Object> before = member.toAudit();
            member.change(d.fullName(), d.email(), d.phone(), d.role(), d.active());
            if (accepted.hash() != null) member.setPasswordHash(accepted.hash());
            if (accepted.hash() != null || moved || !d.active()) waysIn.endSessionsAndLinks(em, id, Callers.ownSession(caller, id));
            em.flush();
            if (moved) proof.ask(em, caller.tenant(), member, isp.getName());
            audit.record(caller, "staff.update", member.subject(), before, member.toAudit());
            if (accepted.hash() != null) audit.record(caller, "staff.password-set", member.subject(), null, null);
            return member.toMember();
        });
    }

    void delete(Caller caller, long id) {
        tx.run(caller.tenant(), em -> {
            IspSettings.of(em, LockModeType.PESSIMISTIC_WRITE);
            StaffMember member = found(em, id);
            if (Callers.isSelf(caller, id)) throw new Conflict("nobody can delete themselves");
            StaffRule.mayTouch(caller, ownRole(em, caller), member.getRole());
            if (member.activeOwner()) refuseLastOwner(em, id);
            waysIn.endAll(em, id);
            em.remove(member);
            audit.record(caller, "staff.delete", member.subject(), member.toAudit(), null);
        });
    }

    private Accepted accepted(Caller caller, Draft draft, Long id) {
        Draft kept = tx.in(caller.tenant(), em -> {
            if (id != null) found(em, id);
            IspSettings isp = IspSettings.of(em, LockModeType.NONE);
            return StaffRule.accepted(draft, isp.getSlug(), isp.getCountry());
        });
        // who finds an open session must not be able to make it theirs
        if (id != null && kept.password() != null && Callers.isSelf(caller, id)) throw Invalid.field("password", "change your own password by giving the old one");
        return new Accepted(kept, kept.password() == null ? null : passwords.hash(kept.password()));
    }

    static StaffMember found(EntityManager em, long id) {
        StaffMember member = em.find(StaffMember.class, id);
        if (member == null) throw new NotFound("staff member");
        return member;
    }


    static Role ownRole(EntityManager em, Caller caller) {
        StaffMember self = Callers.self(em, caller);
        return self == null ? null : self.getRole();
    }

    private static void refuseTaken(EntityManager em, String email) {
        long taken = em.createQuery("select count(e) from StaffMember e where e.email = ?1", Long.class).setParameter(1, email).getSingleResult();
        if (taken > 0) throw new Conflict("there is an account with this e-mail address already");
    }

    private static void refuseLastOwner(EntityManager em, long id) {
        long others = em.createQuery("select count(e) from StaffMember e where e.role = ?1 and e.active = ?2 and e.id <> ?3", Long.class)
                .setParameter(1, Role.OWNER).setParameter(2, true).setParameter(3, id).getSingleResult();
        if (others == 0) throw new Conflict("an ISP keeps at least one active owner");
    }
}
