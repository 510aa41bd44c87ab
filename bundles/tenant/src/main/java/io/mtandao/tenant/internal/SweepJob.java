package io.mtandao.tenant.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.work.JobHandler;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.entity.OneTimeToken;
import io.mtandao.tenant.internal.entity.StaffSession;
import io.mtandao.tenant.internal.rule.SessionLife;
import io.mtandao.tenant.internal.rule.ThrottleRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes what is over: sessions, links, addresses not seen for long, counts of tries that no rule remembers. */
@Component
public final class SweepJob implements JobHandler {
    static final String NAME = "tenant.sweep";
    private static final Duration ADDRESS_LIFE = Duration.ofDays(180);
    private static final int CHUNK = 200;
    private final TenantTx tx;
    private final Directory directory;
    private final Clock clock;

    @Activate
    public SweepJob(@Reference TenantTx tx, @Reference Directory directory, @Reference Clock clock) {
        this.tx = tx;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        Instant now = clock.instant();
        repeat(() -> tx.in(tenant, em -> sessions(em, now)));
        repeat(() -> tx.in(tenant, em -> links(em, now)));
        tx.run(tenant, em -> em.createQuery("delete from KnownAddress e where e.lastSeenAt < ?1").setParameter(1, now.minus(ADDRESS_LIFE)).executeUpdate());
        // platform rows: whichever tenant's sweep comes first removes them
        Instant forgotten = now.minus(ThrottleRule.LONGEST_MEMORY);
        tx.platform("sweep", em -> em.createQuery("delete from SignInAttempt e where e.lastAt < ?1").setParameter(1, forgotten).executeUpdate());
        tx.platform("sweep", em -> em.createQuery("delete from OperatorSessionRow e where e.endsAt < ?1").setParameter(1, now).executeUpdate());
        tx.platform("sweep", em -> em.createQuery("delete from OperatorLink e where e.expiresAt < ?1").setParameter(1, now).executeUpdate());
        return now.plus(SweepSchedule.EVERY);
    }

    private static void repeat(Supplier<Integer> chunk) {
        while (chunk.get() == CHUNK) {
            // the next chunk, in a unit of work of its own
        }
    }

    private int sessions(EntityManager em, Instant now) {
        List<StaffSession> over = em.createQuery("select e from StaffSession e where e.endsAt <= ?1 or e.lastUsedAt <= ?2", StaffSession.class)
                .setParameter(1, now).setParameter(2, now.minus(SessionLife.IDLE)).setMaxResults(CHUNK).getResultList();
        for (StaffSession row : over) {
            directory.release(Kind.SESSION, row.getTokenHash());
            em.remove(row);
        }
        return over.size();
    }

    private int links(EntityManager em, Instant now) {
        List<OneTimeToken> over = em.createQuery("select e from OneTimeToken e where e.expiresAt <= ?1", OneTimeToken.class)
                .setParameter(1, now).setMaxResults(CHUNK).getResultList();
        for (OneTimeToken row : over) {
            directory.release(Kind.RESET, row.getTokenHash());
            em.remove(row);
        }
        return over.size();
    }
}
