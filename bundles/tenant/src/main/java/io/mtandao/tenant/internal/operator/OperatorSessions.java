package io.mtandao.tenant.internal.operator;

import io.mtandao.api.Origin;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.Operators.Operator;
import io.mtandao.api.tenant.Operators.OperatorSession;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.entity.OperatorAccount;
import io.mtandao.tenant.internal.entity.OperatorAddress;
import io.mtandao.tenant.internal.entity.OperatorSessionRow;
import io.mtandao.tenant.internal.rule.Neighbourhood;
import io.mtandao.tenant.internal.rule.SessionLife;
import io.mtandao.tenant.internal.secret.Randomness;
import io.mtandao.tenant.internal.secret.Tokens;
import java.time.Clock;
import java.time.Instant;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Operators' accounts and sessions, in platform tables: an operator belongs to no tenant. */
@Component(service = OperatorSessions.class)
public final class OperatorSessions {
    private final TenantTx tx;
    private final Randomness random;
    private final Clock clock;

    @Activate
    public OperatorSessions(@Reference TenantTx tx, @Reference Randomness random, @Reference Clock clock) {
        this.tx = tx;
        this.random = random;
        this.clock = clock;
    }

    OperatorAccount create(EntityManager em, String fullName, String email, String hash, Origin origin) {
        OperatorAccount account = new OperatorAccount(fullName, email, hash, clock.instant());
        em.persist(account);
        em.flush();
        em.persist(new OperatorAddress(account.getId(), Neighbourhood.hash(origin.address())));
        return account;
    }

    boolean knows(EntityManager em, long operatorId, Origin origin) {
        return em.find(OperatorAddress.class, new OperatorAddress.Key(operatorId, Neighbourhood.hash(origin.address()))) != null;
    }

    /** Loses a race by {@link io.mtandao.api.Conflict}; see {@link io.mtandao.tenant.internal.Races}. */
    void remember(EntityManager em, long operatorId, Origin origin) {
        if (!knows(em, operatorId, origin)) em.persist(new OperatorAddress(operatorId, Neighbourhood.hash(origin.address())));
    }

    OperatorSession open(EntityManager em, OperatorAccount account, Origin origin) {
        Instant now = clock.instant();
        remember(em, account.getId(), origin);
        String token = Tokens.OPERATOR.next(random);
        OperatorSessionRow row = new OperatorSessionRow(Tokens.hash(token), account.getId(), now, now.plus(SessionLife.MOST));
        em.persist(row);
        em.flush();
        return new OperatorSession(token, SessionLife.expires(now, row.getEndsAt()), operator(account, origin));
    }

    Operator authenticate(String token, Origin origin) {
        if (!Tokens.OPERATOR.has(token)) throw unknown();
        String hash = Tokens.hash(token);
        return tx.platform("operator", em -> {
            Instant now = clock.instant();
            OperatorSessionRow row = em.find(OperatorSessionRow.class, hash);
            if (row == null || SessionLife.over(row.getLastUsedAt(), row.getEndsAt(), now)) throw unknown();
            OperatorAccount account = active(em, row.getOperatorId());
            if (SessionLife.worthNoting(row.getLastUsedAt(), now))
                em.createQuery("update OperatorSessionRow e set e.lastUsedAt = ?1 where e.tokenHash = ?2")
                        .setParameter(1, now).setParameter(2, hash).executeUpdate();
            return operator(account, origin);
        });
    }

    void end(String token) {
        if (!Tokens.OPERATOR.has(token)) return;
        tx.platform("operator", em -> em.createQuery("delete from OperatorSessionRow e where e.tokenHash = ?1").setParameter(1, Tokens.hash(token)).executeUpdate());
    }

    static void endAll(EntityManager em, long operatorId) {
        em.createQuery("delete from OperatorSessionRow e where e.operatorId = ?1").setParameter(1, operatorId).executeUpdate();
    }

    /** @throws Unauthenticated when there is no such operator any more */
    static OperatorAccount active(EntityManager em, long id) {
        OperatorAccount account = em.find(OperatorAccount.class, id);
        if (account == null || !account.isActive()) throw unknown();
        return account;
    }

    static Operator operator(OperatorAccount account, Origin origin) {
        return new Operator(account.getId(), account.getFullName(), account.getEmail(), origin);
    }

    private static Unauthenticated unknown() {
        return new Unauthenticated("sign in as an operator");
    }
}
