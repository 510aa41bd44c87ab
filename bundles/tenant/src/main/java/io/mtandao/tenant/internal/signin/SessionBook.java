package io.mtandao.tenant.internal.signin;

import io.mtandao.api.Caller;
import io.mtandao.api.Origin;
import io.mtandao.api.Role;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.Sessions.Session;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.tenant.internal.Callers;
import io.mtandao.tenant.internal.entity.OperatorAccount;
import io.mtandao.tenant.internal.entity.StaffMember;
import io.mtandao.tenant.internal.entity.StaffSession;
import io.mtandao.tenant.internal.rule.SessionLife;
import io.mtandao.tenant.internal.secret.Randomness;
import io.mtandao.tenant.internal.secret.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens sessions, within a unit of work of the tenant: a row in the tenant and the token's hash in the directory. */
@Component(service = SessionBook.class)
public final class SessionBook {
    private final Directory directory;
    private final Randomness random;
    private final Clock clock;

    @Activate
    public SessionBook(@Reference Directory directory, @Reference Randomness random, @Reference Clock clock) {
        this.directory = directory;
        this.random = random;
        this.clock = clock;
    }

    Session openForStaff(EntityManager em, TenantId tenant, StaffMember member, Origin origin) {
        Instant now = clock.instant();
        KnownAddresses.remember(em, member.getId(), origin.address(), now);
        // by a bulk update that leaves the version alone: a sign-in must not make a colleague's open form stale
        em.createQuery("update StaffMember e set e.lastSignIn = ?1, e.version = e.version where e.id = ?2")
                .setParameter(1, now).setParameter(2, member.getId()).executeUpdate();
        String token = Tokens.SESSION.next(random);
        StaffSession row = new StaffSession(member.getId(), null, Tokens.hash(token), now, now.plus(SessionLife.MOST));
        return opened(em, tenant, row, token, Set.of(member.getRole()), id -> Callers.staff(tenant, member, origin, id));
    }

    public Session openForOperator(EntityManager em, TenantId tenant, OperatorAccount operator, Duration most, Origin origin) {
        Instant now = clock.instant();
        String token = Tokens.SESSION.next(random);
        StaffSession row = new StaffSession(null, operator.getId(), Tokens.hash(token), now, now.plus(most));
        return opened(em, tenant, row, token, Set.of(Role.ADMIN), id -> Callers.operator(tenant, operator.getId(), operator.getFullName(), origin, id));
    }

    private Session opened(EntityManager em, TenantId tenant, StaffSession row, String token, Set<Role> roles, Function<Long, Caller> caller) {
        em.persist(row);
        em.flush();
        directory.claim(Kind.SESSION, row.getTokenHash(), tenant, String.valueOf(row.getId()));
        return new Session(token, SessionLife.expires(row.getLastUsedAt(), row.getEndsAt()), roles, caller.apply(row.getId()));
    }

    void end(EntityManager em, StaffSession row) {
        directory.release(Kind.SESSION, row.getTokenHash());
        em.remove(row);
    }
}
