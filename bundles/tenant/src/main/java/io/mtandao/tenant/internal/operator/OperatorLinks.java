package io.mtandao.tenant.internal.operator;

import io.mtandao.api.NotFound;
import io.mtandao.tenant.internal.PlatformAddress;
import io.mtandao.tenant.internal.entity.OperatorAccount;
import io.mtandao.tenant.internal.entity.OperatorLink;
import io.mtandao.tenant.internal.secret.Randomness;
import io.mtandao.tenant.internal.secret.Tokens;
import java.time.Clock;
import java.time.Duration;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One-time links of operators; within a platform unit of work. */
@Component(service = OperatorLinks.class)
public final class OperatorLinks {
    private static final Duration BY_HAND = Duration.ofHours(24);
    private static final Duration BY_LOG = Duration.ofHours(1);
    private final Randomness random;
    private final Clock clock;

    @Activate
    public OperatorLinks(@Reference Randomness random, @Reference Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** @return the path after the base URL */
    String invitation(EntityManager em, String email, long by) {
        return made(em, null, email, by, BY_HAND);
    }

    /** @param by null when the platform itself writes it to its log @return the path after the base URL */
    String password(EntityManager em, OperatorAccount account, Long by) {
        return made(em, account.getId(), account.getEmail(), by, by == null ? BY_LOG : BY_HAND);
    }

    private String made(EntityManager em, Long operatorId, String email, Long by, Duration life) {
        String token = Tokens.LINK.next(random);
        em.persist(new OperatorLink(Tokens.hash(token), operatorId, email, by, clock.instant().plus(life)));
        return PlatformAddress.OPERATOR_LINK + token;
    }

    /** The link's row, locked, so that of two who use it at once the second finds it gone. @throws NotFound */
    OperatorLink take(EntityManager em, String token) {
        OperatorLink row = Tokens.LINK.has(token) ? em.find(OperatorLink.class, Tokens.hash(token), LockModeType.PESSIMISTIC_WRITE) : null;
        if (row == null || !clock.instant().isBefore(row.getExpiresAt())) throw gone();
        return row;
    }

    /** After a new password or the end of an account: neither links to it nor links that it gave are good any more. */
    static void voidAll(EntityManager em, long operatorId) {
        em.createQuery("delete from OperatorLink e where e.operatorId = ?1 or e.madeBy = ?1").setParameter(1, operatorId).executeUpdate();
    }

    static NotFound gone() {
        return new NotFound("link: it was used, or its time is over");
    }
}
