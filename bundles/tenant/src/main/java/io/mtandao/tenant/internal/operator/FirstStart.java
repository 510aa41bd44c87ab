package io.mtandao.tenant.internal.operator;

import io.mtandao.api.NotFound;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.PlatformAddress;
import io.mtandao.tenant.internal.entity.StartToken;
import io.mtandao.tenant.internal.secret.Randomness;
import io.mtandao.tenant.internal.secret.Tokens;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While there is no operator, each start prints one link that makes the first one: who can read the log of the platform may run it. A restart makes the
 * link of the start before worthless.
 */
@Component(service = FirstStart.class, immediate = true)
public final class FirstStart {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private final TenantTx tx;

    @Activate
    public FirstStart(@Reference TenantTx tx, @Reference Randomness random, @Reference PlatformAddress platform) {
        this.tx = tx;
        String token = Tokens.LINK.next(random);
        if (replaced(Tokens.hash(token))) LOG.info("Create the operator account: {}", platform.link(PlatformAddress.OPERATOR_START + token));
    }

    private boolean replaced(String hash) {
        return tx.platform("first start", em -> {
            if (operators(em) > 0) return false;
            StartToken row = em.find(StartToken.class, StartToken.ONLY, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) em.persist(new StartToken(hash));
            else row.replace(hash);
            return true;
        });
    }

    boolean pending() {
        return tx.platform("first start", em -> operators(em) == 0);
    }

    /** Whether the link is good now; {@link #use} decides. */
    boolean good(String token) {
        return tx.platform("first start", em -> matches(em.find(StartToken.class, StartToken.ONLY), token));
    }

    /** Uses the link up, in the unit of work that makes the operator. @throws NotFound when it is not good */
    void use(EntityManager em, String token) {
        StartToken row = em.find(StartToken.class, StartToken.ONLY, LockModeType.PESSIMISTIC_WRITE);
        if (!matches(row, token)) throw gone();
        em.remove(row);
    }

    private static boolean matches(StartToken row, String token) {
        return row != null && Tokens.LINK.has(token) && row.getTokenHash().equals(Tokens.hash(token));
    }

    static NotFound gone() {
        return new NotFound("start link: it was used, or the platform has started again and its log shows a newer one");
    }

    private static long operators(EntityManager em) {
        return em.createQuery("select count(e) from OperatorAccount e", Long.class).getSingleResult();
    }
}
