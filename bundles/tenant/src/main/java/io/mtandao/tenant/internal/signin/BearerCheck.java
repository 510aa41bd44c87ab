package io.mtandao.tenant.internal.signin;

import io.mtandao.api.Caller;
import io.mtandao.api.Origin;
import io.mtandao.api.Permission;
import io.mtandao.api.TenantId;
import io.mtandao.api.TenantSuspended;
import io.mtandao.api.Unauthenticated;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.Directory.Entry;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.Callers;
import io.mtandao.tenant.internal.entity.ApiKeyRow;
import io.mtandao.tenant.internal.entity.IspRow;
import io.mtandao.tenant.internal.entity.OperatorAccount;
import io.mtandao.tenant.internal.entity.StaffMember;
import io.mtandao.tenant.internal.entity.StaffSession;
import io.mtandao.tenant.internal.rule.SessionLife;
import io.mtandao.tenant.internal.secret.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who holds a token or a key. Reads the rights from the database each time, so that a changed role, a suspension or a dismissal acts at once. */
@Component(service = BearerCheck.class)
public final class BearerCheck {
    private final TenantTx tx;
    private final Directory directory;
    private final Clock clock;

    @Activate
    public BearerCheck(@Reference TenantTx tx, @Reference Directory directory, @Reference Clock clock) {
        this.tx = tx;
        this.directory = directory;
        this.clock = clock;
    }

    Caller authenticate(String bearer, Origin origin) {
        Kind kind = Tokens.SESSION.has(bearer) ? Kind.SESSION : Tokens.API_KEY.has(bearer) ? Kind.API_KEY : null;
        if (kind == null) throw unknown();
        String hash = Tokens.hash(bearer);
        Entry entry = directory.find(kind, hash).orElseThrow(BearerCheck::unknown);
        return tx.in(entry.tenant(), em -> {
            IspRow isp = em.find(IspRow.class, entry.tenant().value());
            if (isp == null) throw unknown();
            if (isp.suspended()) throw new TenantSuspended();
            long id = Long.parseLong(entry.ref());
            return kind == Kind.SESSION ? session(em, entry.tenant(), id, hash, origin) : key(em, entry.tenant(), id, hash, origin);
        });
    }

    private Caller session(EntityManager em, TenantId tenant, long id, String hash, Origin origin) {
        Instant now = clock.instant();
        StaffSession row = em.find(StaffSession.class, id);
        if (row == null || !row.getTokenHash().equals(hash) || SessionLife.over(row.getLastUsedAt(), row.getEndsAt(), now)) throw unknown();
        Caller caller = row.getStaffId() != null ? staff(em, tenant, row, origin) : operator(em, tenant, row, origin);
        if (SessionLife.worthNoting(row.getLastUsedAt(), now)) note(em, "StaffSession", id, now);
        return caller;
    }

    private static Caller staff(EntityManager em, TenantId tenant, StaffSession row, Origin origin) {
        StaffMember member = em.find(StaffMember.class, row.getStaffId());
        if (member == null || !member.isActive()) throw unknown();
        return Callers.staff(tenant, member, origin, row.getId());
    }

    private static Caller operator(EntityManager em, TenantId tenant, StaffSession row, Origin origin) {
        OperatorAccount operator = em.find(OperatorAccount.class, row.getOperatorId());
        if (operator == null || !operator.isActive()) throw unknown();
        return Callers.operator(tenant, operator.getId(), operator.getFullName(), origin, row.getId());
    }

    private Caller key(EntityManager em, TenantId tenant, long id, String hash, Origin origin) {
        Instant now = clock.instant();
        ApiKeyRow row = em.find(ApiKeyRow.class, id);
        if (row == null || !row.getKeyHash().equals(hash)) throw unknown();
        Set<Permission> rights = EnumSet.copyOf(row.getScopes());
        if (row.getMakerId() != null) {
            StaffMember maker = em.find(StaffMember.class, row.getMakerId());
            if (maker == null || !maker.isActive()) throw unknown();
            // a key never has more than its maker has now
            rights.retainAll(maker.getRole().permissions());
        }
        if (SessionLife.worthNoting(row.getLastUsedAt(), now)) note(em, "ApiKeyRow", id, now);
        return Callers.key(tenant, row, rights, origin);
    }

    // a bulk update that leaves the version alone: neither two requests at once nor a request and a sign-out must make each other stale
    private static void note(EntityManager em, String entity, long id, Instant now) {
        em.createQuery("update " + entity + " e set e.lastUsedAt = ?1, e.version = e.version where e.id = ?2")
                .setParameter(1, now).setParameter(2, id).executeUpdate();
    }

    private static Unauthenticated unknown() {
        return new Unauthenticated("sign in, or give a valid API key");
    }
}
